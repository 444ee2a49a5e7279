/**
 * Adds up values that have the same key. A `Map` takes three times as long, which is most of what the
 * best customers of a year would cost.
 * @param keys whole numbers up to 2^53. @param values one for each key, small enough that their sums are exact.
 */
export const sumByKey = (keys: readonly number[], values: readonly number[]): Float64Array => {
  // At most half full, so that a free place is always near.
  const bits = Math.max(4, 33 - Math.clz32(keys.length))
  const last = (1 << bits) - 1
  // Where the key that belongs to a place stands among those that were seen, and one more: 0 is a free place.
  const places = new Int32Array(last + 1)
  const seen = new Float64Array(keys.length)
  const sums = new Float64Array(keys.length)
  let count = 0
  for (let row = 0; row < keys.length; row += 1) {
    const key = keys[row] ?? 0
    let place = Math.imul((key | 0) ^ ((key / 4_294_967_296) | 0), 0x9e3779b1) >>> (32 - bits)
    let at = places[place] ?? 0
    while (at !== 0 && seen[at - 1] !== key) {
      place = (place + 1) & last
      at = places[place] ?? 0
    }
    if (at === 0) {
      count += 1
      at = count
      places[place] = at
      seen[at - 1] = key
    }
    sums[at - 1] = (sums[at - 1] ?? 0) + (values[row] ?? 0)
  }
  return sums.subarray(0, count)
}

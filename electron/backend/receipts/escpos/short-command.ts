/** Noise must not fill it; real streams have a few dozen. */
const mostKept = 4096
const kept = new Map<number, Uint8Array>()

/**
 * The three bytes of a command with one parameter (`ESC E 1`), one and the same object each time: a receipt changes
 * its look before almost every line, and making a view of the chunk for each costs more than all else about it.
 */
export const shortCommand = (lead: number, second: number, parameter: number): Uint8Array => {
  const key = (lead << 16) | (second << 8) | parameter
  const known = kept.get(key)
  if (known !== undefined) return known
  const bytes = Uint8Array.of(lead, second, parameter)
  if (kept.size < mostKept) kept.set(key, bytes)
  return bytes
}

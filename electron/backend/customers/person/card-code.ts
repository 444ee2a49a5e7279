/**
 * The code of a card that the shop makes itself: `29` (GS1's prefix for use within a shop), ten digits of the id, and
 * one to check by: an EAN-13 that every scanner reads and no product has.
 * @param id of anything unique; ids grow by at least one, so that ten digits come round after ten thousand million.
 */
export const cardCode = (id: number): string => {
  const body = `29${String(id % 10_000_000_000).padStart(10, '0')}`
  return body + checkDigit(body)
}

/** EAN-13: odd places once, even places three times, up to the next ten. */
const checkDigit = (digits: string): string => {
  const sum = Array.from(digits).reduce(
    (all, digit, index) => all + Number(digit) * (index % 2 === 0 ? 1 : 3),
    0,
  )
  return String((10 - (sum % 10)) % 10)
}

/** As it is kept: what a scanner adds, blanks and case do not count. Null when that leaves nothing or no code. */
export const normaliseCode = (typed: string): string | null => {
  const code = typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
  return /^[0-9A-Z]{4,40}$/.test(code) ? code : null
}

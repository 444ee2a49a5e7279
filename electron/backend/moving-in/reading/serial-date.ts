const dayMs = 86_400_000
const pad = (value: number): string => String(value).padStart(2, '0')

/**
 * A day as spreadsheets count them, as text: `1990-01-02`, with a time where it has one. Null where no calendar has
 * such a day. Day 60, 29 February 1900, never was; Excel counts it all the same.
 * @param from1904 the workbook counts from 1904, as old ones of the Mac do.
 */
export const serialText = (serial: number, from1904 = false): string | null => {
  if (!(serial >= 0 && serial < 2_958_466)) return null
  const shifted = from1904 ? serial + 1_462 : serial
  const days = Math.floor(shifted)
  let seconds = Math.round((shifted - days) * 86_400)
  const day = days < 60 ? days + 1 : days
  const at = new Date(Date.UTC(1899, 11, 30) + day * dayMs + (seconds >= 86_400 ? dayMs : 0))
  seconds %= 86_400
  const date = at.toISOString().slice(0, 10)
  if (seconds === 0) return date
  return `${date} ${pad(Math.floor(seconds / 3_600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`
}

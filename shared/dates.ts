/** Korea keeps UTC+9 all year; it has had no summer time since 1988. */
const offsetMs = 9 * 60 * 60 * 1000
const dayMs = 24 * 60 * 60 * 1000

/** Milliseconds since 1970, UTC. */
export type EpochMs = number
/** `YYYY-MM-DD` in Korea. */
export type BusinessDate = string

const pad = (value: number, length = 2): string => String(value).padStart(length, '0')

export interface KoreanTime {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  /** 0 = Sunday. */
  readonly weekday: number
}

export const koreanTime = (at: EpochMs): KoreanTime => {
  const shifted = new Date(at + offsetMs)
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
    weekday: shifted.getUTCDay(),
  }
}

/** Null when the parts are no real date or time (`2021-02-30`, 24:00). */
export const epochOf = (
  year: number,
  month: number,
  day: number,
  hour = 0,
  minute = 0,
  second = 0,
): EpochMs | null => {
  const at = Date.UTC(year, month - 1, day, hour, minute, second) - offsetMs
  const back = koreanTime(at)
  const same =
    back.year === year &&
    back.month === month &&
    back.day === day &&
    back.hour === hour &&
    back.minute === minute &&
    back.second === second
  return same ? at : null
}

/** `2021-10-05T22:35:42+09:00`. */
export const isoKorea = (at: EpochMs): string => {
  const t = koreanTime(at)
  return `${dateText(t)}T${pad(t.hour)}:${pad(t.minute)}:${pad(t.second)}+09:00`
}

const dateText = (t: KoreanTime): string => `${pad(t.year, 4)}-${pad(t.month)}-${pad(t.day)}`

/**
 * The shop's day: a shop that closes after midnight counts the small hours to the day before.
 * @param closesAtHour hour at which a new business day begins, 0 to 12.
 */
export const businessDate = (at: EpochMs, closesAtHour = 0): BusinessDate =>
  dateText(koreanTime(at - closesAtHour * 60 * 60 * 1000))

export const addDays = (date: BusinessDate, days: number): BusinessDate => {
  const at = Date.parse(`${date}T00:00:00Z`) + days * dayMs
  return new Date(at).toISOString().slice(0, 10)
}

/** The same day of a later month, or that month's last: 2026-01-31 and one month give 2026-02-28. */
export const addMonths = (date: BusinessDate, months: number): BusinessDate => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10)
}

/** Whole days from one business date to a later one. */
export const daysBetween = (from: BusinessDate, to: BusinessDate): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs)

/** `14:02` */
export const clockText = (at: EpochMs): string => {
  const t = koreanTime(at)
  return `${pad(t.hour)}:${pad(t.minute)}`
}

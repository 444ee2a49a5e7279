import type { EpochMs } from '#shared/dates.ts'

/** In which hours a source was heard, as whole hours since 1970, in order. Korea's clock never jumps. */
export type HeardHours = readonly number[]

const hourMs = 3_600_000
const keptHours = 21 * 24
const daysLookedAt = 7
/** On so many of the last seven days it was heard at this hour: it usually is. */
const usualDays = 4

export const hourOf = (at: EpochMs): number => Math.floor(at / hourMs)

/** The same list when the hour is known already. */
export const withHour = (hours: HeardHours, at: EpochMs): HeardHours => {
  const hour = hourOf(at)
  if (hours.includes(hour)) return hours
  return [...hours.filter((one) => one > hour - keptHours), hour]
}

/**
 * A line that is usually heard at this time of the day, and at the hour before, and was not heard in either: worth
 * a gentle word. A new source, a night and a closing day are never quiet.
 */
export const isQuiet = (hours: HeardHours, now: EpochMs): boolean => {
  const known = new Set(hours)
  const usual = (hour: number): boolean =>
    Array.from({ length: daysLookedAt }, (_, day) => hour - 24 * (day + 1)).filter((one) => known.has(one))
      .length >= usualDays
  const hour = hourOf(now)
  return [hour, hour - 1].every((one) => usual(one) && !known.has(one))
}

export const textOfHours = (hours: HeardHours): string => `${JSON.stringify(hours)}\n`

/** Nothing for what is no such list: a habit is learnt again. */
export const hoursOf = (text: string): HeardHours => {
  try {
    const parsed: unknown = JSON.parse(text)
    const whole = Array.isArray(parsed) && parsed.every((one) => Number.isSafeInteger(one))
    return whole ? parsed.slice(-keptHours).map(Number) : []
  } catch {
    return []
  }
}

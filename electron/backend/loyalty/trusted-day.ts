import { addDays, type BusinessDate, daysBetween } from '#shared/dates.ts'

/** The day up to which lots may have ended, and the PC's own day from which on days are counted. */
export interface KeptDay {
  readonly day: BusinessDate
  readonly seen: BusinessDate
}

/** Longer than a shop is closed for a holiday: a PC that says so has a wrong clock. */
const longestRestDays = 31

/**
 * Whether a day has come is never believed of one clock alone. Where the POS prints days, both the PC and the latest
 * receipts must have reached it; where it does not, the PC's day counts as long as it goes on without a leap. The day
 * never goes back, and a clock that is set back and forth brings no end nearer.
 * @param pc the business day by the PC's clock.
 * @param printed the earliest day printed on the latest few receipts, by their sequence; null where none is printed.
 */
export const trustedDay = (kept: KeptDay, pc: BusinessDate, printed: BusinessDate | null): KeptDay => {
  const upTo = (day: BusinessDate): KeptDay => {
    const reached = day < pc ? day : pc
    return { day: reached > kept.day ? reached : kept.day, seen: pc }
  }
  if (printed !== null) return upTo(printed)
  const gone = daysBetween(kept.seen, pc)
  // Set back a little: the days that it then goes through again are not counted twice.
  if (gone < 0 && gone >= -longestRestDays) return kept
  return gone >= 0 && gone <= longestRestDays ? upTo(addDays(kept.day, gone)) : { day: kept.day, seen: pc }
}

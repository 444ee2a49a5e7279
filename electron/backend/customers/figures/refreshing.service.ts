import { addDays, type BusinessDate, koreanTime } from '#shared/dates.ts'
import type { Reader, Writer } from '../../platform/db/statements.ts'
import { customTime } from './custom-time.ts'
import { refreshSums } from './figures.repo.ts'
import { type HabitRow, latelyBought, latestVisits, putHabit, type Visit } from './habit.repo.ts'
import { nextVisit, rhythmOf } from './rhythm.ts'
import { usualOrder } from './usual.ts'

/** How far back from the last visit the usual order looks. */
const usualDays = 365
/** More than are shown: several spellings may turn out to be one product. */
const usualKept = 6

/** In the same unit of work as whatever changed the customer's receipts or entries. */
export const refreshFigures = (tx: Writer, customerId: number): void => {
  const later = waiting.get(tx)
  if (later !== undefined) later.add(customerId)
  // Somebody who is not there any more has no figures either.
  else if (refreshSums(tx, customerId)) putHabit(tx, habitOf(tx, customerId))
}

/** Whose figures are counted at the end of the work that runs. */
const waiting = new WeakMap<Writer, Set<number>>()

/**
 * Whoever's figures `work` changes has them counted once, at its end; until then they stay as they were before it, so
 * that nothing in it may read them. For filling a ledger, where nobody does.
 */
export const refreshedOnce = <T>(tx: Writer, work: () => T): T => {
  const later = new Set<number>()
  waiting.set(tx, later)
  let result: T
  try {
    result = work()
  } finally {
    waiting.delete(tx)
  }
  for (const id of later) refreshFigures(tx, id)
  return result
}

/** A customer's habits as their receipts say them; what is kept has to be equal to it. */
export const habitOf = (reader: Reader, customerId: number): HabitRow => {
  const visits = latestVisits(reader, customerId)
  const last = visits.at(-1)?.date ?? null
  const rhythm = rhythmOf(visits.map(({ date }) => date))
  const next = nextVisit(rhythm, last)
  const { weekday, hour } = customTime(visits.map(timeOf))
  return {
    customer_id: customerId,
    weekday,
    hour,
    rhythm_days: rhythm?.days ?? null,
    rhythm_low: rhythm?.low ?? null,
    rhythm_high: rhythm?.high ?? null,
    next_from: next?.from ?? null,
    next_to: next?.to ?? null,
    usual: JSON.stringify(last === null ? [] : usualUpTo(reader, customerId, last)),
  }
}

const usualUpTo = (reader: Reader, customerId: number, last: BusinessDate) =>
  usualOrder(latelyBought(reader, customerId, addDays(last, -usualDays)), last, usualKept)

/** The weekday is that of the business day: a night out on Friday is still Friday at one o'clock. */
const timeOf = ({ date, at }: Visit) => ({
  weekday: new Date(`${date}T00:00:00Z`).getUTCDay(),
  hour: koreanTime(at).hour,
})

import { type BusinessDate, businessDate, type EpochMs } from '#shared/dates.ts'
import type { Reader, Writer } from '../platform/db/statements.ts'
import { readShop } from '../shop/shop.service.ts'
import { keepDay, printedDay, readKeptDay } from './day.repo.ts'
import { type KeptDay, trustedDay } from './trusted-day.ts'

/** The business day by the PC's clock. */
export const dayByClock = (reader: Reader, at: EpochMs): BusinessDate =>
  businessDate(at, readShop(reader).closes_at_hour)

/** The day as it is now, and whether it is another one than is kept. */
const look = (reader: Reader, at: EpochMs): { readonly now: KeptDay; readonly isNew: boolean } => {
  const pc = dayByClock(reader, at)
  const kept = readKeptDay(reader)
  const printed = printedDay(reader)
  if (kept === undefined)
    return { now: { day: printed !== null && printed < pc ? printed : pc, seen: pc }, isNew: true }
  const now = trustedDay(kept, pc, printed)
  return { now, isNew: kept.day !== now.day || kept.seen !== now.seen }
}

/** The day up to which lots may have ended; see `trustedDay`. Kept, so that it never goes back. */
export const reachedDay = (tx: Writer, at: EpochMs): BusinessDate => {
  const { now, isNew } = look(tx, at)
  if (isNew) keepDay(tx, now)
  return now.day
}

/** Whether the day that was reached, or the PC's, is another one than is kept. */
export const isNewDay = (reader: Reader, at: EpochMs): boolean => look(reader, at).isNew

/** As `reachedDay`, without keeping it. */
export const dayReached = (reader: Reader, at: EpochMs): BusinessDate => look(reader, at).now.day

/** On which day new points begin: never before the day that was reached, so that a clock set back shortens none. */
export const firstDay = (reached: BusinessDate, pc: BusinessDate): BusinessDate =>
  pc > reached ? pc : reached

import type { EpochMs } from '#shared/dates.ts'

const year = 366 * 24 * 60 * 60_000

/**
 * How long access entries are kept: a year, two with the data of 50,000 people or more
 * (개인정보의 안전성 확보조치 기준, article on keeping and checking access records).
 * @param customers people in the ledger.
 */
export const keptFor = (customers: number): number => (customers >= 50_000 ? 2 * year : year)

export const mayBeDroppedBefore = (now: EpochMs, customers: number): EpochMs => now - keptFor(customers)

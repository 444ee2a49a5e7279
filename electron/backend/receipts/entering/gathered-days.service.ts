import type { BusinessDate } from '#shared/dates.ts'
import type { Schema } from '../../platform/db/schema.ts'
import type { Writer } from '../../platform/db/statements.ts'
import { addToDay } from './receipt-writes.repo.ts'

type Day = Schema['daily_total']

/**
 * Days of receipts that come together. The first of a day is written at once, for sales are looked for among the days
 * that have any; the others are added up and written once.
 */
export interface GatheredDays {
  add(tx: Writer, change: Day): void
  write(tx: Writer): void
}

export const gatherDays = (): GatheredDays => {
  const waiting = new Map<BusinessDate, Day | null>()
  return {
    add(tx, change) {
      const before = waiting.get(change.business_date)
      if (before === undefined) addToDay(tx, change)
      waiting.set(change.business_date, before === undefined ? null : plus(before, change))
    },
    write(tx) {
      for (const day of waiting.values()) if (day !== null) addToDay(tx, day)
    },
  }
}

const plus = (before: Day | null, change: Day): Day =>
  before === null
    ? change
    : {
        ...change,
        sales: before.sales + change.sales,
        refunds: before.refunds + change.refunds,
        net: before.net + change.net,
        attached: before.attached + change.attached,
      }

import { hot } from '../platform/db/hot.ts'
import { query } from '../platform/db/query.ts'
import type { Reader } from '../platform/db/statements.ts'

/** A day of the year in one of the two calendars. */
export interface Birthday {
  readonly calendar: 'solar' | 'lunar'
  readonly month: number
  readonly day: number
  readonly leap: boolean
}

const born = hot<
  { id: number },
  { calendar: 'solar' | 'lunar'; month: number | null; day: number | null; leap: number }
>((param) =>
  query
    .selectFrom('customer_detail')
    .select(['birth_calendar as calendar', 'birth_month as month', 'birth_day as day', 'birth_leap as leap'])
    .where('customer_id', '=', param('id')),
)
const otherSale = hot<{ customer: number; sale: number }, { id: number }>((param) =>
  query
    .selectFrom('receipt')
    .select('id')
    .where('customer_id', '=', param('customer'))
    .where('kind', '<>', 'refund')
    .where('id', '<>', param('sale'))
    .limit(1),
)

export const birthdayOf = (reader: Reader, customerId: number): Birthday | null => {
  const row = reader.first(born({ id: customerId }))
  if (row === undefined || row.month === null || row.day === null) return null
  return { calendar: row.calendar, month: row.month, day: row.day, leap: row.leap === 1 }
}

/** Whether the customer has any sale but this one. */
export const hasOtherSale = (reader: Reader, customer: number, sale: number): boolean =>
  reader.first(otherSale({ customer, sale })) !== undefined

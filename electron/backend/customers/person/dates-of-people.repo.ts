import { query } from '../../platform/db/query.ts'
import type { Schema } from '../../platform/db/schema.ts'
import type { Reader } from '../../platform/db/statements.ts'

interface MonthDay {
  readonly month: number
  readonly day: number
}
type BornRow = Pick<
  Schema['customer_detail'],
  'customer_id' | 'birth_calendar' | 'birth_month' | 'birth_day' | 'birth_leap'
> & { name: string }

/** Customers whose birthday stands under one of these months and days, of either calendar. */
export const bornOn = (reader: Reader, days: readonly MonthDay[]): BornRow[] =>
  days.length === 0
    ? []
    : reader.all(
        query
          .selectFrom('customer_detail as d')
          .innerJoin('customer as c', 'c.id', 'd.customer_id')
          .select([
            'd.customer_id',
            'd.birth_calendar',
            'd.birth_month',
            'd.birth_day',
            'd.birth_leap',
            'c.name',
          ])
          .where('c.left_at', 'is', null)
          .where((eb) =>
            eb.or(
              days.map(({ month, day }) =>
                eb.and([eb('d.birth_month', '=', month), eb('d.birth_day', '=', day)]),
              ),
            ),
          )
          .orderBy('c.name')
          .orderBy('c.id'),
      )

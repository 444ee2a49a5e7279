import { sql } from 'kysely'
import type { BusinessDate } from '#shared/dates.ts'
import { query } from '../platform/db/query.ts'
import type { Schema } from '../platform/db/schema.ts'
import type { Reader, Writer } from '../platform/db/statements.ts'

export type DayRow = Schema['segment_day']

/** The next so many who are in a group as it was kept last, ascending. */
export const openMembers = (reader: Reader, segmentId: number, after: number, most: number): number[] =>
  reader
    .all(
      query
        .selectFrom('segment_membership')
        .select('customer_id')
        .where('segment_id', '=', segmentId)
        .where('customer_id', '>', after)
        .where('to_date', 'is', null)
        .orderBy('customer_id')
        .limit(most),
    )
    .map((row) => row.customer_id)

/** Groups of which anything was ever kept. */
export const keptGroups = (reader: Reader): number[] =>
  reader
    .all(query.selectFrom('segment_day').select('segment_id').distinct().orderBy('segment_id'))
    .map((row) => row.segment_id)

/** One statement for lists of all lengths. */
const among = (ids: readonly number[]) => sql<number>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`

/** Whoever has left meanwhile comes into nothing. */
export const enter = (
  tx: Writer,
  segmentId: number,
  customerIds: readonly number[],
  on: BusinessDate,
): void => {
  tx.run(
    query
      .insertInto('segment_membership')
      .columns(['segment_id', 'customer_id', 'from_date', 'to_date'])
      .expression((eb) =>
        eb
          .selectFrom('customer')
          .select([
            sql<number>`CAST(${segmentId} AS INTEGER)`.as('segment_id'),
            'id as customer_id',
            sql<string>`${on}`.as('from_date'),
            sql<null>`NULL`.as('to_date'),
          ])
          .where('id', 'in', among(customerIds))
          .where('left_at', 'is', null),
      )
      // Of a run that was cut short and is made again.
      .onConflict((conflict) => conflict.doNothing()),
  )
}

/** Whoever came in only on this very day was never in. */
export const leave = (
  tx: Writer,
  segmentId: number,
  customerIds: readonly number[],
  on: BusinessDate,
): void => {
  tx.run(
    query
      .deleteFrom('segment_membership')
      .where('segment_id', '=', segmentId)
      .where('customer_id', 'in', among(customerIds))
      .where('from_date', '=', on),
  )
  tx.run(
    query
      .updateTable('segment_membership')
      .set({ to_date: on })
      .where('segment_id', '=', segmentId)
      .where('customer_id', 'in', among(customerIds))
      .where('to_date', 'is', null),
  )
}

/** How many came in and went on a day. */
export const movedOn = (
  reader: Reader,
  segmentId: number,
  on: BusinessDate,
): { readonly entered: number; readonly left: number } => {
  const count = (column: 'from_date' | 'to_date'): number =>
    reader.first(
      query
        .selectFrom('segment_membership')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('segment_id', '=', segmentId)
        .where(column, '=', on),
    )?.count ?? 0
  return { entered: count('from_date'), left: count('to_date') }
}

export const putDays = (tx: Writer, rows: readonly DayRow[]): void => {
  tx.run(query.insertInto('segment_day').values(rows))
}

/** The last business day that was kept; null before the first. @param segmentId one that is always kept. */
export const lastKept = (reader: Reader, segmentId: number): BusinessDate | null =>
  reader.first(
    query
      .selectFrom('segment_day')
      .select((eb) => eb.fn.max('business_date').as('last'))
      .where('segment_id', '=', segmentId),
  )?.last ?? null

/** The day of the first receipt. */
export const firstDay = (reader: Reader): BusinessDate | null =>
  reader.first(query.selectFrom('receipt').select('business_date').orderBy('business_date').limit(1))
    ?.business_date ?? null

/** Kept days of a group after a day, oldest first. */
export const daysAfter = (reader: Reader, segmentId: number, after: BusinessDate): DayRow[] =>
  reader.all(
    query
      .selectFrom('segment_day')
      .selectAll()
      .where('segment_id', '=', segmentId)
      .where('business_date', '>', after)
      .orderBy('business_date'),
  )

/** Of each group: who came and went after a day. */
export const movementAfter = (
  reader: Reader,
  after: BusinessDate,
): { segment_id: number; entered: number; left: number }[] =>
  reader.all(
    query
      .selectFrom('segment_day')
      .select(({ fn }) => [
        'segment_id',
        fn.sum<number>('entered').as('entered'),
        fn.sum<number>('left').as('left'),
      ])
      .where('business_date', '>', after)
      .groupBy('segment_id'),
  )

interface Someone {
  readonly customer_id: number
  readonly name: string
  readonly on: BusinessDate
}

/** The latest who came in or went after a day, newest first. */
export const movers = (
  reader: Reader,
  segmentId: number,
  how: 'from_date' | 'to_date',
  after: BusinessDate,
  most: number,
): Someone[] =>
  reader.all(
    query
      .selectFrom('segment_membership as m')
      .innerJoin('customer as c', 'c.id', 'm.customer_id')
      .select(['m.customer_id', 'c.name', sql<string>`${sql.ref(`m.${how}`)}`.as('on')])
      .where('m.segment_id', '=', segmentId)
      .where(`m.${how}`, '>', after)
      .orderBy(`m.${how}`, 'desc')
      .orderBy('m.customer_id')
      .limit(most),
  )

/** Everybody who was in a group at the end of some day between two, with the group of `into` in which they are now. */
const thenAndNow = (segmentId: number, from: BusinessDate, to: BusinessDate, into: readonly number[]) =>
  query
    .selectFrom(
      query
        .selectFrom('segment_membership')
        .select('customer_id')
        .distinct()
        .where('segment_id', '=', segmentId)
        .where('from_date', '<=', to)
        .where((eb) => eb.or([eb('to_date', 'is', null), eb('to_date', '>', from)]))
        .as('then'),
    )
    .leftJoin('segment_membership as now', (join) =>
      join
        .onRef('now.customer_id', '=', 'then.customer_id')
        .on('now.segment_id', 'in', into)
        .on('now.to_date', 'is', null),
    )

/** How many of them are in each of these groups now; null: in none of them. */
export const whereNow = (
  reader: Reader,
  segmentId: number,
  from: BusinessDate,
  to: BusinessDate,
  into: readonly number[],
): { segment_id: number | null; people: number }[] =>
  reader.all(
    thenAndNow(segmentId, from, to, into)
      .select(({ fn }) => ['now.segment_id', fn.countAll<number>().as('people')])
      .groupBy('now.segment_id'),
  )

/** Those of them who are in one group now, ascending; null: in none of them; `all`: whatever they are now. */
export const membersNowIn = (
  reader: Reader,
  segmentId: number,
  from: BusinessDate,
  to: BusinessDate,
  into: readonly number[],
  now: number | null | 'all',
): number[] => {
  const then = thenAndNow(segmentId, from, to, into).select('then.customer_id').orderBy('then.customer_id')
  const wanted = now === 'all' ? then : then.where('now.segment_id', now === null ? 'is' : '=', now)
  return reader.all(wanted).map((row) => row.customer_id)
}

import { type SqlBool, sql } from 'kysely'
import { query } from '../platform/db/query.ts'
import type { Schema } from '../platform/db/schema.ts'
import type { Reader, Writer } from '../platform/db/statements.ts'

export type AccessEntry = Schema['access_entry']

export const addAccess = (tx: Writer, entry: AccessEntry): void => {
  tx.run(query.insertInto('access_entry').values(entry))
}

/** Whose data an entry was about, where it was a block of rows. */
export const addAccessPeople = (tx: Writer, entryId: number, ids: string): void => {
  tx.run(query.insertInto('access_people').values({ entry_id: entryId, ids }))
}

export interface AccessFilter {
  readonly limit: number
  readonly beforeId?: number | undefined
  /** UTC ms, from and before. */
  readonly from?: number | undefined
  readonly before?: number | undefined
  readonly action?: AccessEntry['action'] | undefined
  readonly ofCustomer?: number | undefined
}

export const listAccess = (
  reader: Reader,
  { limit, beforeId, from, before, action, ofCustomer }: AccessFilter,
): (AccessEntry & { name: string | null })[] => {
  let rows = query
    .selectFrom('access_entry as e')
    .leftJoin('person as p', 'p.id', 'e.person_id')
    .selectAll('e')
    .select('p.name')
    .orderBy('e.id', 'desc')
    .limit(limit)
  if (beforeId !== undefined) rows = rows.where('e.id', '<', beforeId)
  if (from !== undefined) rows = rows.where('e.at', '>=', from)
  if (before !== undefined) rows = rows.where('e.at', '<', before)
  if (action !== undefined) rows = rows.where('e.action', '=', action)
  if (ofCustomer !== undefined)
    rows = rows.where((eb) =>
      eb.or([
        eb('e.customer_id', '=', ofCustomer),
        sql<SqlBool>`e.id IN (SELECT p.entry_id FROM access_people AS p, json_each(p.ids) AS one
          WHERE one.value = ${ofCustomer})`,
      ]),
    )
  return reader.all(rows)
}

/** Korean time has no summer time: nine hours ahead, all year. */
const local = sql`e.at / 1000 + 32400`

export interface MonthRow {
  readonly month: string
  readonly entries: number
  readonly failed: number
  readonly exports: number
  readonly at_night: number
  readonly reviewed_at: number | null
  readonly remark: string | null
  readonly by_name: string | null
}

export const accessMonths = (reader: Reader): MonthRow[] =>
  reader.all(
    query
      .with('by_month', (db) =>
        db
          .selectFrom('access_entry as e')
          .select([
            sql<string>`strftime('%Y-%m', ${local}, 'unixepoch')`.as('month'),
            sql<number>`count(*)`.as('entries'),
            sql<number>`sum(action = 'failed')`.as('failed'),
            sql<number>`sum(action = 'export')`.as('exports'),
            sql<number>`sum(CAST(strftime('%H', ${local}, 'unixepoch') AS INTEGER) < 6)`.as('at_night'),
          ])
          .groupBy('month'),
      )
      .selectFrom('by_month as m')
      .leftJoin('access_review as r', 'r.month', 'm.month')
      .leftJoin('person as p', 'p.id', 'r.person_id')
      .select(['m.month', 'm.entries', 'm.failed', 'm.exports', 'm.at_night'])
      .select(['r.at as reviewed_at', 'r.remark', 'p.name as by_name'])
      .orderBy('m.month', 'desc'),
  )

export const tickMonth = (tx: Writer, review: Schema['access_review']): void => {
  tx.run(
    query
      .insertInto('access_review')
      .values(review)
      .onConflict((conflict) => conflict.column('month').doUpdateSet(review)),
  )
}

/**
 * Drops entries from before `since`; the triggers let nothing younger go. What was written after an entry that stays, by a
 * clock that was behind, stays with it.
 */
export const dropAccessBefore = (tx: Writer, since: number): void => {
  tx.run(query.updateTable('access_kept').set({ since_at: since }).where('id', '=', 1))
  tx.run(
    query
      .deleteFrom('access_entry')
      .where('at', '<', since)
      .where(
        'id',
        '<',
        sql<number>`coalesce((SELECT min(id) FROM access_entry WHERE at >= ${since}), ${Number.MAX_SAFE_INTEGER})`,
      ),
  )
}

export const customerCount = (reader: Reader): number =>
  reader.first(query.selectFrom('customer').select(({ fn }) => fn.countAll<number>().as('count')))?.count ?? 0

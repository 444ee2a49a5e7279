import type { BusinessDate, EpochMs } from '#shared/dates.ts'
import { query } from '../platform/db/query.ts'
import type { Schema } from '../platform/db/schema.ts'
import type { Reader, Writer } from '../platform/db/statements.ts'

export type OwnGroup = Schema['segment']
export type LimitRow = Schema['segment_limit']

/** Those that were taken away included: others may still be made of them. By name. */
export const ownGroups = (reader: Reader): OwnGroup[] =>
  reader.all(query.selectFrom('segment').selectAll().orderBy('name').orderBy('id'))

export const addGroup = (tx: Writer, row: OwnGroup): void => {
  tx.run(query.insertInto('segment').values(row))
}

export const changeGroup = (
  tx: Writer,
  id: number,
  change: Partial<Pick<OwnGroup, 'name' | 'rule' | 'removed_at'>> & { readonly updated_at: EpochMs },
): void => {
  tx.run(query.updateTable('segment').set(change).where('id', '=', id))
}

/** Null as long as the shop has what it began with. */
export const readSettings = (reader: Reader): string | null =>
  reader.first(query.selectFrom('segment_setting').select('json').where('id', '=', 1))?.json ?? null

export const writeSettings = (tx: Writer, json: string): void => {
  tx.run(
    query
      .insertInto('segment_setting')
      .values({ id: 1, json })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ json })),
  )
}

/** The limits of the latest day between two of which they were kept; empty where there is none. */
export const limitRows = (reader: Reader, from: BusinessDate, asOf: BusinessDate): LimitRow[] =>
  reader.all(
    query
      .selectFrom('segment_limit')
      .selectAll()
      .where('business_date', '=', (eb) =>
        eb
          .selectFrom('segment_limit')
          .select((inner) => inner.fn.max('business_date').as('latest'))
          .where('business_date', '>=', from)
          .where('business_date', '<=', asOf),
      )
      .orderBy('figure')
      .orderBy('place'),
  )

export const putLimits = (tx: Writer, asOf: BusinessDate, rows: readonly LimitRow[]): void => {
  tx.run(query.deleteFrom('segment_limit').where('business_date', '=', asOf))
  tx.run(query.insertInto('segment_limit').values(rows))
}

/** What was kept by the old settings says nothing by the new ones. */
export const forgetLimits = (tx: Writer): void => {
  tx.run(query.deleteFrom('segment_limit'))
}

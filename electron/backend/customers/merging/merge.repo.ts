import { query } from '../../platform/db/query.ts'
import type { Schema } from '../../platform/db/schema.ts'
import type { Reader, Writer } from '../../platform/db/statements.ts'
import type { PersonalTable } from './personal-rows.repo.ts'
import type { PlainRow } from './personal-rows.ts'

export type MergeRow = Schema['customer_merge']
export type Part = Schema['customer_merge_row']['part']
export type MovedTable = Schema['customer_merge_moved']['table_name']

/** One row that a merge remembers. */
export interface Remembered {
  readonly part: Part
  readonly table: PersonalTable
  readonly row: PlainRow
}

export const addMerge = (tx: Writer, row: MergeRow): void => {
  tx.run(query.insertInto('customer_merge').values(row))
}

export const remember = (tx: Writer, mergeId: number, rows: readonly Remembered[]): void => {
  for (const [position, { part, table, row }] of rows.entries())
    tx.run(
      query
        .insertInto('customer_merge_row')
        .values({ merge_id: mergeId, position, part, table_name: table, json: JSON.stringify(row) }),
    )
}

export const findMerge = (reader: Reader, id: number): MergeRow | undefined =>
  reader.first(query.selectFrom('customer_merge').selectAll().where('id', '=', id))

export const rememberedRows = (reader: Reader, mergeId: number) =>
  reader.all(
    query
      .selectFrom('customer_merge_row')
      .select(['part', 'table_name', 'json'])
      .where('merge_id', '=', mergeId)
      .orderBy('position'),
  )

/** What was remembered is of no more use once the two are apart again. */
export const endMerge = (tx: Writer, id: number, at: number): void => {
  tx.run(query.updateTable('customer_merge').set({ undone_at: at }).where('id', '=', id))
  tx.run(query.deleteFrom('customer_merge_row').where('merge_id', '=', id))
  tx.run(query.deleteFrom('customer_merge_moved').where('merge_id', '=', id))
}

/** Ids of rows in a table that only say whose they are. */
export const ownRows = (reader: Reader, table: MovedTable, customerId: number): number[] =>
  reader
    .all(query.selectFrom(table).select('id').where('customer_id', '=', customerId).orderBy('id'))
    .map((row) => row.id)

/** Every row of a table that is one's becomes the other's, and is remembered. */
export const moveAll = (tx: Writer, mergeId: number, table: MovedTable, from: number, into: number): void => {
  for (const id of ownRows(tx, table, from))
    tx.run(
      query.insertInto('customer_merge_moved').values({ merge_id: mergeId, table_name: table, row_id: id }),
    )
  tx.run(query.updateTable(table).set({ customer_id: into }).where('customer_id', '=', from))
}

export const movedRows = (reader: Reader, mergeId: number, table: MovedTable): number[] =>
  reader
    .all(
      query
        .selectFrom('customer_merge_moved')
        .select('row_id')
        .where('merge_id', '=', mergeId)
        .where('table_name', '=', table),
    )
    .map((row) => row.row_id)

/** @returns false where the row is gone, or somebody else's by now. */
export const giveBack = (tx: Writer, table: MovedTable, id: number, from: number, to: number): boolean =>
  tx.run(
    query.updateTable(table).set({ customer_id: to }).where('id', '=', id).where('customer_id', '=', from),
  ).changes > 0

/** Whoever waits at the counter is the one who stays. */
export const keepWaiting = (tx: Writer, gone: number, kept: number): void => {
  tx.run(query.updateTable('counter_waiting').set({ customer_id: kept }).where('customer_id', '=', gone))
}

/** Merges into a customer that can be taken apart again, the latest first. */
export const mergesInto = (reader: Reader, customerId: number): { id: number; name: string; at: number }[] =>
  reader
    .all(
      query
        .selectFrom('customer_merge as m')
        .innerJoin('customer_merge_row as r', 'r.merge_id', 'm.id')
        .select(['m.id', 'm.at', 'r.json'])
        .where('m.kept_id', '=', customerId)
        .where('m.undone_at', 'is', null)
        .where('r.part', '=', 'gone')
        .where('r.table_name', '=', 'customer')
        .orderBy('m.id', 'desc'),
    )
    .map(({ id, at, json }) => ({ id, at, name: nameIn(json) }))

const nameIn = (json: string): string => {
  const row: unknown = JSON.parse(json)
  return typeof row === 'object' && row !== null && 'name' in row ? String(row.name) : ''
}

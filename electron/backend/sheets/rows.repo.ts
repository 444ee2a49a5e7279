import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { SheetSort } from '#shared/contract/sheet-filter.ts'
import { DangolError } from '#shared/errors.ts'
import type { Reader } from '../platform/db/statements.ts'
import type { Where } from './conditions.repo.ts'
import { asQuery, type Cell, listOf, type SheetColumn, type SheetSource } from './sheet-source.repo.ts'

export interface SheetQuery {
  readonly source: SheetSource
  readonly columns: ReadonlyMap<string, SheetColumn>
  readonly where: Where
}

export type RowKey = string | number

/** Of one column over some rows. */
export interface ColumnSum {
  readonly filled: number
  readonly sum: number | null
}

const tables = (source: SheetSource, needs: ReadonlySet<string>): RawBuilder<unknown> => {
  const joins = [...needs].map((name) => {
    const join = source.joins[name]
    if (join === undefined) throw new Error(`The sheet ${source.name} has no join ${name}`)
    return join
  })
  return sql.join([source.from, ...joins], sql` `)
}

const all = (conditions: readonly RawBuilder<SqlBool>[]): RawBuilder<unknown> =>
  conditions.length === 0 ? sql`` : sql` WHERE ${sql.join(conditions, sql` AND `)}`

/** What does not stand goes to the end, whichever way is asked for. */
const orderOf = (
  { source, columns }: SheetQuery,
  sort: SheetSort,
): { readonly order: RawBuilder<unknown>; readonly needs: readonly string[] } => {
  const needs: string[] = []
  const terms = sort.map(({ column: name, descending }) => {
    const column = columns.get(name)
    if (column === undefined || !column.sortable)
      throw new DangolError('sheet.unknown-column', { column: name })
    needs.push(...column.needs)
    // An empty text is as good as none.
    const value = column.kind === 'text' ? sql`nullif(${column.value}, '')` : column.value
    return descending ? sql`${value} DESC NULLS LAST` : sql`${value} NULLS LAST`
  })
  return { order: sql.join([...terms, source.natural]), needs }
}

/** Keys of the rows in their order, `count` of them from `from` on. */
export const keysInOrder = (
  reader: Reader,
  asked: SheetQuery,
  sort: SheetSort,
  from: number,
  count: number,
): RowKey[] => {
  const { order, needs } = orderOf(asked, sort)
  const { source, where } = asked
  const among = tables(source, new Set([...where.needs, ...needs]))
  return reader
    .all(
      asQuery(
        sql<{ key: RowKey }>`SELECT ${source.key} AS key FROM ${among}${all(where.where)}
          ORDER BY ${order} LIMIT ${count} OFFSET ${from}`,
      ),
    )
    .map((row) => row.key)
}

export const countRows = (reader: Reader, { source, where }: SheetQuery): number =>
  (where.where.length === 0 ? source.known?.(reader) : null) ??
  reader.first(
    asQuery(
      sql<{ count: number }>`SELECT count(*) AS count FROM ${tables(source, where.needs)}${all(where.where)}`,
    ),
  )?.count ??
  0

/** The cells of the rows that are still there, by key. */
export const cellsAt = (
  reader: Reader,
  source: SheetSource,
  columns: readonly SheetColumn[],
  keys: readonly RowKey[],
): Map<RowKey, Cell[]> => {
  const needs = new Set(columns.flatMap((column) => column.needs))
  // Whatever a join or a condition may be called, the cells come back by their place.
  const values = columns.map((column, index) => sql`${column.value} AS ${sql.ref(`v${index}`)}`)
  const rows = reader.all(
    asQuery(
      sql<Record<string, Cell>>`SELECT ${sql.join([sql`k.value AS key`, ...values])}
        FROM json_each(${JSON.stringify(keys)}) AS k CROSS JOIN ${tables(source, needs)}
        WHERE ${source.isAt(sql.ref('k.value'))}`,
    ),
  )
  return new Map(
    rows.map((row) => [row['key'] ?? 0, columns.map((_, index) => row[`v${index}`] ?? null)] as const),
  )
}

/** Whose rows they are, each person once; nobody's are left out. */
export const ownersOf = (reader: Reader, source: SheetSource, keys: readonly RowKey[]): number[] => {
  if (source.customer === null) return []
  const { id, needs } = source.customer
  return reader
    .all(
      asQuery(
        sql<{ id: number }>`SELECT DISTINCT ${id} AS id
          FROM json_each(${JSON.stringify(keys)}) AS k CROSS JOIN ${tables(source, new Set(needs))}
          WHERE ${source.isAt(sql.ref('k.value'))} AND ${id} IS NOT NULL`,
      ),
    )
    .map((row) => row.id)
}

/** How many rows, and the sums of some columns over them. */
export const sumsOf = (
  reader: Reader,
  { source, where }: SheetQuery,
  columns: readonly SheetColumn[],
): { readonly rows: number; readonly sums: readonly ColumnSum[] } => {
  const needs = new Set([...where.needs, ...columns.flatMap((column) => column.needs)])
  const values = columns.flatMap(({ value }, index) => [
    sql`count(${value}) AS ${sql.ref(`n${index}`)}`,
    sql`sum(${value}) AS ${sql.ref(`s${index}`)}`,
  ])
  const row = reader.first(
    asQuery(
      sql<Record<string, number | null>>`SELECT ${sql.join([sql`count(*) AS rows`, ...values])}
        FROM ${tables(source, needs)}${all(where.where)}`,
    ),
  )
  return {
    rows: row?.['rows'] ?? 0,
    sums: columns.map((_, index) => ({ filled: row?.[`n${index}`] ?? 0, sum: row?.[`s${index}`] ?? null })),
  }
}

/** Only these rows, or all but these. */
export const keyIs = (source: SheetSource, keys: readonly string[], among: boolean): RawBuilder<SqlBool> => {
  const list = listOf(keys.map(keyOf))
  if (!among) return sql<SqlBool>`${source.key} NOT IN ${list}`
  // By the id first: there is an index for it.
  return sql<SqlBool>`${source.id} IN ${listOf(keys.map((key) => Number.parseInt(key, 10)))} AND ${source.key} IN ${list}`
}

/** A key as the ledger has it: ids are numbers. */
export const keyOf = (key: string): RowKey => (key.includes(':') ? key : Number(key))

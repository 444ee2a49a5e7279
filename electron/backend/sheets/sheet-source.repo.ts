import type { RawBuilder, SqlBool } from 'kysely'
import { type Compilable, sql } from 'kysely'
import type { SheetName } from '#shared/contract/sheet-filter.ts'
import { query } from '../platform/db/query.ts'
import type { Reader } from '../platform/db/statements.ts'
import type { ColumnInfo } from './column.ts'

export type Cell = string | number | null

/** A column and how the ledger knows it. */
export interface SheetColumn extends ColumnInfo {
  /** What is shown, compared and sorted by. */
  readonly value: RawBuilder<Cell>
  /** Names of joins that the value needs. */
  readonly needs: readonly string[]
  /** Where initials are kept beside it. */
  readonly initials?: RawBuilder<Cell>
  /** How `contains` is asked where the value itself is too dear to make for every row. */
  readonly contains?: (text: string) => RawBuilder<SqlBool>
  /** What an export does with it unless there is a reason to have it whole. */
  readonly personal?: 'name' | 'left-out'
  /** How `oneOf` is asked of what is no single value (tags); `values` is a subquery. */
  readonly oneOf?: (values: RawBuilder<unknown>) => RawBuilder<SqlBool>
}

/** A sheet over the ledger's tables; everything that differs between the sheets. */
export interface SheetSource {
  readonly name: SheetName
  readonly from: RawBuilder<unknown>
  /** What holds of every row of the sheet. */
  readonly always?: RawBuilder<SqlBool>
  readonly joins: Readonly<Record<string, RawBuilder<unknown>>>
  /** The row's name, see `rowKey` in the contract. */
  readonly key: RawBuilder<string | number>
  /** How a row is found by its key; `place` is a JSON value of the list of keys. */
  readonly isAt: (place: RawBuilder<unknown>) => RawBuilder<SqlBool>
  /** The number that `ids` of a filter mean. */
  readonly id: RawBuilder<number>
  /** The customer whom the row belongs to, and the join that is needed to know. */
  readonly customer: { readonly id: RawBuilder<number | null>; readonly needs: readonly string[] } | null
  /** The order where none is asked for, and what settles equal ones; no two rows are equal in it. */
  readonly natural: RawBuilder<unknown>
  /** What people type to find a row. */
  readonly found: (text: string) => { readonly where: RawBuilder<SqlBool>; readonly needs: readonly string[] }
  /**
   * Whether the order of all rows is kept while somebody scrolls. Customers and products are few enough; receipts and
   * lines are asked for window by window, in the order of an index.
   */
  readonly keepsOrder: boolean
  /** How many rows there are without any filter, where a sum says so; null where they have to be counted. */
  readonly known?: (reader: Reader) => number | null
  readonly columns: (reader: Reader) => readonly SheetColumn[]
}

/** A template as the reader takes it. */
export const asQuery = <R>(built: RawBuilder<R>): Compilable<R> => ({ compile: () => built.compile(query) })

/** A column whose value needs the joins named. */
export const sheetColumn = (
  info: ColumnInfo,
  value: RawBuilder<Cell>,
  needs: readonly string[] = [],
  differs: Pick<SheetColumn, 'initials' | 'contains' | 'oneOf' | 'personal'> = {},
): SheetColumn => ({ ...info, value, needs, ...differs })

/** One parameter that holds any number of values. */
export const listOf = (values: readonly (string | number)[]): RawBuilder<unknown> =>
  sql`(SELECT value FROM json_each(${JSON.stringify(values)}))`

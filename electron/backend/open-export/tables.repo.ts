import { sql } from 'kysely'
import type { Connection } from '../platform/db/open.ts'
import { query } from '../platform/db/query.ts'
import { isExported, isExportedColumn } from './description.ts'

export interface Table {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: number
}

/** Every table that leaves, with its columns in their order and how many rows it has. */
export const tablesOf = (db: Connection): Table[] =>
  db
    .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' ORDER BY name")
    .pluck()
    .all()
    .map(String)
    .filter(isExported)
    .map((name) => ({
      name,
      columns: db
        .prepare('SELECT name FROM pragma_table_info(?)')
        .pluck()
        .all(name)
        .map(String)
        .filter((column) => isExportedColumn(name, column)),
      rows: Number(
        db
          .prepare(`SELECT count(*) FROM ${quoted(name)}`)
          .pluck()
          .get(),
      ),
    }))

/** Rows of a table one after another, never all at once. */
export const rowsOf = (db: Connection, { name, columns }: Table): IterableIterator<unknown[]> =>
  db
    .prepare(`SELECT ${columns.map(quoted).join(', ')} FROM ${quoted(name)}`)
    .raw()
    .iterate() as IterableIterator<unknown[]>

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

export interface Leaf {
  /** The name of the sheet. */
  readonly name: string
  readonly headings: readonly string[]
  rows(db: Connection): IterableIterator<unknown[]>
}

const iterate = (
  db: Connection,
  built: { compile(): { sql: string; parameters: readonly unknown[] } },
): IterableIterator<unknown[]> => {
  const { sql: text, parameters } = built.compile()
  return db
    .prepare(text)
    .raw()
    .iterate(...parameters) as IterableIterator<unknown[]>
}

/** Korean local time as people write it. */
const moment = (column: string) =>
  sql<string>`strftime('%Y-%m-%d %H:%M', ${sql.ref(column)} / 1000 + 32400, 'unixepoch')`

/** The sheets that an owner opens in Excel. */
export const leaves: readonly Leaf[] = [
  {
    name: '고객',
    headings: ['번호', '이름', '전화', '가입일', '첫 방문', '마지막 방문', '방문', '매출', '포인트', '메모'],
    rows: (db) =>
      iterate(
        db,
        query
          .selectFrom('customer as c')
          .leftJoin('customer_figures as f', 'f.customer_id', 'c.id')
          .select(['c.id', 'c.name', 'c.phone', 'c.joined_on', 'f.first_visit', 'f.last_visit'])
          .select(['f.visits', 'f.spend', 'f.points', 'c.memo'])
          .orderBy('c.id'),
      ),
  },
  {
    name: '영수증',
    headings: ['번호', '일시', '영업일', '종류', '영수증 번호', '합계', '할인', '손님 번호', '손님'],
    rows: (db) =>
      iterate(
        db,
        query
          .selectFrom('receipt as r')
          .leftJoin('customer as c', 'c.id', 'r.customer_id')
          .select(['r.id', moment('r.issued_at').as('issued'), 'r.business_date', 'r.kind'])
          .select(['r.receipt_number', 'r.total', 'r.discount', 'r.customer_id', 'c.name'])
          .orderBy('r.id'),
      ),
  },
  {
    name: '품목',
    headings: ['영수증', '줄', '이름', '단가', '수량', '금액'],
    rows: (db) =>
      iterate(
        db,
        query
          .selectFrom('receipt_line')
          .select(['receipt_id', 'position', 'name', 'unit_price', 'quantity', 'amount'])
          .orderBy('receipt_id')
          .orderBy('position'),
      ),
  },
  {
    name: '결제',
    headings: ['영수증', '방법', '금액'],
    rows: (db) =>
      iterate(
        db,
        query
          .selectFrom('payment')
          .select(['receipt_id', 'method', 'amount'])
          .orderBy('receipt_id')
          .orderBy('position'),
      ),
  },
  {
    name: '포인트',
    headings: ['번호', '일시', '손님 번호', '영수증', '종류', '점'],
    rows: (db) =>
      iterate(
        db,
        query
          .selectFrom('points_entry')
          .select(['id', moment('at').as('when'), 'customer_id', 'receipt_id', 'kind', 'points'])
          .orderBy('id'),
      ),
  },
]

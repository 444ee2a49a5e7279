import { type SqlBool, sql } from 'kysely'
import { query } from '../platform/db/query.ts'
import type { Reader } from '../platform/db/statements.ts'
import { type ColumnInfo, columnInfo } from './column.ts'
import { holds } from './conditions.repo.ts'
import { type SheetColumn, type SheetSource, sheetColumn } from './sheet-source.repo.ts'

const sums = ['sums'] as const
const category = ['category'] as const

/** The shop's categories, as a choice. */
export const categoryOptions = (reader: Reader): ColumnInfo['options'] =>
  reader
    .all(query.selectFrom('category').select('name').orderBy('position').orderBy('name'))
    .map(({ name }) => ({ value: name, label: name }))

const columns = (reader: Reader): readonly SheetColumn[] => [
  sheetColumn(columnInfo('name', 'text', 340, { editable: true }), sql.ref('p.name')),
  sheetColumn(
    columnInfo('category', 'choice', 150, { editable: true, options: categoryOptions(reader) }),
    sql.ref('g.name'),
    category,
  ),
  sheetColumn(
    columnInfo('spellings', 'number', 116),
    sql`(SELECT count(*) FROM product AS q WHERE q.stands_for = p.id)`,
  ),
  sheetColumn(columnInfo('quantity', 'number', 116), sql`s.quantity / 1000.0`, sums),
  sheetColumn(columnInfo('net', 'won', 140), sql.ref('s.net'), sums),
  sheetColumn(columnInfo('lastMonth', 'text', 128, { filterable: false }), sql.ref('s.last_month'), sums),
]

/** Products as the shop shows them; those that are joined to another are counted with it. */
export const productsSheet: SheetSource = {
  name: 'products',
  from: sql`product AS p`,
  always: sql<SqlBool>`p.stands_for = p.id`,
  joins: {
    category: sql`LEFT JOIN category AS g ON g.id = p.category_id`,
    // Months only: they are what days add up to.
    sums: sql`LEFT JOIN (
      SELECT q.stands_for AS id, sum(m.quantity) AS quantity, sum(m.net) AS net,
        substr(max(m.period), 1, 4) || '-' || substr(max(m.period), 5, 2) AS last_month
      FROM product_sum AS m JOIN product AS q ON q.id = m.product_id
      WHERE m.period < 1000000 GROUP BY q.stands_for) AS s ON s.id = p.id`,
  },
  key: sql<number>`p.id`,
  isAt: (place) => sql<SqlBool>`p.id = ${place}`,
  id: sql<number>`p.id`,
  customer: null,
  natural: sql`p.name, p.id`,
  found: (text) => ({ where: holds(sql.ref('p.name'), text), needs: [] }),
  keepsOrder: true,
  columns,
}

import {
  countedRows,
  type Month,
  monthlyTables,
  wholeTables,
} from '#backend/analytics/recount/recount.repo.ts'
import { type SumTable, sumTables } from '#backend/analytics/shares/tables.ts'
import { createReader, createStatementCache } from '#backend/platform/db/connection.ts'
import type { Connection } from '#backend/platform/db/open.ts'
import { spellingOf } from '#backend/products/spelling.ts'
import { products } from './products.ts'

/** The catalogue of a generated shop; names are printed as they are called. */
export const fillProducts = (db: Connection): void => {
  const product = db.prepare(
    'INSERT INTO product (id, spelling, name, stands_for, category_id) VALUES (?, ?, ?, ?, ?)',
  )
  const name = db.prepare('INSERT INTO product_name (name, product_id) VALUES (?, ?)')
  const category = db.prepare('INSERT INTO category (id, name, position) VALUES (?, ?, ?)')
  db.transaction(() => {
    const kinds = [...new Set(products.map((one) => kindOf(one.name)))]
    for (const [index, kind] of kinds.entries()) category.run(index + 1, kind, index)
    for (const [index, one] of products.entries()) {
      product.run(index + 1, spellingOf(one.name), one.name, index + 1, kinds.indexOf(kindOf(one.name)) + 1)
      name.run(one.name, index + 1)
    }
  })()
}

const kindOf = (name: string): string => name.split(' ').at(-1) ?? name

/** All sums over receipts, counted from them: what years of living with the ledger would have left. */
export const fillSums = (db: Connection): void => {
  const reader = createReader(createStatementCache(db))
  const fill = (table: SumTable, month: Month): void => {
    const { keys, sums } = sumTables[table]
    const columns = [...keys, ...sums]
    const insert = db.prepare(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    )
    const rows = countedRows(reader, table, month)
    db.transaction(() => {
      for (const row of rows) insert.run(...row)
    })()
  }
  const months = db
    .prepare('SELECT DISTINCT substr(business_date, 1, 7) FROM daily_total ORDER BY 1')
    .pluck()
    .all()
    .map(String)
  for (const month of months) for (const table of monthlyTables) fill(table, month)
  for (const table of wholeTables) fill(table, null)
  db.exec('UPDATE sums_state SET counted = 1')
}

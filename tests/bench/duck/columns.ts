import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import type { Connection } from '#backend/platform/db/open.ts'

/** The same receipts and lines in a columnar database, as an analyst would have them: no sums, nothing encrypted. */
export interface Columns {
  /** Milliseconds of one query, and its first row. */
  ask(sql: string): Promise<{ readonly took: number; readonly row: readonly unknown[] }>
  /** Closes the file and opens it again: nothing is in memory any more but what the system keeps of files. */
  coldly(): Promise<void>
  close(): void
}

/** Rows in one write. */
const piece = 5_000

const writeTable = (db: Connection, sql: string, path: string): void => {
  const file = openSync(path, 'w')
  let lines: string[] = []
  const flush = (): void => {
    if (lines.length > 0) writeSync(file, `${lines.join('\n')}\n`)
    lines = []
  }
  for (const row of db.prepare(sql).raw().iterate() as IterableIterator<(string | number | null)[]>) {
    lines.push(row.map((value) => (value === null ? '' : String(value))).join('\t'))
    if (lines.length === piece) flush()
  }
  flush()
  closeSync(file)
}

/** @param scratch gets the columnar file and is thrown away by the caller. */
export const inColumns = async (db: Connection, scratch: string): Promise<Columns> => {
  const receipts = join(scratch, 'receipts.tsv')
  const lines = join(scratch, 'lines.tsv')
  writeTable(
    db,
    `SELECT id, business_date, (issued_at + 32400000) / 3600000 % 24, kind = 'refund', total, customer_id FROM receipt`,
    receipts,
  )
  writeTable(
    db,
    `SELECT l.receipt_id, n.product_id, p.category_id, l.quantity, l.amount FROM receipt_line AS l
      JOIN product_name AS n ON n.name = l.name JOIN product AS p ON p.id = n.product_id`,
    lines,
  )
  const path = join(scratch, 'columns.duckdb')
  let instance = await DuckDBInstance.create(path)
  let connection: DuckDBConnection = await instance.connect()
  await connection.run(`CREATE TABLE receipt AS SELECT * FROM read_csv('${receipts}', delim = '\t', header = false,
    columns = {'id': 'BIGINT', 'date': 'DATE', 'hour': 'TINYINT', 'refund': 'BOOLEAN', 'total': 'INTEGER',
    'customer': 'BIGINT'})`)
  await connection.run(`CREATE TABLE line AS SELECT * FROM read_csv('${lines}', delim = '\t', header = false,
    columns = {'receipt': 'BIGINT', 'product': 'INTEGER', 'category': 'INTEGER', 'quantity': 'DOUBLE',
    'amount': 'INTEGER'})`)
  await connection.run('CHECKPOINT')
  const shut = (): void => {
    connection.closeSync()
    instance.closeSync()
  }
  return {
    async ask(sql) {
      const start = performance.now()
      const result = await connection.runAndReadAll(sql)
      const took = performance.now() - start
      return { took, row: result.getRows()[0] ?? [] }
    },
    async coldly() {
      shut()
      instance = await DuckDBInstance.create(path)
      connection = await instance.connect()
    },
    close: shut,
  }
}

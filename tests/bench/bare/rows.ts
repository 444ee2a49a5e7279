import { migrate } from '#backend/platform/db/migrate.ts'
import { openDatabase } from '#backend/platform/db/open.ts'
import { peerKey } from './database.ts'

export interface Rows {
  readonly table: string
  readonly rows: readonly Readonly<Record<string, unknown>>[]
}

const batchSize = 200

/**
 * Puts finished rows into an empty ledger file of the same schema by prepared statements, so many receipts to a
 * durable commit as a replay takes. @returns milliseconds.
 */
export const insertBareRows = (path: string, receipts: readonly (readonly Rows[])[]): number => {
  const db = openDatabase(path, { key: peerKey, mode: 'create' })
  try {
    migrate(db)
    const inserts = new Map(
      (receipts[0] ?? []).map(({ table }) => {
        const columns = (db.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name)
        const places = columns.map((column) => `@${column}`).join(', ')
        return [table, db.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`)] as const
      }),
    )
    const batch = db.transaction((some: typeof receipts) => {
      for (const receipt of some)
        for (const { table, rows } of receipt) for (const row of rows) inserts.get(table)?.run(row)
    })
    const start = performance.now()
    for (let at = 0; at < receipts.length; at += batchSize) batch(receipts.slice(at, at + batchSize))
    return performance.now() - start
  } finally {
    db.close()
  }
}

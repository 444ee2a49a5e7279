import { DangolError } from '#shared/errors.ts'
import type { Connection } from '../db/open.ts'

/** What is in a ledger, in figures that say nothing about anybody. */
export interface LedgerFigures {
  readonly customers: number
  readonly receipts: number
  /** Sum of all points entries. */
  readonly points: number
}

export const ledgerFigures = (db: Connection): LedgerFigures => {
  const figure = (sql: string): number => Number(db.prepare(sql).pluck().get())
  return {
    customers: figure('SELECT count(*) FROM customer'),
    receipts: figure('SELECT count(*) FROM receipt'),
    points: figure('SELECT coalesce(sum(points), 0) FROM points_entry'),
  }
}

/** Rows of every table, by its name, in the order of the names. */
export const rowCounts = (db: Connection): Record<string, number> =>
  Object.fromEntries(
    tableNames(db).map((name) => [name, Number(db.prepare(`SELECT count(*) FROM "${name}"`).pluck().get())]),
  )

export const tableNames = (db: Connection): string[] =>
  db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    .pluck()
    .all()
    .map(String)

/**
 * Every page, every index against its rows, every reference.
 * @param thorough false: skips comparing indexes with their rows.
 * @param cacheMiB so much memory for pages meanwhile: rows are looked up in each of their indexes, and a page that fell
 * out of the cache has to be read and decrypted again. With 128 a ledger of ten years takes half the time.
 * @throws DangolError `ledger.damaged`.
 */
export const checkLedger = (db: Connection, thorough = true, cacheMiB?: number): void => {
  const usual = Number(db.pragma('cache_size', { simple: true }))
  if (cacheMiB !== undefined) db.pragma(`cache_size = -${cacheMiB * 1_024}`)
  try {
    const found = db
      .prepare(thorough ? 'PRAGMA integrity_check(1)' : 'PRAGMA quick_check(1)')
      .pluck()
      .get()
    if (found !== 'ok') throw new DangolError('ledger.damaged', { reason: 'pages' })
    if (thorough && db.prepare('PRAGMA foreign_key_check').all().length > 0)
      throw new DangolError('ledger.damaged', { reason: 'references' })
  } finally {
    if (cacheMiB !== undefined) {
      db.pragma(`cache_size = ${usual}`)
      db.pragma('shrink_memory')
    }
  }
}

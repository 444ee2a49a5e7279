import { randomBytes } from 'node:crypto'
import { reachedDay } from '#backend/loyalty/day.service.ts'
import { createStatementCache, createWriter } from '#backend/platform/db/connection.ts'
import { migrate } from '#backend/platform/db/migrate.ts'
import { type Connection, openDatabase } from '#backend/platform/db/open.ts'
import type { UnitOfWork, Writer } from '#backend/platform/db/statements.ts'
import { createIds, type TrackedIds } from '#backend/platform/ids.ts'
import { writeFirstRows, writeFirstState } from '#backend/platform/ledger/first-rows.ts'

/** The tables of a ledger without its journal, for hundreds of thousands of operations. */
export interface RawLedger {
  readonly db: Connection
  readonly tx: Writer
  readonly reader: Writer
  readonly unit: UnitOfWork
  readonly ids: TrackedIds
}

export const rawLedger = (path: string, now: number): RawLedger => {
  const db = openDatabase(path, { key: randomBytes(32), mode: 'create' })
  migrate(db)
  db.pragma('synchronous = OFF')
  const ids = createIds(0)
  const tx = createWriter(createStatementCache(db), { expect: () => undefined, keep: () => undefined })
  const write = <T>(work: (writer: Writer) => T): T => {
    db.exec('SAVEPOINT piece')
    try {
      const value = work(tx)
      db.exec('RELEASE piece')
      return value
    } catch (error) {
      db.exec('ROLLBACK TO piece')
      db.exec('RELEASE piece')
      throw error
    }
  }
  const unit: UnitOfWork = {
    write,
    writeMany: (items, work) =>
      Array.from(items, (item) => ({ ok: true, value: write((writer) => work(writer, item)) })),
  }
  writeFirstState(db, 'points', now)
  write((writer) => writeFirstRows(writer, ids, { shopName: '시험가게', demo: false, now }))
  // As at the first opening of a ledger.
  write((writer) => reachedDay(writer, now))
  return { db, tx, reader: tx, unit, ids }
}

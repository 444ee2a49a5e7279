import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { migrate, schemaVersion } from '#backend/platform/db/migrate.ts'
import { type Connection, openDatabase } from '#backend/platform/db/open.ts'
import { temporaryFolder } from '../helpers/ledger-lab.ts'

const before = (): Connection => {
  const db = openDatabase(join(temporaryFolder(), 'x.dangol'), { key: randomBytes(32), mode: 'create' })
  onTestFinished(() => {
    db.close()
  })
  migrate(db, 45)
  return db
}

const counted = (db: Connection): unknown => db.prepare('SELECT counted FROM sums_state').pluck().get()

describe('migration 50', () => {
  it('has nothing to count in a new ledger', () => {
    const db = before()
    migrate(db, 50)
    expect(schemaVersion(db)).toBe(50)
    expect(counted(db)).toBe(1)
  })

  it('leaves receipts that were there to be counted in the background', () => {
    const db = before()
    db.exec(`INSERT INTO paper (id, source_id, source_name, capture_seq, from_byte, to_byte, received_at, ended_by,
      encoding, kind, confidence, state, digest) VALUES (7, 'pos', 'pos', 1, 0, 9, 1, 'cut', 'cp949', 'sale', 1,
      'read', 'x')`)
    db.exec(`INSERT INTO receipt (id, paper_id, kind, issued_at, received_at, business_date, total, identity)
      VALUES (8, 7, 'sale', 1, 1, '2026-11-22', 5000, 'x')`)
    migrate(db, 50)
    expect(counted(db)).toBe(0)
    expect(db.prepare('SELECT count(*) FROM hour_sum').pluck().get()).toBe(0)
  })
})

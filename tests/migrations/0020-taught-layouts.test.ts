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
  migrate(db, 10)
  db.exec(`INSERT INTO paper (id, source_id, source_name, capture_seq, from_byte, to_byte, received_at, ended_by,
    encoding, kind, confidence, state, digest) VALUES (7, 'pos', 'pos', 1, 0, 9, 1, 'cut', 'cp949', 'sale', 0.5,
    'review', 'x')`)
  return db
}

describe('migration 20', () => {
  it('leaves what was there as it was', () => {
    const db = before()
    expect(migrate(db, 20)).toEqual([20])
    expect(schemaVersion(db)).toBe(20)
    expect(db.prepare('SELECT id, state FROM paper').all()).toEqual([{ id: 7, state: 'review' }])
    expect(
      db.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'receipt_by_paper'").pluck().get(),
    ).toBe(1)
  })

  it('keeps one profile of a name, and corrections of papers that are there, for good', () => {
    const db = before()
    migrate(db, 20)
    const layout = db.prepare("INSERT INTO taught_profile VALUES (?, '은하수', '{}', 1, 1)")
    layout.run(1)
    expect(() => layout.run(2)).toThrow('UNIQUE')
    const correction = db.prepare("INSERT INTO correction VALUES (?, ?, 'owner', 1, '{}', '{}')")
    correction.run(1, 7)
    expect(() => correction.run(2, 8)).toThrow('FOREIGN KEY')
    expect(() => db.exec("UPDATE correction SET after_json = '{1}'")).toThrow('never updated')
  })
})

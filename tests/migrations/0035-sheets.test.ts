import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { migrate } from '#backend/platform/db/migrate.ts'
import { type Connection, openDatabase } from '#backend/platform/db/open.ts'
import { temporaryFolder } from '../helpers/ledger-lab.ts'

const after = (): Connection => {
  const db = openDatabase(join(temporaryFolder(), 'x.dangol'), { key: randomBytes(32), mode: 'create' })
  onTestFinished(() => {
    db.close()
  })
  migrate(db, 35)
  return db
}

describe('migration 35', () => {
  it('keeps one view of a name in each sheet', () => {
    const view = after().prepare("INSERT INTO sheet_view VALUES (?, ?, '단골', '{}', 1)")
    view.run(1, 'customers')
    view.run(2, 'receipts')
    expect(() => view.run(3, 'customers')).toThrow('UNIQUE')
  })

  it('keeps changes only of commands that are there, and lets them go with their command', () => {
    const db = after()
    db.exec("INSERT INTO sheet_command VALUES (1, 'customers', 'edit', NULL, 1, '2026-11-22', 1, 'done')")
    const change = db.prepare("INSERT INTO sheet_change VALUES (?, 0, '7', 'memo', NULL, '창가')")
    change.run(1)
    expect(() => change.run(2)).toThrow('FOREIGN KEY')
    db.exec('DELETE FROM sheet_command')
    expect(db.prepare('SELECT count(*) FROM sheet_change').pluck().get()).toBe(0)
  })
})

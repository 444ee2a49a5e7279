import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { migrate } from '#backend/platform/db/migrate.ts'
import { type Connection, openDatabase } from '#backend/platform/db/open.ts'
import { temporaryFolder } from '../helpers/ledger-lab.ts'

const after = (version: number): Connection => {
  const db = openDatabase(join(temporaryFolder(), 'x.dangol'), { key: randomBytes(32), mode: 'create' })
  onTestFinished(() => {
    db.close()
  })
  migrate(db, version)
  return db
}

describe('migration 90', () => {
  it('keeps one state of each kind of sheet, and places that a sheet can have', () => {
    const sheet = after(90).prepare('INSERT INTO label_sheet VALUES (?, ?, 0, 0, 1)')
    sheet.run('ls3107', 3)
    expect(() => sheet.run('ls3107', 4)).toThrow('UNIQUE')
    expect(() => sheet.run('ls3108', -1)).toThrow('CHECK')
  })
})

describe('migration 91', () => {
  it('keeps whose data it was as long as the entry, unchanged', () => {
    const db = after(91)
    db.exec("INSERT INTO access_entry VALUES (1, 50, NULL, 'staff', 'pc', 'read', 'sheets.rows', NULL, 2)")
    db.exec("INSERT INTO access_people VALUES (1, '[3,4]')")
    expect(() => db.exec("UPDATE access_people SET ids = '[3]'")).toThrow('never updated')
    expect(() => db.exec('DELETE FROM access_people')).toThrow('kept')
    db.exec('UPDATE access_kept SET since_at = 60')
    db.exec('DELETE FROM access_entry')
    expect(db.prepare('SELECT count(*) FROM access_people').pluck().get()).toBe(0)
  })
})

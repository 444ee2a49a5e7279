import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { migrate } from '#backend/platform/db/migrate.ts'
import { openDatabase } from '#backend/platform/db/open.ts'
import { temporaryFolder } from '../helpers/ledger-lab.ts'

describe('migration 80', () => {
  it('leaves slips as they were; a note belongs to a slip and goes with it', () => {
    const db = openDatabase(join(temporaryFolder(), 'x.dangol'), { key: randomBytes(32), mode: 'create' })
    onTestFinished(() => {
      db.close()
    })
    migrate(db, 70)
    db.exec(`INSERT INTO slip (id, number, printer_id, printer_name, columns, state, bytes, at)
      VALUES (7, '20261122-0001', 'net', 'net', 42, 'queued', x'41', 1)`)
    expect(migrate(db, 80).at(-1)).toBe(80)
    expect(db.prepare('SELECT id, state, copy FROM slip').all()).toEqual([
      { id: 7, state: 'queued', copy: 0 },
    ])
    const note = db.prepare('INSERT INTO slip_note (slip_id, purpose) VALUES (?, ?)')
    expect(() => note.run(8, 'slip')).toThrow('FOREIGN KEY')
    expect(() => note.run(7, 'kitchen')).toThrow('CHECK')
    note.run(7, 'coupon')
    db.exec('DELETE FROM slip')
    expect(db.prepare('SELECT * FROM slip_note').all()).toEqual([])
  })
})

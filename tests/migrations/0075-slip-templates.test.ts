import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { migrate } from '#backend/platform/db/migrate.ts'
import { openDatabase } from '#backend/platform/db/open.ts'
import { temporaryFolder } from '../helpers/ledger-lab.ts'

describe('migration 75', () => {
  it('leaves slips as they were, and keeps versions and pictures that nobody changes', () => {
    const db = openDatabase(join(temporaryFolder(), 'x.dangol'), { key: randomBytes(32), mode: 'create' })
    onTestFinished(() => {
      db.close()
    })
    migrate(db, 70)
    db.exec(`INSERT INTO slip (id, number, printer_id, printer_name, columns, copy, state, bytes, at)
      VALUES (7, '20261122-0001', 'p', 'p', 42, 0, 'queued', x'00', 1)`)
    expect(migrate(db, 75)).toEqual([75])
    expect(db.prepare('SELECT id, number FROM slip').all()).toEqual([{ id: 7, number: '20261122-0001' }])
    const version = db.prepare('INSERT INTO slip_template VALUES (?, ?, ?, 1)')
    version.run(1, 'earn', '[]')
    version.run(2, 'earn', null)
    expect(() => version.run(3, 'poster', '[]')).toThrow('CHECK')
    expect(() => version.run(3, 'earn', 'no json')).toThrow('CHECK')
    expect(() => db.exec("UPDATE slip_template SET kind = 'coupon'")).toThrow('append-only')
    expect(() => db.exec('DELETE FROM slip_template')).toThrow('append-only')
    const picture = db.prepare('INSERT INTO slip_picture VALUES (?, ?, ?, ?, 1)')
    picture.run(1, 2, 2, Buffer.alloc(4))
    expect(() => picture.run(2, 2, 2, Buffer.alloc(3))).toThrow('CHECK')
    expect(() => db.exec('DELETE FROM slip_picture')).toThrow('append-only')
    const automatic = db.prepare('INSERT INTO slip_automatic VALUES (?, 1)')
    automatic.run('tier')
    expect(() => automatic.run('tier')).toThrow('UNIQUE')
    expect(() => automatic.run('earn')).toThrow('CHECK')
  })
})

import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { migrate } from '#backend/platform/db/migrate.ts'
import { openDatabase } from '#backend/platform/db/open.ts'
import { temporaryFolder } from '../helpers/ledger-lab.ts'

describe('migration 93', () => {
  it('keeps every link as it was, and lets prepaid entries have theirs', () => {
    const db = openDatabase(join(temporaryFolder(), 'x.dangol'), { key: randomBytes(32), mode: 'create' })
    onTestFinished(() => {
      db.close()
    })
    migrate(db, 91)
    const add = "INSERT INTO chain_link VALUES (?, ?, ?, 7, x'01', x'02')"
    db.prepare(add).run(1, 'access', 10)
    db.prepare(add).run(2, 'points', 10)
    expect(() => db.prepare(add).run(3, 'prepaid', 10)).toThrow('CHECK')
    const before = db.prepare('SELECT * FROM chain_link ORDER BY seq').all()
    migrate(db, 93)
    expect(db.prepare('SELECT * FROM chain_link ORDER BY seq').all()).toEqual(before)
    db.prepare(add).run(3, 'prepaid', 10)
    expect(() => db.prepare(add).run(4, 'prepaid', 10)).toThrow('UNIQUE')
    expect(() => db.prepare(add).run(4, 'stamps', 10)).toThrow('CHECK')
    expect(() => db.exec('UPDATE chain_link SET at = 0')).toThrow('never updated')
    expect(() => db.exec('DELETE FROM chain_link')).toThrow('never deleted')
  })
})

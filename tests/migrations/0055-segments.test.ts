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
  migrate(db, 54)
  db.exec(`INSERT INTO customer (id, name, initials, phone, last_four, memo, joined_on, created_at, updated_at)
    VALUES (7, '김영희', 'ㄱㅇㅎ', NULL, NULL, '', '2026-01-01', 1, 1)`)
  db.exec('INSERT INTO customer_figures (customer_id, visits, spend) VALUES (7, 3, 30000)')
  return db
}
const due = (db: Connection) => db.prepare('SELECT customer_id FROM standing_due').pluck().all()

describe('migrations 55 and 56', () => {
  it('have the standing of everybody to be counted, once and after each change', () => {
    const db = before()
    expect(migrate(db, 56)).toEqual([55, 56])
    expect(schemaVersion(db)).toBe(56)
    expect(due(db)).toEqual([7])
    db.exec('DELETE FROM standing_due')
    db.exec('UPDATE customer_figures SET visits = 4')
    db.exec('UPDATE customer_figures SET visits = 5')
    expect(due(db)).toEqual([7])
  })

  it('keep one group of a name, a second one once the first is gone', () => {
    const db = before()
    migrate(db, 56)
    const group = db.prepare("INSERT INTO segment VALUES (?, '아침 손님', '{}', 1, 1, NULL)")
    group.run(100)
    expect(() => group.run(101)).toThrow('UNIQUE')
    db.exec('UPDATE segment SET removed_at = 5')
    group.run(101)
  })

  it('keep no membership that ends before it begins', () => {
    const db = before()
    migrate(db, 56)
    const member = db.prepare("INSERT INTO segment_membership VALUES (1, 7, '2026-11-22', ?)")
    expect(() => member.run('2026-11-22')).toThrow('CHECK')
    member.run(null)
  })
})

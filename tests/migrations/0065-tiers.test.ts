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
  migrate(db, 64)
  db.exec(`INSERT INTO customer (id, name, initials, phone, last_four, memo, joined_on, created_at, updated_at)
    VALUES (7, '김영희', 'ㄱㅇㅎ', NULL, NULL, '', '2026-11-22', 1, 1)`)
  return db
}

describe('migration 65', () => {
  it('leaves who is there as they were, and gives nobody a tier', () => {
    const db = before()
    expect(migrate(db, 65)).toEqual([65])
    expect(schemaVersion(db)).toBe(65)
    expect(db.prepare('SELECT id, name FROM customer').all()).toEqual([{ id: 7, name: '김영희' }])
    expect(db.prepare('SELECT count(*) FROM customer_tier').pluck().get()).toBe(0)
  })

  it('keeps plans and what was set for good, and forgets the words about a person with the person', () => {
    const db = before()
    migrate(db, 65)
    db.exec(`INSERT INTO tier VALUES (1, '골드', 1);
      INSERT INTO tier_plan VALUES (2, '2026-11-22', 'spend', 12, 30, 1);
      INSERT INTO tier_set VALUES (3, 7, 1, '2026-11-22', NULL, NULL, 1);
      INSERT INTO tier_reason VALUES (3, 7, '오랜 단골');
      INSERT INTO customer_tier VALUES (7, 1, '2026-11-22', '2026-11-22', NULL)`)
    expect(() => db.exec("UPDATE tier_plan SET from_date = '2020-01-01'")).toThrow('never updated')
    expect(() => db.exec('DELETE FROM tier_set')).toThrow('never deleted')
    db.exec('DELETE FROM customer WHERE id = 7')
    expect(db.prepare('SELECT count(*) FROM tier_reason').pluck().get()).toBe(0)
    expect(db.prepare('SELECT count(*) FROM customer_tier').pluck().get()).toBe(0)
    expect(db.prepare('SELECT count(*) FROM tier_set').pluck().get()).toBe(1)
  })

  it('refuses plans that make no sense', () => {
    const db = before()
    migrate(db, 65)
    const plan = db.prepare("INSERT INTO tier_plan VALUES (1, '2026-11-22', ?, ?, ?, 1)")
    expect(() => plan.run('luck', 12, 30)).toThrow('CHECK')
    expect(() => plan.run('spend', 0, 30)).toThrow('CHECK')
    expect(() => plan.run('spend', 12, -1)).toThrow('CHECK')
  })
})

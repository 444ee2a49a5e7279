import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { migrate, schemaVersion } from '#backend/platform/db/migrate.ts'
import { type Connection, openDatabase } from '#backend/platform/db/open.ts'
import { temporaryFolder } from '../helpers/ledger-lab.ts'

const withCard = (): Connection => {
  const db = openDatabase(join(temporaryFolder(), 'x.dangol'), { key: randomBytes(32), mode: 'create' })
  onTestFinished(() => {
    db.close()
  })
  migrate(db, 66)
  expect(migrate(db, 67)).toEqual([67])
  db.exec('INSERT INTO stamp_card VALUES (1, 1)')
  return db
}

describe('migration 67', () => {
  it('keeps entries and rules for good', () => {
    const db = withCard()
    expect(schemaVersion(db)).toBe(67)
    db.exec(`INSERT INTO stamp_rule VALUES (2, 1, '2026-11-22', '카드', 'amount', 10000, 10, NULL, 1);
      INSERT INTO stamp_entry (id, card_id, customer_id, kind, stamps, at, business_date)
        VALUES (3, 1, 7, 'correction', 2, 1, '2026-11-22')`)
    expect(() => db.exec('UPDATE stamp_entry SET stamps = 9')).toThrow('never updated')
    expect(() => db.exec('DELETE FROM stamp_entry')).toThrow('never deleted')
    expect(() => db.exec('UPDATE stamp_rule SET length = 5')).toThrow('never updated')
  })

  it('takes no stamps without a cause, and no rule that makes no sense', () => {
    const db = withCard()
    const add = db.prepare(
      "INSERT INTO stamp_entry (id, card_id, customer_id, kind, stamps, at, business_date) VALUES (?, 1, 7, ?, ?, 1, '2026-11-22')",
    )
    for (const kind of ['earn', 'take-back', 'unfill', 'move'])
      expect(() => add.run(5, kind, 1)).toThrow('without a cause')
    expect(() => add.run(5, 'correction', 0)).toThrow('CHECK')
    const rule = db.prepare("INSERT INTO stamp_rule VALUES (6, 1, '2026-11-22', '카드', ?, ?, ?, NULL, 1)")
    expect(() => rule.run('amount', null, 10)).toThrow('CHECK')
    expect(() => rule.run('product', 10_000, 10)).toThrow('CHECK')
    expect(() => rule.run('product', null, 101)).toThrow('CHECK')
  })
})

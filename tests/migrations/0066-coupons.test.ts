import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { migrate, schemaVersion } from '#backend/platform/db/migrate.ts'
import { type Connection, openDatabase } from '#backend/platform/db/open.ts'
import { temporaryFolder } from '../helpers/ledger-lab.ts'

const withCoupon = (): Connection => {
  const db = openDatabase(join(temporaryFolder(), 'x.dangol'), { key: randomBytes(32), mode: 'create' })
  onTestFinished(() => {
    db.close()
  })
  migrate(db, 65)
  expect(migrate(db, 66)).toEqual([66])
  db.exec(`INSERT INTO coupon_kind VALUES (1, 1, 1);
    INSERT INTO coupon_terms VALUES (2, 1, '천 원', 'amount', 1000, NULL, 0, 127, 0, 0, NULL, NULL, 30, NULL, NULL, 1,
      'hand', NULL, 0, NULL, 1);
    INSERT INTO coupon VALUES (3, 1, 1, 2, 7, 'hand:1', 0, '2026-11-22', '2026-12-21', 1, '2026-11-22')`)
  return db
}

const entry = (db: Connection) => {
  const insert = db.prepare(
    "INSERT INTO coupon_entry (id, coupon_id, kind, turn, of_id, place, at, business_date) VALUES (?, 3, ?, ?, ?, '', 1, '2026-11-22')",
  )
  return (id: number, kind: string, turn: number, of: number | null = null) => insert.run(id, kind, turn, of)
}

describe('migration 66', () => {
  it('takes one use of a coupon, another only after the first was taken back, none after it was withdrawn', () => {
    const db = withCoupon()
    expect(schemaVersion(db)).toBe(66)
    const add = entry(db)
    add(10, 'use', 0)
    expect(() => add(11, 'use', 0)).toThrow('used or withdrawn')
    expect(() => add(11, 'use', 1)).toThrow('used or withdrawn')
    expect(() => add(11, 'withdraw', 0)).toThrow('used or withdrawn')
    add(12, 'proof', 0, 10)
    expect(() => add(13, 'proof', 0, 10)).toThrow('UNIQUE')
    add(14, 'free', 0, 10)
    expect(() => add(15, 'free', 0, 10)).toThrow('UNIQUE')
    expect(() => add(16, 'use', 0)).toThrow('UNIQUE')
    add(17, 'use', 1)
    add(18, 'free', 1, 17)
    add(19, 'withdraw', 2)
    expect(() => add(20, 'use', 2)).toThrow('used or withdrawn')
  })

  it('changes the owner of a coupon, and nothing else of it', () => {
    const db = withCoupon()
    db.exec('UPDATE coupon SET customer_id = 8, turn = 1')
    for (const change of ['serial = 9', 'kind_id = 9', 'terms_id = 9', "until_date = '2099-01-01'", 'at = 9'])
      expect(() => db.exec(`UPDATE coupon SET ${change}`)).toThrow('keeps its facts')
    expect(() => db.exec('DELETE FROM coupon')).toThrow('never deleted')
    expect(() => db.exec('UPDATE coupon_terms SET value = 9')).toThrow('never updated')
  })

  it('gives no serial twice, and nobody two for one cause', () => {
    const db = withCoupon()
    const coupon = db.prepare(
      "INSERT INTO coupon VALUES (?, ?, 1, 2, 7, ?, 0, '2026-11-22', NULL, 1, '2026-11-22')",
    )
    expect(() => coupon.run(4, 1, 'hand:2')).toThrow('UNIQUE')
    expect(() => coupon.run(4, 2, 'hand:1')).toThrow('UNIQUE')
    coupon.run(4, 2, 'hand:2')
  })
})

import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { migrate, schemaVersion } from '#backend/platform/db/migrate.ts'
import { type Connection, openDatabase } from '#backend/platform/db/open.ts'
import { temporaryFolder } from '../helpers/ledger-lab.ts'

const amount =
  "(1, 1, '2026-11-22', '5만원권', 1, 'won', 50000, 50000, 5000, NULL, 'normal', 60, 10, 'sale', 1)"
const holding = "INSERT INTO prepaid_holding VALUES (2, 1, 7, '2026-11-22', '2031-11-21', 0, 0, 1)"

const withHolding = (): Connection => {
  const db = openDatabase(join(temporaryFolder(), 'x.dangol'), { key: randomBytes(32), mode: 'create' })
  onTestFinished(() => {
    db.close()
  })
  migrate(db, 84)
  expect(migrate(db, 86)).toEqual([85, 86])
  db.exec(`INSERT INTO prepaid_product VALUES (1, 1); INSERT INTO prepaid_terms VALUES ${amount}; ${holding}`)
  return db
}

const entry = (
  db: Connection,
  id: number,
  kind: string,
  paid: number,
  bonus: number,
  of: number | null = null,
) =>
  db
    .prepare(
      `INSERT INTO prepaid_entry (id, holding_id, customer_id, kind, paid, bonus, money, of_id, at, business_date)
        VALUES (?, 2, 7, ?, ?, ?, 0, ?, 1, '2026-11-22')`,
    )
    .run(id, kind, paid, bonus, of)

const left = (db: Connection) =>
  db.prepare('SELECT paid_left AS paid, bonus_left AS bonus FROM prepaid_holding').get()

describe('migration 85 and 86', () => {
  it('what is left is the sum of entries and never below nought', () => {
    const db = withHolding()
    expect(schemaVersion(db)).toBe(86)
    entry(db, 3, 'sell', 50_000, 5_000)
    entry(db, 4, 'use', -20_000, 0)
    expect(left(db)).toEqual({ paid: 30_000, bonus: 5_000 })
    expect(() => entry(db, 5, 'use', -30_001, 0)).toThrow('CHECK')
    expect(() => entry(db, 5, 'use', 0, -5_001)).toThrow('CHECK')
    expect(left(db)).toEqual({ paid: 30_000, bonus: 5_000 })
  })

  it('entries, terms, ties and workings stay for good; what was sold keeps its facts', () => {
    const db = withHolding()
    entry(db, 3, 'sell', 50_000, 5_000)
    db.exec("INSERT INTO prepaid_working VALUES (3, 0, 'paid', 50000, 0, 0)")
    for (const table of ['prepaid_product', 'prepaid_terms', 'prepaid_entry', 'prepaid_working']) {
      const [column] = table === 'prepaid_working' ? ['won'] : ['id']
      expect(() => db.exec(`UPDATE ${table} SET ${column} = 9`)).toThrow('never updated')
      expect(() => db.exec(`DELETE FROM ${table}`)).toThrow('never deleted')
    }
    expect(() => db.exec('DELETE FROM prepaid_holding')).toThrow('never deleted')
    for (const change of ["ends_on = '2031-11-20'", "starts_on = '2026-01-01'", 'at = 5'])
      expect(() => db.exec(`UPDATE prepaid_holding SET ${change}`)).toThrow('keeps its facts')
    db.exec("UPDATE prepaid_holding SET ends_on = '2032-02-21', customer_id = 8")
    expect(() =>
      db.exec("INSERT INTO prepaid_holding VALUES (9, 1, 7, '2026-11-22', NULL, 5, 0, 1)"),
    ).toThrow('comes of entries')
  })

  it('takes no entry that makes no sense', () => {
    const db = withHolding()
    entry(db, 3, 'sell', 50_000, 5_000)
    expect(() => entry(db, 4, 'use', 5, 0)).toThrow('CHECK')
    expect(() => entry(db, 4, 'use-back', 5, 0)).toThrow('CHECK')
    expect(() => entry(db, 4, 'revive', -5, 0, 3)).toThrow('CHECK')
    expect(() => entry(db, 4, 'move', 5, 0)).toThrow('CHECK')
  })

  it('takes no terms against the law: a year at least, a tenth at most', () => {
    const db = withHolding()
    const terms = (months: number | null, percent: number, unit = 'won', single: number | null = null) =>
      db
        .prepare(
          `INSERT INTO prepaid_terms VALUES (5, 1, '2026-11-22', 'x', 1, ?, 50000, 50000, 0, ?, 'normal', ?, ?, 'sale', 1)`,
        )
        .run(unit, single, months, percent)
    expect(() => terms(11, 10)).toThrow('CHECK')
    expect(() => terms(12, 11)).toThrow('CHECK')
    expect(() => terms(12, 10, 'times')).toThrow('CHECK')
    expect(() => terms(12, 10, 'won', 5_000)).toThrow('CHECK')
    terms(null, 0)
  })
})

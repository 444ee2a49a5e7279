import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { migrate } from '#backend/platform/db/migrate.ts'
import { type Connection, openDatabase } from '#backend/platform/db/open.ts'
import { temporaryFolder } from '../helpers/ledger-lab.ts'

/** A shop of before: two customers' points, one of them earned and partly taken back, and a third who has none. */
const before = (): Connection => {
  const db = openDatabase(join(temporaryFolder(), 'x.dangol'), { key: randomBytes(32), mode: 'create' })
  onTestFinished(() => {
    db.close()
  })
  migrate(db, 45)
  db.exec("INSERT INTO shop (id, name, points_rate_bp) VALUES (1, '시험가게', 250)")
  const entry = db.prepare(
    `INSERT INTO points_entry (id, customer_id, receipt_id, kind, points, reverses_id, rate_bp, at, business_date)
     VALUES (?, ?, NULL, ?, ?, ?, ?, 1, ?)`,
  )
  entry.run(11, 1, 'earn', 300, null, 250, '2026-01-02')
  entry.run(12, 2, 'earn', 90, null, 250, '2026-02-02')
  entry.run(13, 1, 'take-back', -100, null, null, '2026-03-02')
  entry.run(14, 3, 'earn', 50, null, 250, '2026-03-02')
  entry.run(15, 3, 'take-back', -50, 14, null, '2026-03-03')
  return db
}

describe('migrations 60 and 61', () => {
  it('keep every entry, and make of each balance a lot that does not end', () => {
    const db = before()
    const entries = db.prepare('SELECT * FROM points_entry ORDER BY id').all()
    migrate(db, 61)
    const kept = db.prepare('SELECT * FROM points_entry ORDER BY id').all()
    expect(kept).toEqual(
      entries.map((row, index) => ({
        ...(row as object),
        action_id: null,
        lot_id: [13, 12, 13, null, null][index],
      })),
    )
    expect(
      db.prepare('SELECT id, customer_id, given, remaining, ends_on FROM points_lot').raw().all(),
    ).toEqual([
      [12, 2, 90, 90, null],
      [13, 1, 200, 200, null],
    ])
    expect(db.prepare('SELECT * FROM points_open').raw().all()).toEqual([
      ['2026-02', '', 90, 1],
      ['2026-03', '', 200, 1],
    ])
  })

  it('leave the rate of then as the rule from the beginning, rounded down as it was', () => {
    const db = before()
    migrate(db, 61)
    const rule = db
      .prepare(
        'SELECT from_date, way, carries, points, per_won FROM points_rule JOIN points_rule_rate ON rule_id = id',
      )
      .raw()
      .all()
    expect(rule).toEqual([['0001-01-01', 'percent', 0, 250, 10_000]])
  })

  it('refuse to change entries, actions and rules, to date a lot anew, and to take more than it has', () => {
    const db = before()
    migrate(db, 61)
    const change = (sql: string) => (): void => {
      db.exec(sql)
    }
    expect(change('UPDATE points_entry SET points = 9')).toThrow('never updated')
    expect(change('DELETE FROM points_entry')).toThrow('never deleted')
    expect(change("UPDATE points_rule SET from_date = '2027-01-01'")).toThrow('never updated')
    expect(change('UPDATE points_rule_rate SET points = 1')).toThrow('never updated')
    expect(change("UPDATE points_lot SET ends_on = '2026-12-31'")).toThrow('never dated anew')
    expect(change('UPDATE points_lot SET customer_id = 9')).toThrow('never dated anew')
    expect(change('DELETE FROM points_lot')).toThrow('never deleted')
    expect(change('UPDATE points_lot SET remaining = -1')).toThrow('CHECK')
    expect(change('UPDATE points_lot SET remaining = 1000')).toThrow('CHECK')
    expect(
      change(
        "INSERT INTO points_entry VALUES (99, 1, NULL, 'gift', 5, NULL, NULL, 1, '2026-01-01', NULL, NULL)",
      ),
    ).toThrow('CHECK')
  })

  it('keep the sums of open points in step with their lots', () => {
    const db = before()
    migrate(db, 61)
    db.exec('UPDATE points_lot SET remaining = 0 WHERE id = 12')
    db.exec("INSERT INTO points_lot VALUES (20, 1, NULL, 7, 7, '2026-03-09', '2027-03-09')")
    db.exec('UPDATE points_lot SET remaining = 4 WHERE id = 20')
    expect(db.prepare('SELECT * FROM points_open').raw().all()).toEqual([
      ['2026-02', '', 0, 0],
      ['2026-03', '', 200, 1],
      ['2026-03', '2027-03', 4, 1],
    ])
  })
})

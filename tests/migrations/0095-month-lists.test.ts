import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { migrate } from '#backend/platform/db/migrate.ts'
import { openDatabase } from '#backend/platform/db/open.ts'
import { temporaryFolder } from '../helpers/ledger-lab.ts'

/** As sums are written. */
const add = (net: number): string =>
  `INSERT INTO customer_day VALUES (20261001, 7, 1, 0, ${net}) ON CONFLICT (day, customer_id)
    DO UPDATE SET receipts = receipts + excluded.receipts, net = net + excluded.net`

it('migration 95: whatever changes what somebody bought takes the list of its month away, and of no other', () => {
  const db = openDatabase(join(temporaryFolder(), 'x.dangol'), { key: randomBytes(32), mode: 'create' })
  onTestFinished(() => {
    db.close()
  })
  migrate(db, 94)
  db.exec('INSERT INTO customer_day VALUES (20260930, 7, 1, 1, 500)')
  migrate(db, 95)
  const left = (change: string): unknown[] => {
    db.exec("INSERT OR IGNORE INTO customer_month VALUES (202608, x''), (202609, x''), (202610, x'')")
    db.exec(change)
    return db.prepare('SELECT month FROM customer_month').pluck().all()
  }
  expect(left('INSERT INTO customer_day VALUES (20261001, 7, 1, 1, 500)')).toEqual([202608, 202609])
  expect(left('INSERT INTO customer_day VALUES (20260930, 8, 1, 0, 0)')).toEqual([202608, 202610])
  expect(left('UPDATE customer_day SET net = net - 1 WHERE day = 20261001')).toEqual([202608, 202609])
  // One more receipt of nothing leaves what was bought as it was.
  expect(left(add(0))).toEqual([202608, 202609, 202610])
  expect(left(add(1))).toEqual([202608, 202609])
  expect(left('UPDATE customer_day SET visit = 1')).toEqual([202608, 202609, 202610])
  expect(left('UPDATE customer_day SET customer_id = 9 WHERE day = 20261001')).toEqual([202608, 202609])
  expect(left('UPDATE customer_day SET day = 20260801 WHERE day = 20261001')).toEqual([202609])
  expect(left('DELETE FROM customer_day WHERE day = 20260801')).toEqual([202609, 202610])
  expect(left('DELETE FROM customer_day')).toEqual([202608, 202610])
})

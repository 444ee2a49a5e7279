import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { migrate, schemaVersion } from '#backend/platform/db/migrate.ts'
import { openDatabase } from '#backend/platform/db/open.ts'
import { temporaryFolder } from '../helpers/ledger-lab.ts'

it('migration 51 orders customers by what they spent, those who were there too', () => {
  const db = openDatabase(join(temporaryFolder(), 'x.dangol'), { key: randomBytes(32), mode: 'create' })
  onTestFinished(() => {
    db.close()
  })
  migrate(db, 50)
  db.exec(`INSERT INTO customer (id, name, initials, joined_on, created_at, updated_at) VALUES
    (1, '김영희', 'ㄱㅇㅎ', '2026-11-22', 1, 1), (2, '박서준', 'ㅂㅅㅈ', '2026-11-22', 1, 1)`)
  db.exec('INSERT INTO customer_figures (customer_id, spend) VALUES (1, 500), (2, 900)')
  expect(migrate(db, 51)).toEqual([51])
  expect(schemaVersion(db)).toBe(51)
  const ordered = 'SELECT spend FROM customer_figures WHERE spend > 0 ORDER BY spend DESC'
  expect(db.prepare(ordered).pluck().all()).toEqual([900, 500])
  expect(JSON.stringify(db.prepare(`EXPLAIN QUERY PLAN ${ordered}`).all())).toMatch(
    /COVERING INDEX customer_figures_by_spend/,
  )
})

import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { migrate, schemaVersion } from '#backend/platform/db/migrate.ts'
import { openDatabase } from '#backend/platform/db/open.ts'
import { temporaryFolder } from '../helpers/ledger-lab.ts'

it('migration 40 keeps rows only of runs that are there, each once', () => {
  const db = openDatabase(join(temporaryFolder(), 'x.dangol'), { key: randomBytes(32), mode: 'create' })
  onTestFinished(() => {
    db.close()
  })
  migrate(db, 40)
  expect(schemaVersion(db)).toBe(40)
  db.exec(
    "INSERT INTO import_run (id, kind, file_name, digest, state, rows, begun_at) VALUES (5, 'customers', 'a.csv', 'x', 'running', 9, 1)",
  )
  const row = db.prepare(
    "INSERT INTO import_row (run_id, line, what, target_id) VALUES (?, 2, 'customer', 7)",
  )
  row.run(5)
  expect(() => row.run(5)).toThrow('UNIQUE')
  expect(() => row.run(6)).toThrow('FOREIGN KEY')
  expect(() => db.exec("UPDATE import_run SET state = 'lost'")).toThrow('CHECK')
})

import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { migrate, schemaVersion } from '#backend/platform/db/migrate.ts'
import { openDatabase } from '#backend/platform/db/open.ts'
import { temporaryFolder } from '../helpers/ledger-lab.ts'

it('migration 46 keeps pairs one way round, and changes for good', () => {
  const db = openDatabase(join(temporaryFolder(), 'x.dangol'), { key: randomBytes(32), mode: 'create' })
  onTestFinished(() => {
    db.close()
  })
  migrate(db, 46)
  expect(schemaVersion(db)).toBe(46)
  db.exec("INSERT INTO product VALUES (1, 'a', 'a', 1, NULL), (2, 'b', 'b', 2, NULL)")
  db.exec('INSERT INTO product_apart VALUES (1, 2)')
  expect(() => db.exec('INSERT INTO product_apart VALUES (2, 1)')).toThrow('CHECK')
  db.exec('INSERT INTO product_change VALUES (9, 1, 5, 1, 2)')
  expect(() => db.exec('UPDATE product_change SET after_id = 1')).toThrow('never updated')
  expect(() => db.exec('DELETE FROM product_change')).toThrow('never deleted')
})

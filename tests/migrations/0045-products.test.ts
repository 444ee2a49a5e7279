import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { migrate, schemaVersion } from '#backend/platform/db/migrate.ts'
import { openDatabase } from '#backend/platform/db/open.ts'
import { temporaryFolder } from '../helpers/ledger-lab.ts'

describe('migration 45', () => {
  it('keeps one product of a spelling, and names only of products that are there', () => {
    const db = openDatabase(join(temporaryFolder(), 'x.dangol'), { key: randomBytes(32), mode: 'create' })
    onTestFinished(() => {
      db.close()
    })
    migrate(db, 45)
    expect(schemaVersion(db)).toBe(45)
    const product = db.prepare('INSERT INTO product VALUES (?, ?, ?, ?, ?)')
    product.run(1, '라떼', '라떼', 1, null)
    expect(() => product.run(2, '라떼', '라 떼', 2, null)).toThrow('UNIQUE')
    expect(() => product.run(2, '모카', '모카', 9, null)).toThrow('FOREIGN KEY')
    expect(() => db.exec("INSERT INTO product_name VALUES ('모카', 9)")).toThrow('FOREIGN KEY')
    db.exec("INSERT INTO category VALUES (5, '커피', 1); UPDATE product SET category_id = 5")
    db.exec('DELETE FROM category')
    expect(db.prepare('SELECT category_id FROM product').pluck().get()).toBe(null)
  })
})

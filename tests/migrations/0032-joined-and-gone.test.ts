import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { migrate } from '#backend/platform/db/migrate.ts'
import { openDatabase } from '#backend/platform/db/open.ts'
import { temporaryFolder } from '../helpers/ledger-lab.ts'

describe('migration 32', () => {
  it('keeps what a merge was made of until the merge itself goes, and the list of the destroyed for good', () => {
    const db = openDatabase(join(temporaryFolder(), 'x.dangol'), { key: randomBytes(32), mode: 'create' })
    onTestFinished(() => {
      db.close()
    })
    expect(migrate(db, 32).at(-1)).toBe(32)
    db.exec('INSERT INTO customer_merge VALUES (1, 7, 8, 1, NULL)')
    db.exec(`INSERT INTO customer_merge_row VALUES (1, 0, 'gone', 'customer', '{"name":"김하나"}')`)
    db.exec("INSERT INTO customer_merge_moved VALUES (1, 'receipt', 5)")
    db.exec('DELETE FROM customer_merge')
    expect(db.prepare('SELECT count(*) FROM customer_merge_row').pluck().get()).toBe(0)
    expect(db.prepare('SELECT count(*) FROM customer_merge_moved').pluck().get()).toBe(0)
    db.exec('INSERT INTO destruction VALUES (7, 1, NULL)')
    expect(() => db.exec('DELETE FROM destruction')).toThrow('never deleted')
    db.exec('UPDATE destruction SET cleaned_at = 2')
  })
})

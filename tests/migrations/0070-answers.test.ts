import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { migrate } from '#backend/platform/db/migrate.ts'
import { openDatabase } from '#backend/platform/db/open.ts'
import { temporaryFolder } from '../helpers/ledger-lab.ts'

describe('migration 70', () => {
  it('leaves papers as they were, and keeps one answer each, whole', () => {
    const db = openDatabase(join(temporaryFolder(), 'x.dangol'), { key: randomBytes(32), mode: 'create' })
    onTestFinished(() => {
      db.close()
    })
    migrate(db, 67)
    db.exec(`INSERT INTO paper (id, source_id, source_name, capture_seq, from_byte, to_byte, received_at, ended_by,
      encoding, kind, confidence, state, digest) VALUES (7, 'pos', 'pos', 1, 0, 9, 1, 'cut', 'cp949', 'sale', 0.5,
      'dismissed', 'x')`)
    expect(migrate(db, 70)).toEqual([70])
    expect(db.prepare('SELECT id, state FROM paper').all()).toEqual([{ id: 7, state: 'dismissed' }])
    const answer = db.prepare('INSERT INTO paper_answer VALUES (?, ?, ?, ?, ?, 1)')
    expect(() => answer.run(7, 'one-sale', 3, null, null)).toThrow('CHECK')
    expect(() => answer.run(7, 'two-sales', 3, null, null)).toThrow('CHECK')
    expect(() => answer.run(7, 'maybe', null, null, null)).toThrow('CHECK')
    expect(() => answer.run(8, 'two-sales', null, null, null)).toThrow('FOREIGN KEY')
    answer.run(7, 'two-sales', null, null, null)
    expect(() => answer.run(7, 'refund-of', 3, null, null)).toThrow('UNIQUE')
  })
})

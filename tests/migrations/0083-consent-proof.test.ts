import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { migrate } from '#backend/platform/db/migrate.ts'
import { type Connection, openDatabase } from '#backend/platform/db/open.ts'
import { temporaryFolder } from '../helpers/ledger-lab.ts'

const withConsents = (): Connection => {
  const db = openDatabase(join(temporaryFolder(), 'x.dangol'), { key: randomBytes(32), mode: 'create' })
  onTestFinished(() => {
    db.close()
  })
  migrate(db, 80)
  db.exec(`INSERT INTO consent_wording VALUES (1, 'required', 1, '동의', 1);
    INSERT INTO consent VALUES (2, 7, 1, 1, 'guest-screen', 1), (3, 8, 1, 1, 'counter', 1)`)
  expect(migrate(db, 83)).toEqual([83])
  return db
}

describe('migration 83', () => {
  it('keeps one proof a consent: a signature with its drawing, or a tick without', () => {
    const db = withConsents()
    db.exec("INSERT INTO consent_proof VALUES (2, 'signature', 'M1 1L2 2')")
    expect(() => db.exec("INSERT INTO consent_proof VALUES (2, 'check', NULL)")).toThrow('UNIQUE')
    expect(() => db.exec("INSERT INTO consent_proof VALUES (3, 'check', 'M1 1')")).toThrow('CHECK')
    expect(() => db.exec("INSERT INTO consent_proof VALUES (3, 'signature', NULL)")).toThrow('CHECK')
    expect(() => db.exec("INSERT INTO consent_proof VALUES (9, 'check', NULL)")).toThrow('FOREIGN KEY')
  })

  it('neither changes nor goes without its consent', () => {
    const db = withConsents()
    db.exec("INSERT INTO consent_proof VALUES (2, 'signature', 'M1 1L2 2'), (3, 'check', NULL)")
    expect(() => db.exec("UPDATE consent_proof SET drawing = 'M9 9L8 8'")).toThrow('never updated')
    expect(() => db.exec('DELETE FROM consent_proof')).toThrow('goes with its consent')
    db.exec('DELETE FROM consent WHERE id = 2')
    expect(db.prepare('SELECT consent_id FROM consent_proof').pluck().all()).toEqual([3])
  })
})

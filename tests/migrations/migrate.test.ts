import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { migrate, schemaVersion } from '#backend/platform/db/migrate.ts'
import { type Connection, openDatabase } from '#backend/platform/db/open.ts'
import { type Migration, migrations } from '#migrations/index.ts'
import { temporaryFolder } from '../helpers/ledger-lab.ts'

const database = (): Connection => {
  const db = openDatabase(join(temporaryFolder(), 'x.dangol'), { key: randomBytes(32), mode: 'create' })
  onTestFinished(() => {
    db.close()
  })
  return db
}
const step = (id: number, ...up: string[]): Migration => ({ id, name: `step ${id}`, up })
const list = [
  step(10, 'CREATE TABLE one (id INTEGER PRIMARY KEY) STRICT'),
  step(20, 'ALTER TABLE one ADD COLUMN name TEXT'),
  step(30, 'CREATE TABLE three (id INTEGER PRIMARY KEY) STRICT'),
]

describe('migrate', () => {
  it('has a list that only goes upwards', () => {
    const ids = migrations.map(({ id }) => id)
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b))
    expect(ids[0]).toBe(10)
  })

  it('runs each step once, up to where it is told', () => {
    const db = database()
    expect(migrate(db, 20, list)).toEqual([10, 20])
    expect(schemaVersion(db)).toBe(20)
    expect(migrate(db, 20, list)).toEqual([])
    expect(migrate(db, 30, list)).toEqual([30])
  })

  it('undoes a step that fails half-way, and keeps the ones before', () => {
    const db = database()
    const broken = [...list.slice(0, 1), step(20, 'CREATE TABLE two (id INTEGER) STRICT', 'CREATE NONSENSE')]
    expect(() => migrate(db, 20, broken)).toThrow('syntax error')
    expect(schemaVersion(db)).toBe(10)
    expect(db.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'two'").pluck().get()).toBe(0)
    expect(migrate(db, 20, list)).toEqual([20])
  })

  it('refuses a ledger that a later program made', () => {
    const db = database()
    db.pragma('user_version = 40')
    expect(() => migrate(db, 30, list)).toThrow(expect.objectContaining({ code: 'ledger.newer-version' }))
  })
})

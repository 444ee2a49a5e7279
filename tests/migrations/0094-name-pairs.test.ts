import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, it, onTestFinished } from 'vitest'
import { pairsOf } from '#backend/customers/finding/name-pairs.ts'
import { migrate } from '#backend/platform/db/migrate.ts'
import { openDatabase } from '#backend/platform/db/open.ts'
import { temporaryFolder } from '../helpers/ledger-lab.ts'

it('migration 94 keeps the pairs of letters of every name, as the lookup reckons them', () => {
  const db = openDatabase(join(temporaryFolder(), 'x.dangol'), { key: randomBytes(32), mode: 'create' })
  onTestFinished(() => {
    db.close()
  })
  migrate(db, 93)
  const add = db.prepare(
    "INSERT INTO customer (id, name, initials, memo, joined_on, created_at, updated_at) VALUES (?, ?, '', '', '2026-11-22', 0, 0)",
  )
  add.run(1, '김영희')
  migrate(db, 94)
  const kept = (): number[] => db.prepare('SELECT pair FROM name_pair').pluck().all().map(Number)
  const known = new Set(pairsOf('김영희'))
  expect(new Set(kept())).toEqual(known)

  const name = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
    .filter((text) => !text.includes('\0') && text.isWellFormed())
  let id = 1
  fc.assert(
    fc.property(name, name, (first, second) => {
      id += 1
      add.run(id, first)
      db.prepare('UPDATE customer SET name = ? WHERE id = ?').run(second, id)
      for (const pair of [...pairsOf(first), ...pairsOf(second)]) known.add(pair)
    }),
    { numRuns: 60 },
  )
  db.exec('DELETE FROM customer')
  expect(new Set(kept())).toEqual(known)
})

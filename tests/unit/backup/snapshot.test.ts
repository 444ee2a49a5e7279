import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import type { Statement } from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { makeSnapshot, proveOpens } from '#backend/backup/snapshot.port.ts'
import { snapshotInThread } from '#backend/backup/snapshot-thread.port.ts'
import { openDatabase } from '#backend/platform/db/open.ts'
import { copyLedger } from '#backend/platform/ledger.ts'
import { forgetTemplate, freshLedger } from '../../helpers/fresh-ledger.ts'
import { addCustomer, customerNames } from '../../helpers/ledger-lab.ts'

forgetTemplate()
const never = new AbortController().signal

describe('a snapshot', () => {
  it('is made by a thread of its own', async () => {
    const { ledger, folder } = await freshLedger()
    ledger.unit.write((tx) => addCustomer(tx, 9, '까치발'))
    const target = join(folder, 'copy.dangol')
    const answer = await snapshotInThread({ ledger, target, now: 7 }, never)
    expect(answer).toMatchObject({
      is: 'made',
      manifest: { at: 7, ledgerId: ledger.id, rows: { customer: 1 } },
    })
    expect(existsSync(target)).toBe(true)
    expect(await snapshotInThread({ ledger, target, now: 8 }, never)).toMatchObject({
      is: 'refused',
      code: 'ledger.exists',
    })
  })

  it('is whole though receipts go on coming, and none of them waits or is lost', async () => {
    const { ledger, folder } = await freshLedger()
    let customers = 0
    const joinOne = (): void =>
      ledger.unit.write((tx) => {
        customers += 1
        addCustomer(tx, 100 + customers, `손님${customers}`)
      })
    joinOne()
    const state = { done: false }
    const making = makeSnapshot(ledger, join(folder, 'making'), 1, never).finally(() => {
      state.done = true
    })
    let during = 0
    while (!state.done) {
      joinOne()
      during += 1
      await turn()
    }
    const { path, manifest } = await making
    proveOpens(path, ledger.dataKey, manifest)
    expect(during).toBeGreaterThan(1)
    expect(manifest.rows['customer']).toBeLessThanOrEqual(customers)
    joinOne()
    expect(customerNames(ledger)).toHaveLength(customers)
  })

  it('need not be begun again for what is written while it is being made', async () => {
    const { ledger, folder } = await freshLedger()
    const { path, id, dataKey } = ledger
    const db = openDatabase(path, { key: dataKey, mode: 'read' })
    const still = openDatabase(path, { key: dataKey, mode: 'read' })
    const prepare = db.prepare.bind(db)
    // Written between the copying and the counting, as while a large ledger is copied.
    const joinsAfter = (statement: Statement): Statement => {
      const run = statement.run.bind(statement)
      return Object.assign(statement, {
        run(...values: unknown[]) {
          const done = run(...values)
          ledger.unit.write((tx) => addCustomer(tx, 9, '까치발'))
          return done
        },
      })
    }
    Object.assign(db, {
      prepare: (sql: string) => (sql.startsWith('VACUUM') ? joinsAfter(prepare(sql)) : prepare(sql)),
    })
    const target = join(folder, 'copy.dangol')
    const manifest = copyLedger({ path, id, db, still, dataKey }, target, 7)
    expect(manifest.rows['customer']).toBe(0)
    still.close()
    db.close()
    proveOpens(target, dataKey, manifest)
    expect(customerNames(ledger)).toEqual(['까치발'])
  })

  it('that is called off leaves the ledger as it is', async () => {
    const { ledger, folder } = await freshLedger()
    const calling = new AbortController()
    const making = makeSnapshot(ledger, join(folder, 'making'), 1, calling.signal)
    calling.abort()
    await expect(making).rejects.toThrow(/abort/i)
    ledger.unit.write((tx) => addCustomer(tx, 9, '까치발'))
    expect(customerNames(ledger)).toEqual(['까치발'])
    expect(readdirSync(join(folder, 'making')).filter((name) => name.endsWith('.manifest.json'))).toEqual([])
  })
})

import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { newestVersion, schemaVersion } from '#backend/platform/db/migrate.ts'
import { openDatabase } from '#backend/platform/db/open.ts'
import { ledgerFigures } from '#backend/platform/ledger/check.ts'
import { openLocked } from '#backend/platform/ledger/locked.ts'
import { recoverLedger } from '#backend/platform/ledger/recover.ts'
import { updateLedger } from '#backend/platform/ledger/update.ts'
import { type Ledger, openLedger } from '#backend/platform/ledger.ts'
import { migrations } from '#migrations/index.ts'
import { startLab } from '../helpers/backend-lab.ts'
import { temporaryFolder } from '../helpers/ledger-lab.ts'

/** A ledger that the program of schema 20 made and used: three fictitious customers, 36 receipts, 13 visits with points. */
const passphrase = '옛 장부도 그대로 열려요 20'
const then = { customers: 3, receipts: 36, points: 2_010 }

const earlier = (): string => {
  const folder = temporaryFolder()
  cpSync(join(import.meta.dirname, '../fixtures/ledgers/schema-20'), folder, { recursive: true })
  return folder
}

const closing = (ledger: Ledger): Ledger => {
  onTestFinished(() => {
    if (ledger.db.open) ledger.close()
  })
  return ledger
}

describe('a ledger that an earlier version made', () => {
  it('is brought forward with everything in it, and no copy of it stays behind', async () => {
    const folder = earlier()
    const path = join(folder, 'ledger.dangol')
    const ledger = closing(await openLedger({ path, key: { passphrase } }))
    expect(ledger.opened.migrated).toEqual(migrations.map(({ id }) => id).filter((id) => id > 20))
    expect(schemaVersion(ledger.db)).toBe(newestVersion())
    expect(ledgerFigures(ledger.db)).toEqual(then)
    expect(readdirSync(folder).filter((name) => /before-update|not-updated/.test(name))).toEqual([])
  })

  it('goes on working: the same figures on the cards, and receipts of before can be looked at', async () => {
    const folder = earlier()
    const lab = await startLab({ folder })
    await lab.call('ledger.unlock', { passphrase })
    const [found] = await lab.call('customers.search', { query: '남궁' })
    expect(found).toMatchObject({ visits: 10, points: 1_743, lastVisit: '2026-10-11' })
    const rows = await lab.call('receipts.recent', { limit: 60 })
    expect(rows).toHaveLength(36)
    const attached = rows.find(({ customer, kind }) => customer !== null && kind !== 'refund')
    await lab.call('counter.detach', { receiptId: attached?.id ?? 0 })
    const free = rows.find(({ customer, kind }) => customer === null && kind !== 'refund')
    await lab.call('counter.attach', {
      receiptId: free?.id ?? 0,
      customerId: found?.id ?? 0,
      print: false,
    })
    expect((await lab.call('health.run', {})).last?.faults).toEqual([])
  })

  it('is brought forward in a thread where it is large, which says what it is at; what comes in is written down', async () => {
    const path = join(earlier(), 'ledger.dangol')
    const locked = openLocked(path)
    const told: string[] = []
    const updating = {
      largeFrom: 0,
      at: (step: string): void => {
        told.push(step)
        locked.journal.appendCapture({ sourceId: 'pos', at: 5, encoding: 'cp949', bytes: Buffer.from(step) })
      },
    }
    const ledger = closing(await openLedger({ path, key: { passphrase }, locked, updating }))
    expect(told).toEqual(['copy', 'steps', 'check'])
    expect(ledger.opened.migrated).toContain(newestVersion())
    expect(ledgerFigures(ledger.db)).toEqual(then)
    expect([...ledger.captures(0)].slice(-3).map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(told)
  })

  it('says that it could not be brought forward where the thread comes to nothing, and goes on at the next start', async () => {
    const path = join(earlier(), 'ledger.dangol')
    const updating = { largeFrom: 0, at: () => undefined }
    // Nothing of ours: it cannot be taken away like a copy of before.
    mkdirSync(join(`${path}.before-update`, 'x'), { recursive: true })
    await expect(openLedger({ path, key: { passphrase }, updating })).rejects.toMatchObject({
      code: 'ledger.update-failed',
    })
    rmSync(`${path}.before-update`, { recursive: true })
    const ledger = closing(await openLedger({ path, key: { passphrase }, updating }))
    expect(ledgerFigures(ledger.db)).toEqual(then)
  })

  it('is made again from its journal alone, written by the earlier version', async () => {
    const folder = earlier()
    const path = join(folder, 'ledger.dangol')
    rmSync(path)
    const recovered = await recoverLedger({ path, from: null, key: { passphrase } })
    expect(recovered).toMatchObject({ customers: then.customers, receipts: then.receipts, stoppedAt: null })
    const ledger = closing(await openLedger({ path, key: { passphrase } }))
    expect(ledgerFigures(ledger.db)).toEqual(then)
  })

  it('stays as it was when a step fails, or leaves something out; the earlier version still opens it', async () => {
    const steps = [
      {
        id: 990,
        name: 'fails',
        up: ['CREATE TABLE fine (id INTEGER PRIMARY KEY) STRICT', 'CREATE NONSENSE'],
      },
      {
        id: 990,
        name: 'loses',
        up: [
          'DELETE FROM receipt_line',
          'DELETE FROM payment',
          'DELETE FROM slip',
          'DELETE FROM receipt WHERE id NOT IN (SELECT receipt_id FROM points_entry WHERE receipt_id IS NOT NULL)',
        ],
      },
    ]
    for (const step of steps) {
      const folder = earlier()
      const path = join(folder, 'ledger.dangol')
      const first = await openLedger({ path, key: { passphrase } })
      const { id } = first
      const dataKey = Buffer.from(first.dataKey)
      const version = schemaVersion(first.db)
      first.close()
      const db = openDatabase(path, { key: dataKey, mode: 'write' })
      const list = [...migrations, step]
      expect(() => updateLedger({ path, id, dataKey, db, now: Date.now(), list })).toThrow(
        expect.objectContaining({ code: 'ledger.update-failed' }),
      )
      expect(db.open).toBe(false)
      expect(existsSync(`${path}.not-updated-1`)).toBe(true)
      const again = closing(await openLedger({ path, key: { passphrase } }))
      expect(schemaVersion(again.db)).toBe(version)
      expect(ledgerFigures(again.db)).toEqual(then)
    }
  })
})

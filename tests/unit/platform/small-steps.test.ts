import { statSync } from 'node:fs'
import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { query } from '#backend/platform/db/query.ts'
import { openReadOnly } from '#backend/platform/db/readonly.ts'
import { ledgerFiles } from '#backend/platform/ledger-files.ts'
import { forgetTemplate, freshLedger } from '../../helpers/fresh-ledger.ts'

forgetTemplate()

const megabyte = 1024 * 1024

/** A ledger and commits of some 120 KB, which is what a receipt writes in a large shop. */
const shop = async () => {
  const { ledger } = await freshLedger()
  const { wal } = ledgerFiles(ledger.path)
  let id = 0
  return {
    ledger,
    size: (): number => statSync(wal, { throwIfNoEntry: false })?.size ?? 0,
    commit: (): void =>
      ledger.unit.write((tx) => {
        for (let row = 0; row < 2; row += 1) {
          id += 1
          const layout = 'x'.repeat(55_000)
          const name = `view ${id}`
          tx.run(
            query.insertInto('sheet_view').values({ id, sheet: 'customers', name, layout, updated_at: 0 }),
          )
        }
      }),
  }
}

describe('the WAL of a ledger that is written without a pause', () => {
  it('stays bounded as long as there are turns between the commits, and none of the commits brings it back', async () => {
    const { commit, size } = await shop()
    let largest = 0
    let times = 0
    for (let count = 0; count < 170; count += 1) {
      const before = size()
      commit()
      const after = size()
      expect(after).toBeGreaterThan(before)
      largest = Math.max(largest, after)
      await turn()
      if (size() < after) times += 1
    }
    // More than a portion can ever be was written, and no turn found much more than one.
    expect(largest).toBeLessThan(12.5 * megabyte)
    expect(times).toBeGreaterThan(0)
  })

  it('is brought back between the pieces of long work, once there is some', async () => {
    const { ledger, commit, size } = await shop()
    commit()
    expect(ledger.bringBackSome()).toBe(false)
    while (size() < megabyte) commit()
    expect(ledger.bringBackSome()).toBe(true)
    expect(size()).toBe(0)
    expect(ledger.bringBackSome()).toBe(false)
  })

  it('waits for whoever reads from it, and is brought back after them', async () => {
    const { ledger, commit, size } = await shop()
    commit()
    const other = openReadOnly(ledger.path, ledger.dataKey)
    onTestFinished(() => other.close())
    const rows = other.db.prepare('SELECT id FROM sheet_view').iterate()
    rows.next()
    while (size() < megabyte) commit()
    expect(ledger.bringBackSome()).toBe(true)
    const held = size()
    expect(held).toBeGreaterThan(megabyte)
    // What could not be cut before counts no more, so that the counter does not try after each commit.
    commit()
    expect(ledger.bringBackSome()).toBe(false)
    rows.return?.()
    while (size() < held + 0.8 * megabyte) commit()
    expect(ledger.bringBackSome()).toBe(true)
    expect(size()).toBe(0)
    const { count } = ledger.reader.first(
      query.selectFrom('sheet_view').select(({ fn }) => fn.countAll<number>().as('count')),
    ) ?? { count: 0 }
    expect(count).toBe(ledger.db.prepare('SELECT max(id) FROM sheet_view').pluck().get())
  })
})

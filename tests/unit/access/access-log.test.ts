import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { chainStart, digestOf, isSameMac, linkAfter } from '#backend/access/chain.ts'
import { headsAt } from '#backend/access/heads.port.ts'
import { keptFor, mayBeDroppedBefore } from '#backend/access/retention.ts'
import { ledgerFiles } from '#backend/platform/ledger-files.ts'
import { forgetTemplate, freshLedger } from '../../helpers/fresh-ledger.ts'
import { filesBelow } from '../../helpers/ledger-lab.ts'
import { accessOf, give, look, sellPrepaid } from './access-lab.ts'

forgetTemplate()

describe('a link', () => {
  it('is another one for another key, place, entry, time or predecessor', () => {
    const key = Buffer.alloc(32, 1)
    const entry = { kind: 'access', entryId: 5, at: 9, digest: digestOf([5, 'x', null]) } as const
    const link = linkAfter(key, chainStart, entry)
    const others = [
      linkAfter(Buffer.alloc(32, 2), chainStart, entry),
      linkAfter(key, { seq: 1, mac: chainStart.mac }, entry),
      linkAfter(key, { seq: 0, mac: link.mac }, entry),
      linkAfter(key, chainStart, { ...entry, entryId: 6 }),
      linkAfter(key, chainStart, { ...entry, at: 10 }),
      linkAfter(key, chainStart, { ...entry, kind: 'points' }),
      linkAfter(key, chainStart, { ...entry, digest: digestOf([5, 'y', null]) }),
    ]
    for (const other of others) expect(isSameMac(other.mac, link.mac)).toBe(false)
    expect(isSameMac(linkAfter(key, chainStart, entry).mac, link.mac)).toBe(true)
  })
})

describe('the access log', () => {
  it('keeps what was noted in its order, points entries with it, and verifies', async () => {
    const { ledger } = await freshLedger()
    const access = accessOf(ledger)
    look(access, 3, 11)
    give(ledger, 11, 500)
    look(access, 2, 21)
    const rows = access.list({ limit: 10 })
    expect(rows.map((row) => row.customerId)).toEqual([22, 21, 13, 12, 11])
    expect(await access.verify()).toMatchObject({ links: 6, faults: [] })
  })

  it('vouches for prepaid entries as for points, those from before the record too, each of them once', async () => {
    const { ledger } = await freshLedger()
    sellPrepaid(ledger, 11, 50_000, 300)
    const access = accessOf(ledger)
    look(access, 1, 11)
    expect(await access.verify()).toMatchObject({ links: 601, faults: [] })
    sellPrepaid(ledger, 11, 50_000)
    access.flush()
    access.flush()
    expect(await access.verify()).toMatchObject({ links: 603, faults: [] })
  })

  it('writes what came together at once, before it is stopped at the latest', async () => {
    const { ledger } = await freshLedger()
    const access = accessOf(ledger)
    access.note({
      personId: null,
      role: 'counter',
      place: 'pc',
      action: 'failed',
      method: 'door.enter',
      customerId: null,
      people: 0,
    })
    access.stop()
    expect(accessOf(ledger).list({ limit: 5 })).toMatchObject([{ action: 'failed', people: 0 }])
    expect(headsAt(ledgerFiles(ledger.path).heads).known()).toHaveLength(1)
  })

  it('refuses to change entries and links, and to drop entries within their time', async () => {
    const { ledger } = await freshLedger()
    look(accessOf(ledger), 1)
    expect(() => ledger.db.exec('UPDATE access_entry SET people = 0')).toThrow('never updated')
    expect(() => ledger.db.exec('UPDATE chain_link SET at = 0')).toThrow('never updated')
    expect(() => ledger.db.exec('DELETE FROM chain_link')).toThrow('never deleted')
    expect(() => ledger.db.exec('DELETE FROM access_entry')).toThrow('kept for their time')
  })

  it('drops entries after their time, and still verifies; a clock that jumps drops nothing', async () => {
    const { ledger } = await freshLedger()
    let now = Date.UTC(2020, 0, 1)
    const access = accessOf(ledger, { now: () => now })
    look(access, 3)
    now = Date.UTC(2035, 0, 1)
    access.prune()
    expect(access.list({ limit: 10 })).toHaveLength(3)
    now = Date.UTC(2021, 6, 1)
    look(access, 1, 40)
    access.prune()
    expect(access.list({ limit: 10 }).map((row) => row.customerId)).toEqual([40])
    expect(await access.verify()).toMatchObject({ links: 4, faults: [] })
  })

  it('a heads file that is no such file is nothing to hold the ledger against', async () => {
    const { ledger } = await freshLedger()
    const path = ledgerFiles(ledger.path).heads
    writeFileSync(path, '{"heads":[{"seq":"x"}]}')
    const access = accessOf(ledger)
    look(access, 1)
    access.stop()
    expect(await access.verify()).toMatchObject({ heads: 1, faults: [] })
    expect(existsSync(path) && readFileSync(path, 'utf8')).toContain('dangol-heads')
  })

  it('leaves no names in files: entries carry numbers only', async () => {
    const { ledger, folder } = await freshLedger()
    look(accessOf(ledger), 2)
    accessOf(ledger).stop()
    for (const { bytes } of filesBelow(folder))
      expect(bytes.includes(Buffer.from('customers.card'))).toBe(false)
  })
})

describe('how long entries are kept', () => {
  it('is a year, two from 50,000 people on', () => {
    const day = 24 * 60 * 60_000
    expect(keptFor(49_999)).toBeGreaterThanOrEqual(365 * day)
    expect(keptFor(50_000)).toBeGreaterThanOrEqual(2 * 365 * day)
    expect(mayBeDroppedBefore(1_000 * day, 1)).toBe(634 * day)
  })
})

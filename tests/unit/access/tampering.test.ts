import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Connection, openDatabase } from '#backend/platform/db/open.ts'
import { checkLedger } from '#backend/platform/ledger/check.ts'
import { type Ledger, openLedger } from '#backend/platform/ledger.ts'
import { ledgerFiles } from '#backend/platform/ledger-files.ts'
import { forgetTemplate, freshLedger } from '../../helpers/fresh-ledger.ts'
import { accessOf, give, look, sellPrepaid } from './access-lab.ts'

forgetTemplate()

const cases = { edited: 60, deleted: 40, inserted: 20, swapped: 20, rolledBack: 30, spliced: 30 }
const pageSize = 4_096

interface Shop {
  readonly path: string
  readonly dataKey: Buffer
  /** The ledger file at each of its moments, the newest last; the newest head stands in the heads file. */
  readonly moments: readonly string[]
}

/** A few days' entries, with a copy of the closed ledger after each. */
const shop = async (): Promise<Shop> => {
  const { ledger: first, folder } = await freshLedger()
  const { path } = first
  const dataKey = Buffer.from(first.dataKey)
  const moments: string[] = []
  let ledger: Ledger | null = first
  for (let day = 0; day < 6; day += 1) {
    ledger ??= await openLedger({ path, key: { dataKey } })
    const access = accessOf(ledger)
    look(access, 40, day * 100)
    for (let n = 0; n < 15; n += 1) give(ledger, n, 10 + day)
    for (let n = 0; n < 4; n += 1) sellPrepaid(ledger, n, 50_000 + day)
    look(access, 5, day * 100 + 50)
    access.stop()
    ledger.db.pragma('wal_checkpoint(TRUNCATE)')
    ledger.close()
    ledger = null
    const copy = join(folder, `moment-${day}`)
    copyFileSync(path, copy)
    moments.push(copy)
  }
  return { path, dataKey, moments }
}

/** What a look through everything finds: damaged pages, faults of the chain, or that it does not even open. */
const found = async ({ path, dataKey }: Shop): Promise<string | null> => {
  let ledger: Ledger
  try {
    ledger = await openLedger({ path, key: { dataKey } })
  } catch (error) {
    return String(error)
  }
  try {
    checkLedger(ledger.db)
    const { faults } = await accessOf(ledger).verify()
    return faults[0]?.what ?? null
  } catch (error) {
    return String(error)
  } finally {
    ledger.close()
  }
}

/** Somebody who even has the key, and takes the triggers away. */
const withTheKey = ({ path, dataKey }: Shop, work: (db: Connection) => void): void => {
  const db = openDatabase(path, { key: dataKey, mode: 'write' })
  const triggers = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
    .pluck()
    .all()
    .map(String)
  // All at once: some hundred commits of their own would each wait for the disk.
  db.pragma('synchronous = OFF')
  db.pragma('foreign_keys = OFF')
  db.exec('BEGIN')
  for (const trigger of triggers) db.exec(`DROP TRIGGER "${trigger}"`)
  work(db)
  db.exec('COMMIT')
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
}

const back = ({ path, moments }: Shop): void => {
  for (const rest of [ledgerFiles(path).wal, ledgerFiles(path).sharedMemory])
    if (existsSync(rest)) rmSync(rest)
  copyFileSync(moments.at(-1) ?? '', path)
}

const idsOf = (db: Connection, table: string): number[] =>
  db.prepare(`SELECT id FROM ${table} ORDER BY id`).pluck().all().map(Number)

const edits = [
  'UPDATE access_entry SET customer_id = customer_id + 1 WHERE id = ?',
  'UPDATE access_entry SET at = at - 1 WHERE id = ?',
  "UPDATE access_entry SET action = 'print' WHERE id = ?",
  "UPDATE access_entry SET role = 'owner' WHERE id = ?",
  'UPDATE points_entry SET points = points + 1 WHERE id = ?',
  'UPDATE points_entry SET customer_id = customer_id + 1 WHERE id = ?',
  'UPDATE prepaid_entry SET paid = paid + 1 WHERE id = ?',
  'UPDATE prepaid_entry SET money = money - 1 WHERE id = ?',
  'UPDATE prepaid_entry SET holding_id = (SELECT h.id FROM prepaid_holding AS h WHERE h.id <> holding_id LIMIT 1) WHERE id = ?',
  "UPDATE prepaid_entry SET business_date = '2026-11-23' WHERE id = ?",
]
/** Each kind of entry that the chain vouches for. */
const kinds = ['access', 'points', 'prepaid'] as const
const kindOf = (n: number): (typeof kinds)[number] => kinds[n % kinds.length] ?? 'access'

describe('tampering', () => {
  it('is found in every one of two hundred cases', async () => {
    const it = await shop()
    const keep = ledgerFiles(it.path).heads
    const heads = readFileSync(keep)
    expect(await found(it)).toBeNull()
    // Taking the triggers away and closing it again is not what is found.
    withTheKey(it, () => undefined)
    expect(await found(it)).toBeNull()
    const missed: string[] = []
    const hits: Record<string, number> = {}
    const attempt = async (name: keyof typeof cases, n: number, work: () => void): Promise<void> => {
      back(it)
      writeFileSync(keep, heads)
      work()
      if ((await found(it)) === null) missed.push(`${name} ${n}`)
      hits[name] = (hits[name] ?? 0) + 1
    }

    for (let n = 0; n < cases.edited; n += 1)
      await attempt('edited', n, () =>
        withTheKey(it, (db) => {
          const edit = edits[n % edits.length] ?? ''
          const ids = idsOf(db, edit.split(' ')[1] ?? '')
          db.prepare(edit).run(ids[(n * 37) % ids.length])
        }),
      )
    for (let n = 0; n < cases.deleted; n += 1)
      await attempt('deleted', n, () =>
        withTheKey(it, (db) => {
          const table = `${kindOf(n)}_entry`
          const ids = idsOf(db, table)
          const id = ids[(n * 53) % ids.length]
          db.prepare(`DELETE FROM ${table} WHERE id = ?`).run(id)
          // Half of them take the link away too, and close the gap by the end of the chain.
          if (n % 4 >= 2) db.prepare('DELETE FROM chain_link WHERE entry_id = ?').run(id)
        }),
      )
    for (let n = 0; n < cases.inserted; n += 1)
      await attempt('inserted', n, () =>
        withTheKey(it, (db) => {
          const table = `${kindOf(n)}_entry`
          const ids = idsOf(db, table)
          // One among the others: what comes after them all is vouched for only now, where it is no access.
          const gaps = ids.slice(0, -1).filter((id) => !ids.includes(id + 1))
          const columns = db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table).map(String)
          const others = columns.filter((name) => name !== 'id').join(', ')
          const beside = gaps[(n * 7) % gaps.length] ?? 0
          db.prepare(
            `INSERT INTO ${table} (id, ${others}) SELECT id + 1, ${others} FROM ${table} WHERE id = ?`,
          ).run(beside)
        }),
      )
    for (let n = 0; n < cases.swapped; n += 1)
      await attempt('swapped', n, () =>
        withTheKey(it, (db) => {
          const seq = 1 + ((n * 11) % 200)
          const links = db.prepare('SELECT seq, mac FROM chain_link WHERE seq IN (?, ?)').all(seq, seq + 1)
          const swap = db.prepare('UPDATE chain_link SET mac = ? WHERE seq = ?')
          const [one, two] = links as { seq: number; mac: Buffer }[]
          swap.run(two?.mac, one?.seq)
          swap.run(one?.mac, two?.seq)
        }),
      )
    for (let n = 0; n < cases.rolledBack; n += 1)
      // The journal would bring it level again: whoever does this takes its newer segments away as well.
      await attempt('rolledBack', n, () => {
        withTheKey(it, (db) => {
          const last = Number(db.prepare('SELECT max(seq) FROM chain_link').pluck().get())
          const cut = last - 1 - ((n * 13) % (last - 2))
          const gone = db.prepare('SELECT kind, entry_id FROM chain_link WHERE seq > ?').all(cut)
          for (const { kind, entry_id } of gone as { kind: string; entry_id: number }[])
            db.prepare(`DELETE FROM ${kind}_entry WHERE id = ?`).run(entry_id)
          db.prepare('DELETE FROM chain_link WHERE seq > ?').run(cut)
        })
      })
    const newest = readFileSync(it.moments.at(-1) ?? '')
    let spliced = 0
    for (const moment of it.moments.slice(0, -1)) {
      const older = readFileSync(moment)
      for (let page = 1; page * pageSize < older.length && spliced < cases.spliced; page += 1) {
        const at = { from: page * pageSize, to: (page + 1) * pageSize }
        if (older.subarray(at.from, at.to).equals(newest.subarray(at.from, at.to))) continue
        spliced += 1
        await attempt('spliced', spliced, () => {
          const mixed = Buffer.from(newest)
          older.copy(mixed, at.from, at.from, at.to)
          writeFileSync(it.path, mixed)
        })
      }
    }
    expect(missed).toEqual([])
    expect(hits).toEqual(cases)
  }, 120_000)

  it('a whole ledger put back to an earlier day, with its journal, is found by the head that stayed outside', async () => {
    const it = await shop()
    for (const moment of it.moments.slice(0, -1)) {
      back(it)
      copyFileSync(moment, it.path)
      rmSync(ledgerFiles(it.path).journal, { recursive: true })
      expect(await found({ ...it })).not.toBeNull()
    }
  })
})

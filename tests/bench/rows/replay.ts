import { join } from 'node:path'
import { silentLog as silentDevices } from '#backend/devices/device-log.ts'
import { openDeviceStore } from '#backend/devices/device-store.port.ts'
import { createPrinters } from '#backend/devices/printers.service.ts'
import { openShop } from '#backend/open-shop.ts'
import { systemClock } from '#backend/platform/clock.ts'
import { openDatabase } from '#backend/platform/db/open.ts'
import { systemIo } from '#backend/platform/files/io.ts'
import { openLocked } from '#backend/platform/ledger/locked.ts'
import { openLedger } from '#backend/platform/ledger.ts'
import { silentLog } from '#backend/platform/log/log.ts'
import { insertBareRows, type Rows } from '../bare/rows.ts'
import type { BenchContext } from '../context.ts'
import { recordedSales } from '../receipts.ts'
import type { Measured } from '../row.ts'
import { median } from '../statistics.ts'

const bareRows = 'the bare rows inserted into an empty file'

/**
 * Receipts that were printed while the ledger was locked: from their captures in the journal to the ledger, as after
 * each unlocking; beside the bare rows of the same receipts. Nothing else may have the ledger open.
 */
export const replayRows = async (
  { rounds: times, row, ledgerWords, scratch, dataFolder, passphrase }: BenchContext,
  dataKey: Uint8Array,
): Promise<Measured[]> => {
  const count = Math.max(40, times(2000))
  const rounds = times(5)
  const path = join(dataFolder, 'ledger.dangol')
  const ours: number[] = []
  const working: number[] = []
  const peer: number[] = []
  // What other rows left in the journal, half a paper perhaps, is none of these receipts.
  await caughtUp(path, passphrase, scratch)
  for (let round = -1; round < rounds; round += 1) {
    const first = 1000 + (round + 1) * count
    const before = newestReceipt(path, dataKey)
    capture(path, recordedSales(count, Date.UTC(2026, 1, 1) + round * 86_400_000, first))
    const { took, worked } = await caughtUp(path, passphrase, scratch)
    const rows = rowsSince(path, dataKey, before)
    if (rows.length !== count) throw new Error(`${rows.length} of ${count} receipts were read`)
    const bare = insertBareRows(join(scratch, `rows-${round}.db`), rows)
    if (round < 0) continue
    ours.push((count / took) * 1000)
    working.push((count / worked) * 1000)
    peer.push((count / bare) * 1000)
  }
  const conditions = `${count} receipts a round, 200 to a commit, into ${ledgerWords}, warm`
  return [
    row({
      name: 'replay: captures to ledger, by processor time',
      conditions,
      value: median(working),
      unit: 'receipts/s',
      peer: { name: bareRows, value: median(peer) },
    }),
    row({
      name: 'replay: captures to ledger',
      conditions,
      value: median(ours),
      unit: 'receipts/s',
      peer: { name: bareRows, value: median(peer) },
      budget: { least: 2000 },
    }),
  ]
}

/** One capture a receipt. That they become durable is not what is measured here. */
const capture = (path: string, sales: readonly Uint8Array[]): void => {
  const locked = openLocked(path, { io: { ...systemIo, fsync: () => undefined } })
  try {
    for (const bytes of sales)
      locked.journal.appendCapture({ sourceId: 'bench', at: Date.now(), encoding: 'cp949', bytes })
  } finally {
    locked.close()
  }
}

/**
 * Opens the ledger and reads what waits. @returns milliseconds, by the clock and of processor time, from the open
 * ledger until nothing waits.
 */
const caughtUp = async (
  path: string,
  passphrase: string,
  scratch: string,
): Promise<{ took: number; worked: number }> => {
  const ledger = await openLedger({ path, key: { passphrase } })
  try {
    const store = openDeviceStore(join(scratch, 'devices.json'))
    const shop = openShop({
      ledger,
      clock: systemClock,
      log: silentLog,
      emit: () => undefined,
      printers: createPrinters({ store, clock: systemClock, log: silentDevices, onStatus: () => undefined }),
      sources: {
        idleGapMs: () => 1000,
        sourceId: (key) => key,
        sourceName: (key) => key,
        mayGoOn: () => false,
      },
    })
    const before = process.cpuUsage()
    const start = performance.now()
    await shop.ingest.start()
    const took = performance.now() - start
    const { user, system } = process.cpuUsage(before)
    await shop.stop()
    return { took, worked: (user + system) / 1000 }
  } finally {
    ledger.close()
  }
}

const newestReceipt = (path: string, key: Uint8Array): number => {
  const db = openDatabase(path, { key, mode: 'read' })
  try {
    return Number(db.prepare('SELECT max(id) FROM receipt').pluck().get())
  } finally {
    db.close()
  }
}

/** The rows of every receipt since, in the order in which they can be inserted. */
const rowsSince = (path: string, key: Uint8Array, since: number): Rows[][] => {
  const db = openDatabase(path, { key, mode: 'read' })
  try {
    const ids = db.prepare('SELECT id, paper_id FROM receipt WHERE id > ? ORDER BY id').all(since) as {
      id: number
      paper_id: number
    }[]
    const tables = [
      ['paper', 'id', 'paper_id'],
      ['paper_bytes', 'paper_id', 'paper_id'],
      ['receipt', 'id', 'id'],
      ['receipt_line', 'receipt_id', 'id'],
      ['payment', 'receipt_id', 'id'],
    ] as const
    const selects = tables.map(
      ([table, column, by]) => [table, db.prepare(`SELECT * FROM ${table} WHERE ${column} = ?`), by] as const,
    )
    return ids.map((receipt) =>
      selects.map(([table, select, by]) => ({
        table,
        rows: select.all(receipt[by]) as Record<string, unknown>[],
      })),
    )
  } finally {
    db.close()
  }
}

import { join } from 'node:path'
import { openDatabase } from '#backend/platform/db/open.ts'
import { insertBareRows, type Rows } from '../bare/rows.ts'
import type { BenchContext } from '../context.ts'
import type { OpenBackend } from '../open-backend.ts'
import { recordedSales } from '../receipts.ts'
import type { Measured } from '../row.ts'
import { median } from '../statistics.ts'

/** Per receipt of a recording: decode, parse, ledger, in batches; beside the bare rows of the same receipts. */
export const replayRows = async (
  { rounds: times, row, ledgerWords, scratch, dataFolder }: BenchContext,
  backend: OpenBackend,
  dataKey: Uint8Array,
): Promise<Measured[]> => {
  const count = Math.max(40, times(2000))
  const rounds = times(5)
  const path = join(dataFolder, 'ledger.dangol')
  const ours: number[] = []
  const peer: number[] = []
  for (let round = -1; round < rounds; round += 1) {
    const first = 1000 + (round + 1) * count
    const bytes = Buffer.concat(recordedSales(count, Date.UTC(2026, 1, 1) + round * 86_400_000, first))
    const before = newestReceipt(path, dataKey)
    const start = performance.now()
    const counts = await backend.ask('sources.importFile', {
      name: 'bench',
      base64: bytes.toString('base64'),
      encoding: 'cp949',
    })
    const took = performance.now() - start
    if (counts.receipts !== count) throw new Error(`${counts.receipts} of ${count} receipts were read`)
    const bare = insertBareRows(join(scratch, `rows-${round}.db`), rowsSince(path, dataKey, before))
    if (round < 0) continue
    ours.push((count / took) * 1000)
    peer.push((count / bare) * 1000)
  }
  return [
    row({
      name: 'replay: bytes to ledger',
      conditions: `${count} receipts a round, 200 to a commit, into ${ledgerWords}, warm`,
      value: median(ours),
      unit: 'receipts/s',
      peer: { name: 'the bare rows inserted into an empty file', value: median(peer) },
      budget: { least: 2000 },
    }),
  ]
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

import { join } from 'node:path'
import { createPictures } from '#backend/analytics/pictures.service.ts'
import { listTableNames, sumTableNames } from '#backend/analytics/shares/tables.ts'
import { directReading } from '#backend/analytics/thread/heavy.repo.ts'
import { openDatabase } from '#backend/platform/db/open.ts'
import { openReadOnly } from '#backend/platform/db/readonly.ts'
import type { DateRange } from '#shared/contract/analytics.ts'
import { addDays, daysBetween } from '#shared/dates.ts'
import type { BenchContext } from '../context.ts'
import { type Columns, inColumns } from '../duck/columns.ts'
import type { OpenBackend } from '../open-backend.ts'
import type { Measured } from '../row.ts'
import { lastDay } from '../shop/generate.ts'
import { median, percentile } from '../statistics.ts'
import { type View, views } from './views.ts'

const columnar = 'DuckDB scanning the same rows, not encrypted'
const budget = 50

/**
 * Each view of the pictures page over the whole ledger and over its last year, cold (a connection of its own, nothing in
 * its cache) and warm, beside a columnar database that scans. Both must say the same.
 */
export const pictureRows = async (context: BenchContext, dataKey: Uint8Array): Promise<Measured[]> => {
  const { dataFolder, scratch, plan } = context
  const path = join(dataFolder, 'ledger.dangol')
  const db = openDatabase(path, { key: dataKey, mode: 'read' })
  const columns = await inColumns(db, scratch)
  const from = addDays(lastDay, 1 - plan.days)
  const spans: readonly (readonly [string, DateRange])[] = [
    ['all years', { from, to: lastDay }],
    ['the last year', { from: addDays(lastDay, -364) > from ? addDays(lastDay, -364) : from, to: lastDay }],
  ]
  const rows: Measured[] = []
  try {
    for (const view of views)
      for (const [words, range] of spans.filter((span) => offered(view, span[1])))
        rows.push(...(await viewRows(context, { path, dataKey, columns, view, range, words })))
    rows.push(...sizeRows(context, db))
  } finally {
    columns.close()
    db.close()
  }
  return rows
}

const offered = ({ mostDays }: View, { from, to }: DateRange): boolean =>
  mostDays === undefined || daysBetween(from, to) < mostDays

interface Measuring {
  readonly path: string
  readonly dataKey: Uint8Array
  readonly columns: Columns
  readonly view: View
  readonly range: DateRange
  readonly words: string
}

const viewRows = async (
  { rounds, row, ledgerWords }: BenchContext,
  { path, dataKey, columns, view, range, words }: Measuring,
): Promise<Measured[]> => {
  const sql = view.peer(range)
  const cold: number[] = []
  const warm: number[] = []
  const coldPeer: number[] = []
  const warmPeer: number[] = []
  const times = Math.max(3, rounds(9))
  for (let time = 0; time < times; time += 1) {
    const ledger = openReadOnly(path, dataKey)
    try {
      const pictures = createPictures(directReading(ledger.reader))
      const [first, said] = await timedAsync(() => view.ours(pictures, range))
      const [second] = await timedAsync(() => view.ours(pictures, range))
      cold.push(first)
      warm.push(second)
      await columns.coldly()
      const peer = await columns.ask(sql)
      coldPeer.push(peer.took)
      warmPeer.push((await columns.ask(sql)).took)
      if (Number(peer.row[0]) !== said)
        throw new Error(`${view.name}, ${words}: ${said} here, ${String(peer.row[0])} in columns`)
    } finally {
      ledger.close()
    }
  }
  return [['cold', cold, coldPeer] as const, ['warm', warm, warmPeer] as const].map(([how, ours, peers]) =>
    row({
      name: `picture: ${view.name}, ${words}, ${how}`,
      conditions: ledgerWords,
      value: median(ours),
      unit: 'ms',
      peer: { name: columnar, value: median(peers) },
      budget: { most: budget },
    }),
  )
}

const timedAsync = async <T>(work: () => Promise<T>): Promise<readonly [number, T]> => {
  const start = performance.now()
  const value = await work()
  return [performance.now() - start, value]
}

/** What the sums cost on disk. */
const sizeRows = ({ row, ledgerWords }: BenchContext, db: ReturnType<typeof openDatabase>): Measured[] => {
  const sizes = db.prepare('SELECT name, sum(pgsize) AS bytes FROM dbstat GROUP BY name').all() as {
    name: string
    bytes: number
  }[]
  const mb = (list: typeof sizes): number => list.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6
  return [
    row({
      name: 'sums over receipts, on disk',
      conditions: ledgerWords,
      value: mb(
        sizes.filter(({ name }) => [...sumTableNames, ...listTableNames].some((table) => table === name)),
      ),
      unit: 'MB',
      peer: { name: 'the whole ledger', value: mb(sizes) },
    }),
  ]
}

/** Searches at the counter while the heaviest pictures load, over the very calls that windows make. */
export const besidePicturesRows = async (
  { rounds, row, ledgerWords, plan }: BenchContext,
  backend: OpenBackend,
): Promise<Measured[]> => {
  const range = { from: addDays(lastDay, 1 - plan.days), to: lastDay }
  const before = process.memoryUsage.rss()
  const wish = { go: true }
  let loaded = 0
  const load = async (): Promise<void> => {
    while (wish.go) {
      await backend.ask('analytics.ranking', { range, compare: range, by: 'product' })
      await backend.ask('analytics.top', { range })
      await backend.ask('analytics.intervals', { range })
      await backend.ask('analytics.behind', { of: { kind: 'returning', range } })
      loaded += 4
    }
  }
  await backend.ask('analytics.ranking', { range, compare: null, by: 'product' })
  const searches = async (many: number): Promise<number[]> => {
    const times: number[] = []
    for (let time = 0; time < many; time += 1) {
      const start = performance.now()
      await backend.ask('customers.search', { query: String(1000 + ((time * 7919) % 9000)) })
      times.push(performance.now() - start)
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    return times
  }
  const alone = await searches(rounds(400))
  const loading = load()
  const times = await searches(rounds(400))
  wish.go = false
  await loading
  return [
    row({
      name: 'lookup by last four digits while pictures load, p99',
      conditions: `${loaded} views of all years meanwhile, ${ledgerWords}`,
      value: percentile(times, 0.99),
      unit: 'ms',
      peer: { name: 'the same while none load', value: percentile(alone, 0.99) },
      budget: { most: 20 },
    }),
    row({
      name: 'memory that the pictures take',
      conditions: `their thread with its cache, ${ledgerWords}`,
      // A small shop's pictures may give back as much as they take.
      value: Math.max(0.1, (process.memoryUsage.rss() - before) / 1e6),
      unit: 'MB',
    }),
  ]
}

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { formatNumber } from '#shared/won.ts'
import { dataKeyOf, indexLookup } from './bare/index-lookup.ts'
import type { BenchContext } from './context.ts'
import { openBackend } from './open-backend.ts'
import { quiet } from './quiet.ts'
import { type Measured, measured } from './row.ts'
import { chainRows } from './rows/chain.ts'
import { decodeRows } from './rows/decode.ts'
import { followerRows } from './rows/followers.ts'
import { liveRows } from './rows/live.ts'
import { lookupRows } from './rows/lookup.ts'
import { movingInRows } from './rows/moving-in.ts'
import { passingRows } from './rows/passing.ts'
import { besidePicturesRows, pictureRows } from './rows/pictures.ts'
import { pointsRows } from './rows/points.ts'
import { replayRows } from './rows/replay.ts'
import { restoreRows } from './rows/restore.ts'
import { segmentRows } from './rows/segments.ts'
import { sheetRows } from './rows/sheets.ts'
import { startRows } from './rows/start.ts'
import { unlockRows } from './rows/unlock.ts'
import { copyShop, madeShop, passphrase } from './shop/cache.ts'
import type { ShopPlan } from './shop/plan.ts'

export interface BenchOptions {
  /** Generated shops are kept here for the next run. */
  readonly cache: string
  readonly plan: ShopPlan
  /** The backend's entry, for what is measured from a start: `out/main/backend.js`, or its source. */
  readonly backendEntry: string
  /** Whether budgets are kept or missed by it. */
  readonly counts: boolean
  /** Share of a full run's rounds, 0 to 1. */
  readonly effort: number
  readonly say: (line: string) => void
}

/** Builds or finds the shop, works on a copy of it, measures everything. */
export const runBench = async ({
  cache,
  plan,
  backendEntry,
  counts,
  effort,
  say,
}: BenchOptions): Promise<Measured[]> => {
  mkdirSync(cache, { recursive: true })
  const words = `${formatNumber(plan.receipts)} receipts, ${formatNumber(plan.lines)} lines, ${formatNumber(plan.customers)} customers`
  say(`shop: ${words}`)
  const shop = await madeShop(cache, plan)
  say(
    shop.builtInMs === null
      ? `found in ${shop.folder}`
      : `built in ${(shop.builtInMs / 1000).toFixed(1)} s, kept in ${shop.folder}`,
  )
  const scratch = mkdtempSync(join(cache, 'run-'))
  try {
    const dataFolder = copyShop(shop, join(scratch, 'data'))
    const context: BenchContext = {
      plan,
      backendEntry,
      rounds: (full) => Math.max(1, Math.round(full * effort)),
      dataFolder,
      shopOf: async (other) =>
        copyShop(await madeShop(cache, other), join(scratch, `data-${other.receipts}`)),
      scratch,
      passphrase,
      ledgerWords: `ledger of ${formatNumber(plan.receipts)} receipts, encrypted`,
      row: (given) => measured(counts, given),
    }
    return await measureAll(context, say)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

const measureAll = async (context: BenchContext, say: (line: string) => void): Promise<Measured[]> => {
  const { dataFolder } = context
  const path = join(dataFolder, 'ledger.dangol')
  const dataKey = await dataKeyOf(path, passphrase)
  const rows: Measured[] = []
  // Said as they come: a row that fails later takes none with it.
  const add = (...measured: readonly Measured[]): void => {
    rows.push(...measured)
    for (const { name, value, unit } of measured) say(`  ${name}: ${Number(value.toPrecision(3))} ${unit}`)
  }
  say('measuring: decode and parse')
  add(...(await decodeRows(context)))
  say('measuring: start and memory')
  add(...(await startRows(context, dataKey)), ...(await unlockRows(context)))
  say('measuring: record of access')
  add(...(await chainRows(context)))

  say('measuring: pictures')
  add(...(await pictureRows(context, dataKey)))

  let heard: (() => void) | null = null
  const open = await openBackend(dataFolder, passphrase, (name) => {
    if (name !== 'receipt.arrived') return
    heard?.()
    heard = null
  })
  const bare = indexLookup(path, dataKey)
  try {
    // First, so that nothing is left to be kept while the others are measured.
    say('measuring: groups')
    add(...(await segmentRows(context, open)))
    say('measuring: lookup')
    add(...(await lookupRows(context, open, bare)))
    say('measuring: sheets')
    add(...(await sheetRows(context, open)))
    say('measuring: lookup while pictures load')
    add(...(await besidePicturesRows(context, open)))
    // Days of groups that are kept after an opening.
    await quiet(context.rounds(180))
    say('measuring: last byte to ledger')
    const arrivals = {
      next: () =>
        new Promise<void>((resolve, reject) => {
          const late = setTimeout(() => reject(new Error('A receipt did not arrive')), 10_000)
          heard = () => {
            clearTimeout(late)
            resolve()
          }
        }),
    }
    add(...(await liveRows(context, open, arrivals, await freePort())))
    say('measuring: moving in')
    add(...(await movingInRows(context, open)))
    // What the import and its undoing left to do in the background is once, and the daily look comes when it is idle.
    await quiet(context.rounds(120))
    say('measuring: points')
    add(...(await pointsRows(context, open)))
    say('measuring: what follows a sale')
    add(...(await followerRows(context, open)))
    // A new plan of tiers looks at everybody, within a minute.
    await quiet(context.rounds(240), context.rounds(62))
    say('measuring: sitting in the line')
    add(...(await passingRows(context, open)))
  } finally {
    bare.close()
    await open.backend.close()
  }
  say('measuring: replay')
  add(...(await replayRows(context, dataKey)))
  say('measuring: restore')
  add(...(await restoreRows(context)))
  return rows
}

const freePort = async (): Promise<number> => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' ? (address?.port ?? 0) : 0
}

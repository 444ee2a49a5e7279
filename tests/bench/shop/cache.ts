import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createMonthLists } from '#backend/analytics/months/month-lists.service.ts'
import { directReading } from '#backend/analytics/thread/heavy.repo.ts'
import { newestVersion } from '#backend/platform/db/migrate.ts'
import { createLedger, type Ledger } from '#backend/platform/ledger.ts'
import { silentLog } from '#backend/platform/log/log.ts'
import { fillLedger } from './fill.ts'
import { lastDay } from './generate.ts'
import type { ShopPlan } from './plan.ts'

/** Raised whenever the generator or what it fills changes. */
const generatorVersion = 6
export const passphrase = 'bench: nobody lives here'

export interface MadeShop {
  /** A data folder as the app has it. */
  readonly folder: string
  /** Milliseconds; null when it was there from an earlier run. */
  readonly builtInMs: number | null
}

/** A generated shop in a data folder below `cache`; made once for each size. */
export const madeShop = async (cache: string, plan: ShopPlan): Promise<MadeShop> => {
  const size = `-${plan.receipts}-${plan.customers}`
  const folder = join(cache, `shop-${generatorVersion}-${newestVersion()}${size}`)
  if (existsSync(folder)) return { folder, builtInMs: null }
  // Those of an earlier generator or schema are of no more use, and large.
  for (const name of readdirSync(cache))
    if (name.startsWith('shop-') && name.endsWith(size))
      rmSync(join(cache, name), { recursive: true, force: true })
  const start = performance.now()
  const making = `${folder}-making`
  rmSync(making, { recursive: true, force: true })
  mkdirSync(making, { recursive: true })
  const { ledger, recoveryCode } = await createLedger({
    path: join(making, 'ledger.dangol'),
    passphrase,
    shopName: '십년다방',
  })
  try {
    await ledger.keys.confirmRecovery(recoveryCode)
    fillLedger(ledger.db, plan)
    await listMonths(ledger)
  } finally {
    ledger.close()
  }
  renameSync(making, folder)
  return { folder, builtInMs: performance.now() - start }
}

/** Those of the months that are over, as the shop itself makes them. */
const listMonths = ({ reader, unit }: Ledger): Promise<void> =>
  createMonthLists({
    reader,
    unit,
    reading: directReading(reader),
    clock: { now: () => Date.parse(`${lastDay}T12:00:00Z`) },
    log: silentLog,
  }).look()

/** A copy to work on, so that every run finds the same shop. */
export const copyShop = (shop: MadeShop, folder: string): string => {
  cpSync(shop.folder, folder, { recursive: true })
  return folder
}

import { firstLedger } from './0010-first-ledger.ts'
import { taughtLayouts } from './0020-taught-layouts.ts'
import type { Migration } from './migration.ts'

/** Static on purpose: a packaged app has no folder to scan. Ascending. */
export const migrations: readonly Migration[] = [firstLedger, taughtLayouts]

export type { Migration } from './migration.ts'

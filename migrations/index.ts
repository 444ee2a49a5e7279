import { firstLedger } from './0010-first-ledger.ts'
import { taughtLayouts } from './0020-taught-layouts.ts'
import { peopleAndAccess } from './0025-people-and-access.ts'
import { products } from './0045-products.ts'
import type { Migration } from './migration.ts'

/** Static on purpose: a packaged app has no folder to scan. Ascending. */
export const migrations: readonly Migration[] = [firstLedger, taughtLayouts, peopleAndAccess, products]

export type { Migration } from './migration.ts'

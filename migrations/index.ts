import { firstLedger } from './0010-first-ledger.ts'
import { taughtLayouts } from './0020-taught-layouts.ts'
import { peopleAndAccess } from './0025-people-and-access.ts'
import { whoTheyAre } from './0030-who-they-are.ts'
import { whatReceiptsSay } from './0031-what-receipts-say.ts'
import { joinedAndGone } from './0032-joined-and-gone.ts'
import { sheets } from './0035-sheets.ts'
import { movingIn } from './0040-moving-in.ts'
import { products } from './0045-products.ts'
import { productChanges } from './0046-product-changes.ts'
import { sums } from './0050-sums.ts'
import { spendOrder } from './0051-spend-order.ts'
import { segments } from './0055-segments.ts'
import { segmentMembership } from './0056-segment-membership.ts'
import { pointsLots } from './0060-points-lots.ts'
import { pointsKeeping } from './0061-points-keeping.ts'
import { tiers } from './0065-tiers.ts'
import { coupons } from './0066-coupons.ts'
import { stamps } from './0067-stamps.ts'
import { answers } from './0070-answers.ts'
import { slipTemplates } from './0075-slip-templates.ts'
import { slipQueue } from './0080-slip-queue.ts'
import { consentProof } from './0083-consent-proof.ts'
import { prepaid } from './0085-prepaid.ts'
import { prepaidKeeping } from './0086-prepaid-keeping.ts'
import { labels } from './0090-labels.ts'
import { accessPeople } from './0091-access-people.ts'
import { prepaidInChain } from './0093-prepaid-in-chain.ts'
import { namePairs } from './0094-name-pairs.ts'
import { monthLists } from './0095-month-lists.ts'
import type { Migration } from './migration.ts'

/** Static on purpose: a packaged app has no folder to scan. Ascending. */
export const migrations: readonly Migration[] = [
  firstLedger,
  taughtLayouts,
  peopleAndAccess,
  whoTheyAre,
  whatReceiptsSay,
  joinedAndGone,
  sheets,
  movingIn,
  products,
  productChanges,
  sums,
  spendOrder,
  segments,
  segmentMembership,
  pointsLots,
  pointsKeeping,
  tiers,
  coupons,
  stamps,
  answers,
  slipTemplates,
  slipQueue,
  consentProof,
  prepaid,
  prepaidKeeping,
  labels,
  accessPeople,
  prepaidInChain,
  namePairs,
  monthLists,
]

export type { Migration } from './migration.ts'

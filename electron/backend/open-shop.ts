import { type Attaching, createAttaching } from './counter/attaching.service.ts'
import { type CounterService, createCounterService } from './counter/counter.service.ts'
import type { DeviceLog } from './devices/device-log.ts'
import type { Printers } from './devices/printers.service.ts'
import { createHealth, type Health } from './health/health.service.ts'
import type { MovingIn } from './moving-in/moving-in.service.ts'
import { type OpenAnalytics, openAnalytics } from './open-analytics.ts'
import { type OpenCustomers, openCustomers } from './open-customers.ts'
import { createOpenExport, type OpenExport } from './open-export/export.service.ts'
import { type OpenLabels, openLabels } from './open-labels.ts'
import { type OpenLoyalty, openLoyalty } from './open-loyalty.ts'
import { openMovingIn } from './open-moving-in.ts'
import { type OpenPeople, openPeople } from './open-people.ts'
import { type OpenPoints, openPoints } from './open-points.ts'
import { type OpenPrepaid, openPrepaid, prepaidParts } from './open-prepaid.ts'
import { openRewards, type Rewards, rewardParts } from './open-rewards.ts'
import { openSheets } from './open-sheets.ts'
import { type OpenSlips, openSlips } from './open-slips.ts'
import { openSpending } from './open-spending.ts'
import { openTeaching } from './open-teaching.ts'
import type { Clock } from './platform/clock.ts'
import type { Emit } from './platform/emit.ts'
import type { Ledger } from './platform/ledger/open.ts'
import type { Log } from './platform/log/log.ts'
import { createProducts, type ProductsService } from './products/products.service.ts'
import { startReadingThread } from './receipts/ahead/reading-thread.port.ts'
import { type AskingService, createAsking } from './receipts/asking/asking.service.ts'
import { createEntering, type Entering } from './receipts/entering/entering.service.ts'
import { createImporting, type ImportCounts, type Importing } from './receipts/intake/importing.service.ts'
import { createIngest, type Ingest, type SourceFacts } from './receipts/intake/ingest.service.ts'
import type { ReadPapers } from './receipts/intake/paper-queue.service.ts'
import { createReviewService, type ReviewService } from './receipts/kept/review.service.ts'
import { readPapers } from './receipts/reading/read.ts'
import { forgetRemembered } from './receipts/reading/text/remembering.ts'
import { createReceiptsService, type ReceiptsService } from './receipts/receipts.service.ts'
import { createLayouts } from './receipts/teaching/layouts.service.ts'
import type { TeachingService } from './receipts/teaching/teaching.service.ts'
import { createSegments, type SegmentsService } from './segments/segments.service.ts'
import type { Sheets } from './sheets/sheets.service.ts'
import { createShopService, type ShopService } from './shop/shop.service.ts'
import type { Slips } from './slips/slips.service.ts'

/** Everything that needs an open ledger; made when it is unlocked, stopped before it is locked. */
export interface OpenShop {
  readonly staff: OpenPeople
  readonly openExport: OpenExport
  readonly health: Health
  readonly ledger: Ledger
  readonly analytics: OpenAnalytics
  readonly customers: OpenCustomers
  readonly movingIn: MovingIn
  readonly products: ProductsService
  readonly shop: ShopService
  readonly receipts: ReceiptsService
  readonly review: ReviewService
  readonly asking: AskingService
  readonly teaching: TeachingService
  readonly loyalty: OpenLoyalty
  readonly pointsDesk: OpenPoints
  readonly prepaid: OpenPrepaid
  readonly rewards: Rewards
  readonly counter: CounterService
  readonly sheets: Sheets
  readonly labels: OpenLabels
  readonly slips: Slips
  readonly slipsOpen: OpenSlips
  readonly segments: SegmentsService
  readonly entering: Entering
  readonly attaching: Attaching
  readonly importing: Importing
  readonly ingest: Ingest
  /** A file that the owner brings in; windows hear of the latest of its receipts. */
  importFile(bytes: Uint8Array, encoding: 'cp949' | 'utf8'): Promise<ImportCounts>
  /** No more writes after it resolves. */
  stop(): Promise<void>
}

export interface OpenShopParts {
  readonly ledger: Ledger
  readonly clock: Clock
  readonly log: Log
  readonly emit: Emit
  readonly printers: Printers
  readonly sources: SourceFacts
}

/** Windows list no more anyway. */
const toldOfAFile = 20

/** The services of one open ledger, wired. */
export const openShop = ({ ledger, clock, log, emit, printers, sources }: OpenShopParts): OpenShop => {
  const { reader, unit, ids } = ledger
  const openExport = createOpenExport(ledger, clock, emit)
  const ofPrepaid = prepaidParts(ids)
  const parts = ofPrepaid.onSlips(rewardParts(ids))
  const spending = openSpending(reader, clock, parts.redeeming)
  const staff = openPeople({ ledger, clock, log, emit, spending })
  const opened = openLoyalty({
    ledger,
    clock,
    followers: parts.followers,
    forerunners: [ofPrepaid.following],
    tierOn: parts.tierOn,
  })
  const { loyalty } = opened
  const customers = openCustomers({
    ledger,
    clock,
    log,
    loyalty,
    doors: staff.doors,
    firstUnread: () => ingest.firstUnread(),
  })
  const shop = createShopService(reader, unit, opened.rules.shopRate)
  const receipts = createReceiptsService(reader)
  const review = createReviewService(reader, unit, emit)
  const analytics = openAnalytics({ ledger, clock, log, emit, review: () => review.count() })
  const health = createHealth({
    ledger,
    access: staff.access,
    upkeep: analytics.upkeep,
    points: { run: (enough) => points.checking.run(enough) },
    prepaid: { run: (enough) => prepaid.checking.run(enough) },
    clock,
    log,
    emit,
    elapsed: () => performance.now(),
    written: () => ledger.journal.state.headSeq,
  })
  const movingIn = openMovingIn({ ledger, clock, log, emit, granting: opened.granting })
  const slipsOpen = openSlips({ ledger, clock, log: deviceLog(log), emit, printers, parts, customers })
  const { slips } = slipsOpen
  const rewards = openRewards({ ledger, clock, log, emit, parts, customers, slips })
  const segments = createSegments({
    reader,
    unit,
    ids,
    clock,
    log,
    emit,
    heavy: analytics.heavy,
    bringBackSome: ledger.bringBackSome,
  })
  const attaching = createAttaching({
    loyalty,
    customers,
    slips,
    slipRows: parts.slipRows,
    tierReached: (tx, customerId, at) => slipsOpen.personSlips.reached(tx, customerId, at),
  })
  const points = openPoints({
    ledger,
    clock,
    log,
    emit,
    opened,
    tierOn: parts.tierOn,
    leftOut: ofPrepaid.leftOut,
    customers,
    attaching,
    slips,
    sumsAfter: analytics.balances.points,
  })
  const prepaid = openPrepaid({
    ledger,
    clock,
    log,
    emit,
    parts: ofPrepaid,
    loyalty,
    customers,
    attaching,
    slips,
    sumsAfter: analytics.balances.prepaid,
  })
  const counter = createCounterService({
    reader,
    unit,
    clock,
    attaching,
    customers,
    receipts,
    review,
    slips,
    emit,
  })
  const layouts = createLayouts({ reader, unit, ids, log })
  const read: ReadPapers = (papers, options) =>
    readPapers(papers, { ...options, profiles: layouts.profiles() })
  const startThread = () => startReadingThread(() => layouts.taught())
  const entering = createEntering({ ids, loyalty, attaching })
  const asking = createAsking({ reader, unit, clock, emit, loyalty, receipts })
  const teaching = openTeaching({
    ledger,
    clock,
    emit,
    loyalty,
    entering,
    receipts,
    layouts,
    personId: () => staff.doors.person(),
  })
  const importing = createImporting({ unit, clock, log, entering, read, startThread, batchSize: 20 })
  const ingest = createIngest({
    reader,
    unit,
    clock,
    log,
    emit,
    entering,
    receipts,
    slips,
    read,
    sources,
    startThread,
    captures: (afterSeq) => ledger.captures(afterSeq),
  })
  const personId = () => staff.doors.person()
  const sheets = openSheets({
    ledger,
    clock,
    personId,
    correct: (tx, id, amount, reason, at) => void loyalty.correct(tx, id, amount, reason, at),
    members: (segmentId) => segments.membersNow(segmentId),
    saw: (customerIds) => staff.guard.saw('sheets.rows', customerIds),
  })
  return {
    staff,
    openExport,
    health,
    ledger,
    analytics,
    customers,
    movingIn,
    products: createProducts(reader, unit, ids, clock),
    shop,
    receipts,
    review,
    asking,
    teaching,
    loyalty: opened,
    pointsDesk: points,
    prepaid,
    counter,
    sheets,
    labels: openLabels({ ledger, clock, personId, sheets, analytics }),
    slips,
    slipsOpen,
    segments,
    rewards,
    entering,
    attaching,
    importing,
    ingest,
    async importFile(bytes, encoding) {
      const arrived: number[] = []
      const counts = await importing.bytes(bytes, encoding, ({ receiptId }) => {
        if (receiptId !== null) arrived.push(receiptId)
      })
      for (const id of arrived.slice(-toldOfAFile)) emit('receipt.arrived', receipts.row(id))
      if (counts.review > 0) emit('review.changed', { count: review.count() })
      return counts
    },
    async stop() {
      ingest.stop()
      forgetRemembered()
      await customers.stop()
      await movingIn.stop()
      await points.stop()
      await prepaid.stop()
      rewards.stop()
      await openExport.stop()
      await health.stop()
      await segments.stop()
      await analytics.stop()
      await slips.stop()
      staff.doors.stop()
      staff.access.stop()
    },
  }
}

/** Devices put the fields first. */
export const deviceLog = (log: Log): DeviceLog => ({
  info: (fields, message) => log.info(message, fields),
  warn: (fields, message) => log.warn(message, fields),
})

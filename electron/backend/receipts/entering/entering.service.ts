import { hash } from 'node:crypto'
import { addDays, businessDate, type EpochMs } from '#shared/dates.ts'
import { type GatheredSums, gatherSums } from '../../analytics/shares.service.ts'
import type { Attaching, AttachResult } from '../../counter/attaching.service.ts'
import type { Loyalty } from '../../loyalty/loyalty.service.ts'
import type { Writer } from '../../platform/db/statements.ts'
import type { Ids } from '../../platform/ids.ts'
import { readShop } from '../../shop/shop.service.ts'
import type { PlacedPaper } from '../intake/source-stream.ts'
import { addPaper, changePaper, type PaperRow, paperKnown, sameBytesElsewhere } from '../kept/paper.repo.ts'
import {
  type Days,
  itemsOf,
  receiptsAbout,
  receiptsOfApproval,
  receiptsOfNumber,
  receiptWithIdentity,
} from '../matching/matching.repo.ts'
import { findRefundedSale, joinEarlierRefunds } from '../matching/refund-sale.service.ts'
import { copyWindowMs, isSame, repeats } from '../matching/same-sale.ts'
import { identityOf } from '../reading/identity.ts'
import { isCountable, type Reading } from '../reading/reading.ts'
import type { ReceiptRecord } from '../receipts.repo.ts'
import { type GatheredDays, gatherDays } from './gathered-days.service.ts'
import { lineRows, paymentRows } from './receipt-rows.ts'
import { addReceipt } from './receipt-writes.repo.ts'
import { type LedgerProblem, type Verdict, verdictOn } from './verdict.ts'

/** A paper with its reading, on its way into the ledger. */
export interface Arrival {
  readonly placed: PlacedPaper
  readonly reading: Reading
  readonly sourceId: string
  readonly sourceName: string
  readonly encoding: string
  readonly receivedAt: EpochMs
  /** It came over a line, not out of a file: a waiting customer takes it. */
  readonly fromLine: boolean
}

export interface Entered {
  readonly paperId: number
  readonly state: PaperRow['state']
  readonly receiptId: number | null
  /** The sale that was given back. */
  readonly refundedId: number | null
  readonly attached: AttachResult | null
}

export interface EnteringParts {
  readonly ids: Ids
  readonly loyalty: Loyalty
  readonly attaching: Pick<Attaching, 'attachWaiting'>
}

export interface Entering {
  /** One paper with all that follows from it, inside one unit of work. Null when it had been taken in before. */
  enter(tx: Writer, arrival: Arrival): Entered | null
  /** Many that come together, in their order; what they add to sums is written once. Those known before are left out. */
  enterAll(tx: Writer, arrivals: readonly Arrival[]): Entered[]
  /**
   * A kept paper that has not reached the ledger and is read otherwise now: judged as if it had just come, but no
   * waiting customer takes it. The caller sees to it that it has no receipt yet.
   */
  enterAgain(tx: Writer, kept: PaperRow, arrival: Arrival): Entered
}

/** What the papers of one unit of work share; written at its end. */
interface Together {
  readonly sums: GatheredSums
  readonly days: GatheredDays
  readonly closesAtHour: number
}

interface Judgement {
  readonly verdict: Verdict
  readonly identity: string
  readonly problems: readonly LedgerProblem[]
}

export const createEntering = ({ ids, loyalty, attaching }: EnteringParts): Entering => {
  const enterReceipt = (
    tx: Writer,
    arrival: Arrival,
    paperId: number,
    identity: string,
    sale: ReceiptRecord | null,
    { sums, days, closesAtHour }: Together,
  ) => {
    const { reading, receivedAt } = arrival
    const id = ids.next(receivedAt)
    const receipt = receiptOf(arrival, id, paperId, identity, closesAtHour, sale)
    const lines = lineRows(id, reading)
    addReceipt(tx, receipt, lines, paymentRows(id, reading))
    const refund = receipt.kind === 'refund'
    days.add(tx, {
      business_date: receipt.business_date,
      sales: refund ? 0 : 1,
      refunds: refund ? 1 : 0,
      net: receipt.total,
      attached: 0,
    })
    sums.added(tx, {
      date: receipt.business_date,
      issuedAt: receipt.issued_at,
      refund,
      total: receipt.total,
      customerId: receipt.customer_id,
      lines,
      sale: sale === null ? null : { customerId: sale.customer_id, date: sale.business_date },
    })
    if (sale !== null) loyalty.refund(tx, sale, id, receivedAt)
    if (!refund) joinEarlierRefunds(tx, receipt)
    const takes = arrival.fromLine && !refund && !reading.reprint
    return { id, attached: takes ? attaching.attachWaiting(tx, id, receivedAt) : null }
  }

  const take = (
    tx: Writer,
    arrival: Arrival,
    paperId: number,
    digest: string,
    together: Together,
    keep: (row: PaperRow) => void,
  ): Entered => {
    const { reading, receivedAt } = arrival
    const { verdict, identity, problems } = judge(tx, arrival, paperId, digest)
    const counts = verdict === 'count'
    const sale = counts && reading.kind === 'refund' ? findRefundedSale(tx, reading, receivedAt) : null
    const alone = counts && reading.kind === 'refund' && sale === null
    const asked = alone || problems.includes('maybe-repeat')
    const state = counts ? (asked ? 'review' : 'read') : verdict
    const all = [...reading.problems, ...problems, ...(alone ? ['refund-without-sale'] : [])]
    keep(paperRow(arrival, paperId, digest, state, all))
    if (!counts) return { paperId, state, receiptId: null, refundedId: null, attached: null }
    const { id, attached } = enterReceipt(tx, arrival, paperId, identity, sale, together)
    return { paperId, state, receiptId: id, refundedId: sale?.id ?? null, attached }
  }

  const enterFresh = (tx: Writer, arrival: Arrival, together: Together): Entered | null => {
    const { placed, sourceId, receivedAt } = arrival
    if (paperKnown(tx, sourceId, placed.captureSeq, placed.fromByte)) return null
    const digest = hash('sha256', placed.bytes)
    return take(tx, arrival, ids.next(receivedAt), digest, together, (row) => addPaper(tx, row, placed.bytes))
  }

  const enterAll: Entering['enterAll'] = (tx, arrivals) =>
    inOne(tx, (together) =>
      arrivals.map((arrival) => enterFresh(tx, arrival, together)).filter((one) => one !== null),
    )

  return {
    enter: (tx, arrival) => enterAll(tx, [arrival])[0] ?? null,
    enterAll,
    enterAgain: (tx, kept, arrival) =>
      inOne(tx, (together) =>
        take(tx, { ...arrival, fromLine: false }, kept.id, kept.digest, together, (row) =>
          changePaper(tx, row),
        ),
      ),
  }
}

const inOne = <T>(tx: Writer, work: (together: Together) => T): T => {
  const together = { sums: gatherSums(), days: gatherDays(), closesAtHour: readShop(tx).closes_at_hour }
  const result = work(together)
  together.days.write(tx)
  together.sums.write(tx)
  return result
}

const judge = (tx: Writer, arrival: Arrival, paperId: number, digest: string): Judgement => {
  const { reading, receivedAt } = arrival
  const put = (next: Verdict, ...problems: LedgerProblem[]): Judgement => ({
    verdict: next,
    identity,
    problems,
  })
  let identity = ''
  // A copy is told before its own reading is judged: it often lacks what its original says.
  if (reading.copyOf !== null && reading.kind !== 'card-slip') return put('set-aside', 'copy')
  const marked = isCountable(reading.kind) && (reading.reprint || reading.copy !== null)
  if (marked && reading.total !== null && isCopyOfKnown(tx, arrival)) return put('set-aside', 'copy')
  const verdict = verdictOn(reading)
  if (verdict !== 'count') return put(verdict)
  const { key, weak } = identityOf(reading, receivedAt)
  identity = weak ? `${key}#${paperId}` : key
  if (!weak && (receiptWithIdentity(tx, key) !== null || isKnownOtherwise(tx, arrival))) {
    return put('set-aside', 'repeat')
  }
  if (reading.reprint && weak) return put('review', 'original-missing')
  if (weak) {
    const elsewhere = sameBytesElsewhere(tx, digest, receivedAt - doubleTapMs, paperId)
    if (elsewhere.some((source) => source !== arrival.sourceId)) return put('set-aside', 'repeat')
    if (elsewhere.length > 0) return put('count', 'maybe-repeat')
  }
  return put('count')
}

/** One line tapped twice gives the same bytes through two sources within moments. */
const doubleTapMs = 60_000
const dayMs = 24 * 60 * 60_000

/** Every business day that a receipt of less than a day before or after can belong to, wherever the day ends. */
const daysAbout = (at: EpochMs): Days => ({
  from: addDays(businessDate(at), -2),
  to: addDays(businessDate(at), 1),
})

/** The same sale from a paper that bears another of its marks: the approval or the second instead of the number. */
const isKnownOtherwise = (tx: Writer, { reading, receivedAt }: Arrival): boolean => {
  const { receiptNumber, approvalNumber, issuedAt, total } = reading
  const at = issuedAt ?? receivedAt
  const approved = approvalNumber === null ? [] : receiptsOfApproval(tx, daysAbout(at), approvalNumber)
  const sameDay = approved.filter((known) => known.total === total && Math.abs(known.issued_at - at) < dayMs)
  // A paper that bears a number has been asked for by that.
  const sameSecond = receiptNumber === null ? receiptsAbout(tx, at, at, total ?? 0) : []
  return [...sameDay, ...sameSecond].some((known) =>
    isSame(reading, { ...known, items: () => itemsOf(tx, known.id) }),
  )
}

/** A copy or reprint is looked for by its number within a day, and among the sales of its total about its time. */
const isCopyOfKnown = (tx: Writer, { reading, receivedAt }: Arrival): boolean => {
  const { receiptNumber, issuedAt, total } = reading
  const at = issuedAt ?? receivedAt
  const numbered = receiptNumber === null ? [] : receiptsOfNumber(tx, daysAbout(at), receiptNumber)
  const sameDay = numbered.filter((known) => known.total === total && Math.abs(known.issued_at - at) < dayMs)
  const near = receiptsAbout(tx, at - copyWindowMs, at + copyWindowMs, total ?? 0)
  return [...sameDay, ...near].some((known) =>
    repeats(reading, receivedAt, { ...known, items: () => itemsOf(tx, known.id) }),
  )
}

const paperRow = (
  { placed, reading, sourceId, sourceName, encoding, receivedAt }: Arrival,
  id: number,
  digest: string,
  state: PaperRow['state'],
  problems: readonly string[],
): PaperRow => ({
  id,
  source_id: sourceId,
  source_name: sourceName,
  capture_seq: placed.captureSeq,
  from_byte: placed.fromByte,
  to_byte: placed.toByte,
  received_at: receivedAt,
  ended_by: placed.paper.endedBy,
  encoding,
  kind: reading.kind,
  profile: reading.profile,
  confidence: reading.confidence,
  total: reading.total,
  problems: problems.join(' '),
  state,
  digest,
})

const receiptOf = (
  { reading, receivedAt }: Arrival,
  id: number,
  paperId: number,
  identity: string,
  closesAtHour: number,
  sale: ReceiptRecord | null,
): ReceiptRecord => ({
  id,
  paper_id: paperId,
  kind: reading.kind === 'refund' || reading.kind === 'order' ? reading.kind : 'sale',
  issued_at: reading.issuedAt ?? receivedAt,
  received_at: receivedAt,
  business_date: businessDate(reading.issuedAt ?? receivedAt, closesAtHour),
  business_number: reading.businessNumber,
  receipt_number: reading.receiptNumber,
  approval_number: reading.approvalNumber,
  original_number: reading.originalReceipt,
  refunds_receipt_id: sale?.id ?? null,
  total: reading.total ?? 0,
  discount: reading.discount,
  supply: reading.supply,
  vat: reading.vat,
  exempt: reading.exempt,
  identity,
  customer_id: sale?.customer_id ?? null,
  attached_at: sale?.attached_at ?? null,
})

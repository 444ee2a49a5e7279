import { businessDate } from '#shared/dates.ts'
import { receiptsChange } from '../../analytics/shares.service.ts'
import type { Loyalty } from '../../loyalty/loyalty.service.ts'
import type { Reader, Writer } from '../../platform/db/statements.ts'
import { readShop } from '../../shop/shop.service.ts'
import { lineRows, paymentRows } from '../entering/receipt-rows.ts'
import { addToDay } from '../entering/receipt-writes.repo.ts'
import { verdictOn } from '../entering/verdict.ts'
import { changePaper, type PaperRow } from '../kept/paper.repo.ts'
import { receiptWithIdentity } from '../matching/matching.repo.ts'
import { identityOf } from '../reading/identity.ts'
import type { Reading } from '../reading/reading.ts'
import { findReceipt, type ReceiptRecord } from '../receipts.repo.ts'
import { type AmendedReceipt, amendReceipt, linesWithOptions, paymentsOf } from './amend.repo.ts'

/** A receipt that stands in the ledger, and its paper as it is read now. */
export interface Amendment {
  readonly kept: PaperRow
  readonly receipt: ReceiptRecord
  readonly reading: Reading
}

/**
 * What reading again would write: null where nothing would change, or where it may not (a sale that turns into a
 * refund, a reading that is unsure, one that is another receipt's).
 */
export const amended = (reader: Reader, { kept, receipt, reading }: Amendment): AmendedReceipt | null => {
  if (verdictOn(reading) !== 'count' || reading.total === null) return null
  if ((reading.kind === 'refund') !== (receipt.kind === 'refund')) return null
  const { key, weak } = identityOf(reading, kept.received_at)
  const identity = weak ? `${key}#${kept.id}` : key
  const known = receiptWithIdentity(reader, identity)
  if (known !== null && known !== receipt.id) return null
  const issuedAt = reading.issuedAt ?? kept.received_at
  const next: AmendedReceipt = {
    id: receipt.id,
    kind: reading.kind === 'refund' || reading.kind === 'order' ? reading.kind : 'sale',
    issued_at: issuedAt,
    business_date: businessDate(issuedAt, readShop(reader).closes_at_hour),
    business_number: reading.businessNumber,
    receipt_number: reading.receiptNumber,
    approval_number: reading.approvalNumber,
    original_number: reading.originalReceipt,
    total: reading.total,
    discount: reading.discount,
    supply: reading.supply,
    vat: reading.vat,
    exempt: reading.exempt,
    identity,
  }
  return isSame(reader, receipt, next, reading) ? null : next
}

const isSame = (reader: Reader, receipt: ReceiptRecord, next: AmendedReceipt, reading: Reading): boolean => {
  const before: Record<string, unknown> = { ...receipt }
  const facts = Object.entries(next).every(([key, value]) => key === 'identity' || before[key] === value)
  const rows = lineRows(receipt.id, reading)
  const printed = linesWithOptions(reader, receipt.id)
  return (
    facts &&
    alike(rows.map(lineFacts), printed.map(lineFacts)) &&
    alike(
      paymentRows(receipt.id, reading).map((one) => [one.method, one.amount]),
      paymentsOf(reader, receipt.id).map((one) => [one.method, one.amount]),
    )
  )
}

const alike = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

const lineFacts = (line: ReturnType<typeof lineRows>[number]): unknown[] => [
  line.parent,
  line.name,
  line.unit_price,
  line.quantity,
  line.amount,
]

export interface Amending {
  /**
   * Puts a receipt right inside somebody's unit of work: it stays the same receipt of the same customer; days, points
   * and figures follow by differences and entries. @returns whether anything changed.
   */
  amend(tx: Writer, amendment: Amendment, at: number): boolean
}

export const createAmending = (loyalty: Pick<Loyalty, 'adjust'>): Amending => ({
  amend(tx, amendment, at) {
    const { kept, receipt, reading } = amendment
    const next = amended(tx, amendment)
    if (next === null) return false
    receiptsChange(tx, [receipt.id], () =>
      amendReceipt(tx, next, lineRows(receipt.id, reading), paymentRows(receipt.id, reading)),
    )
    moveDay(tx, receipt, next)
    changePaper(tx, {
      id: kept.id,
      kind: reading.kind,
      profile: reading.profile,
      confidence: reading.confidence,
      total: reading.total,
      problems: kept.state === 'review' ? kept.problems : reading.problems.join(' '),
      state: kept.state,
    })
    const sale = findReceipt(tx, receipt.refunds_receipt_id ?? receipt.id)
    if (sale !== undefined && sale.kind !== 'refund') loyalty.adjust(tx, sale, at)
    return true
  },
})

/** Takes the receipt out of its old day and puts it into its new one. */
const moveDay = (tx: Writer, receipt: ReceiptRecord, next: AmendedReceipt): void => {
  const refund = receipt.kind === 'refund'
  // A day counts attached sales, not their refunds.
  const attached = !refund && receipt.customer_id !== null ? 1 : 0
  const day = { sales: refund ? 0 : 1, refunds: refund ? 1 : 0, attached }
  addToDay(tx, {
    business_date: receipt.business_date,
    sales: -day.sales,
    refunds: -day.refunds,
    net: -receipt.total,
    attached: -day.attached,
  })
  addToDay(tx, { business_date: next.business_date, ...day, net: next.total })
}

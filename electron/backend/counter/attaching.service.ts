import type { CallOutput } from '#shared/contract/index.ts'
import { businessDate, type EpochMs } from '#shared/dates.ts'
import { DangolError, isDangolError } from '#shared/errors.ts'
import { maskName } from '#shared/names.ts'
import { maskPhone } from '#shared/phone.ts'
import type { CustomersService } from '../customers/customers.service.ts'
import { balanceOf } from '../customers/figures.service.ts'
import type { Loyalty } from '../loyalty/loyalty.service.ts'
import { nextEndOf, pointsOfReceipt, pointsUsedWith } from '../loyalty/points.service.ts'
import type { Writer } from '../platform/db/statements.ts'
import { findReceipt, linesOf, type ReceiptRecord } from '../receipts/facts.service.ts'
import { readShop } from '../shop/shop.service.ts'
import type { SlipRow } from '../slips/slip.ts'
import type { Slips } from '../slips/slips.service.ts'
import { reachedWith } from '../tiers/reached.service.ts'
import { clearWaiting, readWaiting, slipOfAttachment } from './counter.repo.ts'

export type AttachResult = CallOutput<'counter.attach'>

/** Attaching inside somebody's unit of work: the counter's own, or that of a receipt which is just coming in. */
export interface Attaching {
  /**
   * Points, figures and slip. The same customer again changes nothing, but prints a slip if none was made.
   * Throws `receipt.not-found`, `receipt.not-countable`, `receipt.attached-elsewhere`, `customer.not-found`.
   */
  attach(tx: Writer, receiptId: number, customerId: number, print: boolean, at: EpochMs): AttachResult
  /** The customer who waits takes this receipt, if they waited when it came and not for hours; else null. */
  attachWaiting(tx: Writer, receiptId: number, receivedAt: EpochMs): AttachResult | null
  /** The slip of points that were used without a receipt; null where no printer can print it. */
  printUse(tx: Writer, customerId: number, points: number, at: EpochMs): AttachResult['slip']
  /** Throws `receipt.not-found`, `receipt.not-countable`, `receipt.not-attached`. */
  detach(tx: Writer, receiptId: number, at: EpochMs): void
}

export interface AttachingParts {
  readonly loyalty: Loyalty
  readonly customers: Pick<CustomersService, 'find'>
  readonly slips: Pick<Slips, 'add'>
  /** Stamps, tier and coupons, after this sale. */
  readonly slipRows: (tx: Writer, customerId: number, at: EpochMs) => readonly SlipRow[]
  /** A sale that is printed brought the customer to their tier. */
  readonly tierReached: (tx: Writer, customerId: number, at: EpochMs) => void
}

interface SlipPoints {
  readonly given: number
  readonly used: number
}

export const createAttaching = (parts: AttachingParts): Attaching => {
  const { loyalty, customers, slips, slipRows, tierReached } = parts
  const printSlip = (
    tx: Writer,
    sale: ReceiptRecord | null,
    customerId: number,
    given: SlipPoints,
    at: EpochMs,
  ) => {
    const shop = readShop(tx)
    const customer = customers.find(tx, customerId)
    return slips.add(tx, {
      customerId,
      receiptId: sale?.id ?? null,
      at,
      businessDate: businessDate(at, shop.closes_at_hour),
      content: {
        shop: { name: shop.name, phone: shop.phone, footer: shop.footer, qr: shop.qr },
        customer: {
          maskedName: maskName(customer.name),
          maskedPhone: customer.phone === null ? null : maskPhone(customer.phone),
        },
        lines: (sale === null ? [] : linesOf(tx, sale.id)).map((line) => ({
          name: line.name,
          quantity: line.quantity ?? 1,
          amount: line.amount ?? 0,
        })),
        total: sale?.total ?? 0,
        pointsGiven: given.given,
        balance: balanceOf(tx, customerId),
        pointsUsed: given.used,
        nextEnd: nextEndOf(tx, customerId, businessDate(at, shop.closes_at_hour)),
        rows: slipRows(tx, customerId, at),
      },
    })
  }

  const attach: Attaching['attach'] = (tx, receiptId, customerId, print, at) => {
    const sale = saleOf(tx, receiptId)
    customers.find(tx, customerId)
    if (sale.customer_id !== null && sale.customer_id !== customerId) {
      throw new DangolError('receipt.attached-elsewhere')
    }
    if (sale.customer_id === null) loyalty.attach(tx, sale, customerId, at)
    const pointsGiven = pointsOfReceipt(tx, receiptId)
    const slip =
      slipOfAttachment(tx, receiptId, customerId, sale.attached_at ?? at) ??
      (print
        ? slipIfPrintable(() => {
            const used = pointsUsedWith(tx, receiptId)
            return printSlip(tx, sale, customerId, { given: pointsGiven, used }, at)
          })
        : null)
    if (print && sale.customer_id === null && reachedWith(tx, customerId, receiptId))
      tierReached(tx, customerId, at)
    return { receiptId, customerId, pointsGiven, balance: balanceOf(tx, customerId), slip }
  }

  return {
    attach,
    attachWaiting(tx, receiptId, receivedAt) {
      const waiting = readWaiting(tx)
      if (waiting === undefined) return null
      const waitedMs = receivedAt - waiting.since
      if (waitedMs < 0 || waitedMs > longestWaitMs) return null
      clearWaiting(tx)
      return attach(tx, receiptId, waiting.customer_id, waiting.print === 1, receivedAt)
    },
    printUse: (tx, customerId, used, at) =>
      slipIfPrintable(() => printSlip(tx, null, customerId, { given: 0, used }, at)),
    detach(tx, receiptId, at) {
      const sale = saleOf(tx, receiptId)
      if (sale.customer_id === null) throw new DangolError('receipt.not-attached')
      loyalty.detach(tx, sale, at)
    },
  }
}

/** Points do not hang on paper: a slip that no printer could print is none. */
const slipIfPrintable = (print: () => AttachResult['slip']): AttachResult['slip'] => {
  try {
    return print()
  } catch (error) {
    if (isDangolError(error) && error.code.startsWith('printer.')) return null
    throw error
  }
}

/** Who was forgotten at the counter does not get a stranger's receipt. */
const longestWaitMs = 30 * 60_000

const saleOf = (tx: Writer, receiptId: number): ReceiptRecord => {
  const receipt = findReceipt(tx, receiptId)
  if (receipt === undefined) throw new DangolError('receipt.not-found')
  if (receipt.kind === 'refund') throw new DangolError('receipt.not-countable')
  return receipt
}

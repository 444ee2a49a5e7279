import type { PaymentMethod } from '../../../electron/backend/receipts/reading/reading.ts'
import type { Pen } from './pen.ts'
import type { Random } from './random.ts'
import type { Sale } from './sale.ts'
import type { Style } from './style.ts'

const paymentLabels: Record<PaymentMethod, readonly [string, ...string[]]> = {
  card: ['신용카드', '카드', '카드결제', '신용  카드', '체크카드', '신용카드(견본카드)', '[카드]'],
  cash: ['현금', '현 금', '현      금', '현금결제'],
  'easy-pay': ['간편결제', '간편결제(시험페이)', '견본페이'],
  prepaid: ['선결제', '선불카드', '선  결  제'],
  transfer: ['계좌이체'],
  points: ['포인트사용', '포인트 결제', '포인트'],
  voucher: ['상품권', '상  품  권'],
  other: ['기타'],
}

const printTotals = (sale: Sale, style: Style, pen: Pen, random: Random): void => {
  const { labels } = style
  const itemsOff = sale.goods.reduce((total, good) => total + good.off, 0)
  const gross = sale.total + sale.discount + (style.repeatsItemDiscounts ? itemsOff : 0)
  if (labels.subtotal !== null) pen.sumLine(labels.subtotal, pen.money(gross))
  const off = gross - sale.total
  if (off > 0) pen.sumLine(labels.discount, random.chance(0.5) ? pen.off(off) : pen.money(off))
  const [before, after] = style.totalMark
  pen.lines.push('«b»«join»')
  pen.sumLine(before + labels.total + after, pen.money(sale.total))
  pen.lines.push('«/b»«join»')
}

const printTax = (sale: Sale, style: Style, pen: Pen): void => {
  pen.sumLine(style.labels.supply, pen.money(sale.supply))
  pen.sumLine(style.labels.vat, pen.money(sale.vat))
  if (sale.exempt > 0) pen.sumLine(style.labels.exempt, pen.money(sale.exempt))
}

const printPayments = (sale: Sale, style: Style, pen: Pen, random: Random): void => {
  const handedOver = sale.received !== null && random.chance(0.5) ? sale.received : null
  for (const payment of sale.payments) {
    pen.sumLine(random.pick(paymentLabels[payment.method]), pen.money(handedOver ?? payment.amount))
  }
  if (sale.received === null) return
  if (handedOver === null) pen.sumLine(style.labels.received, pen.money(sale.received))
  pen.sumLine(style.labels.change, pen.money(sale.received - sale.total))
}

/** Everything under the goods that holds figures of the sale. */
export const printSums = (sale: Sale, style: Style, pen: Pen, random: Random): void => {
  printTotals(sale, style, pen, random)
  const taxFirst = random.chance(0.7)
  if (style.taxShown && taxFirst) printTax(sale, style, pen)
  pen.rule()
  printPayments(sale, style, pen, random)
  if (style.taxShown && !taxFirst) {
    pen.rule()
    printTax(sale, style, pen)
  }
}

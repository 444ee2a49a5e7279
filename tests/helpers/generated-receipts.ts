import { epochOf, isoKorea } from '../../shared/dates.ts'
import { type ExpectedDocument, fixture, type ReceiptFixture } from '../fixtures/receipts/fixture.ts'
import { showsSeconds, showsYear } from './generated/clock.ts'
import { printSale } from './generated/print.ts'
import { type Random, randomFrom } from './generated/random.ts'
import { amountOf, type Sale, saleFrom } from './generated/sale.ts'
import { type Style, showsPrice, styleFrom } from './generated/style.ts'

const momentOf = (sale: Sale, style: Style): string => {
  const { month, day, hour, minute, second } = sale.at
  // Every generated month lies before the fixtures' moment, so that its nearest past is of that year.
  const year = showsYear(style.clock) ? sale.at.year : 2026
  const at = epochOf(year, month, day, hour, minute, showsSeconds(style.clock) ? second : 0)
  if (at === null) throw new Error('a generated moment is no real one')
  return isoKorea(at)
}

const truthOf = (sale: Sale, style: Style): ExpectedDocument => {
  const sign = sale.refund ? -1 : 1
  // Not `-0`.
  const signed = (value: number): number => (value === 0 ? 0 : sign * value)
  const off = sale.goods.reduce((total, good) => total + good.off, sale.discount)
  return {
    kind: sale.refund ? 'refund' : 'sale',
    copyOf: null,
    issuedAt: momentOf(sale, style),
    receiptNumber: sale.number,
    items: sale.goods.map((good) => ({
      name: good.name,
      quantity: sign * good.quantity,
      amount: signed(amountOf(good)),
      ...(showsPrice(style) ? { unitPrice: good.price } : {}),
    })),
    discount: off,
    ...(style.taxShown ? { supply: signed(sale.supply), vat: signed(sale.vat) } : {}),
    total: signed(sale.total),
    payments: sale.payments.map(({ method, amount }) => ({ method, amount: signed(amount) })),
  }
}

/** A paper that lost the line of a good with a price: it must not enter the ledger by itself. */
const damaged = (lines: readonly string[], figureLines: readonly number[], random: Random): string[] => {
  const lost = figureLines[random.whole(0, figureLines.length - 1)]
  return lines.filter((_, at) => at !== lost)
}

/**
 * So many receipts in random layouts with what they say: widths of 32 to 49 columns, spacing, wrapping, labels, noise,
 * payments, tax, refunds, and one in twenty with a line lost. The same seed gives the same receipts.
 */
export const generatedReceipts = (count: number, seed: number): readonly ReceiptFixture[] =>
  Array.from({ length: count }, (_, at) => {
    const random = randomFrom(seed + at * 7919)
    const sale = saleFrom(random)
    const style = styleFrom(random)
    const { lines, figureLines } = printSale(sale, style, random)
    const name = `generated-${at}`
    if (random.chance(0.05)) {
      return fixture('generated', name, style, damaged(lines, figureLines, random), [{ doubtful: true }])
    }
    return fixture('generated', name, style, lines, [truthOf(sale, style)])
  })

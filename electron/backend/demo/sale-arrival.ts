import { layoutA } from '../devices/simulated/layout-a.ts'
import { simulatedShop } from '../devices/simulated/menu.ts'
import { lineAmount, type SimulatedSale, taxOf } from '../devices/simulated/sale.ts'
import type { Paper } from '../receipts/paper/paper.ts'
import type { ReadItem, Reading } from '../receipts/reading/reading.ts'

/** A made-up sale as if its paper had been read; with the paper's bytes where they are wanted. */
export interface SaleArrival {
  readonly paper: Paper
  readonly bytes: Uint8Array
  readonly reading: Reading
}

export const saleArrival = (sale: SimulatedSale, withBytes: boolean): SaleArrival => {
  const bytes = withBytes ? layoutA(sale, 'sale') : new Uint8Array(0)
  return { bytes, paper: { ...emptyPaper, to: bytes.length }, reading: readingOf(sale) }
}

const emptyPaper: Paper = {
  lines: [],
  from: 0,
  to: 0,
  endedBy: 'cut',
  images: [],
  codes: [],
  drawerPulses: 0,
  display: [],
}

const readingOf = (sale: SimulatedSale): Reading => ({
  kind: 'sale',
  profile: null,
  confidence: 1,
  copy: null,
  copyOf: null,
  reprint: false,
  store: simulatedShop.name,
  businessNumber: simulatedShop.businessNumber,
  issuedAt: sale.at,
  receiptNumber: String(sale.number).padStart(5, '0'),
  originalReceipt: null,
  approvalNumber: sale.approval,
  // This till prints extras as items of their own.
  items: sale.lines.flatMap((line) => [
    soldItem(line.item.name, line.item.price, line.quantity, lineAmount(line)),
    ...line.extras.map((extra) => soldItem(extra.name, extra.price, 1, extra.price)),
  ]),
  discount: sale.discount,
  ...taxOf(sale.total),
  exempt: null,
  total: sale.total,
  payments: [{ method: sale.pay, amount: sale.total }],
  lines: [],
  problems: [],
})

const soldItem = (name: string, unitPrice: number, quantity: number, amount: number): ReadItem => ({
  name,
  unitPrice,
  quantity,
  amount,
  options: [],
})

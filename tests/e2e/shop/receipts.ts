import { layoutA, type PrintedAs } from '#backend/devices/simulated/layout-a.ts'
import { createPaperWriter } from '#backend/devices/simulated/paper-writer.ts'

export type Item = readonly [name: string, price: number, quantity: number]

/** One sale as the POS of a café prints it (CP949, 42 columns, cut). */
export const saleBytes = (number: number, items: readonly Item[], as: PrintedAs = 'sale'): Uint8Array =>
  layoutA(
    {
      number,
      at: Date.now() - 1_000,
      lines: items.map(([name, price, quantity], index) => ({
        item: { code: String(101 + index).padStart(6, '0'), name, price, weight: 1 },
        quantity,
        extras: [],
      })),
      discount: 0,
      total: items.reduce((sum, [, price, quantity]) => sum + price * quantity, 0),
      pay: 'card',
      approval: String(30_000_000 + number),
    },
    as,
  )

/** A receipt whose sums do not come together: it has to be kept and shown, never guessed into the ledger. */
export const puzzleBytes = (): Uint8Array =>
  createPaperWriter()
    .raw(0x1b, 0x40)
    .size(2, 2)
    .centred('영수증')
    .size(1, 1)
    .line('판매일시: 2026-11-22 10:10:10')
    .rule()
    .line('상품명              단가  수량      금액')
    .rule()
    .line('수수께끼 라떼      5,000     1     5,000')
    .line('알 수 없는 빵      3,000     2     6,000')
    .rule()
    .row('합계금액', '17,350')
    .cut()
    .bytes()

import { createPaperWriter } from '#backend/devices/simulated/paper-writer.ts'
import { createTill, type SimulatedPrint } from '#backend/devices/simulated/receipt-bytes.ts'
import type { EpochMs } from '#shared/dates.ts'

/** What the person at the counter does about a receipt. */
export type AtCounter =
  | { readonly does: 'nothing' }
  /** Types something after the receipt came in, takes the first match, gives the points. */
  | { readonly does: 'attach'; readonly typed: string }
  /** Found before the receipt is there: takes the next one. */
  | { readonly does: 'take-next'; readonly typed: string }
  /** Somebody new joins, then gets the receipt. */
  | { readonly does: 'join'; readonly name: string; readonly phone: string }

/** One print of the POS. */
export interface Print {
  readonly bytes: Uint8Array
  /** The receipt that the ledger has to hold afterwards, won; null for a paper that must not be counted. */
  readonly receipt: { readonly kind: 'sale' | 'refund' | 'order'; readonly total: number } | null
  readonly atCounter: AtCounter
  /** For the progress line. */
  readonly words: string
}

/** People who do not exist; two of them share their last four digits. */
export const regulars = [
  { name: '김영희', phone: '010-0000-5678' },
  { name: '남궁민수', phone: '010-0001-2244' },
  { name: '박서준', phone: '010-0000-1234' },
  { name: '최아름', phone: '010-0002-1234' },
] as const

/** Whom the picture of the counter shows. */
export const lookedUp = '5678'

const minutesMs = 4 * 60_000
const guest: AtCounter = { does: 'nothing' }

/**
 * Half an hour at a café: three layouts, a return, a reprint, a paper whose sums do not come together. The same
 * `now` gives the same bytes. The last one is for the open counter screen.
 */
export const story = (now: EpochMs): { readonly prints: readonly Print[]; readonly last: Print } => {
  const general = createTill({ seed: 7, layout: 'A', returns: 0, firstNumber: 41 })
  const franchise = createTill({ seed: 11, layout: 'B', firstNumber: 310 })
  const delivery = createTill({ seed: 23, layout: 'C', firstNumber: 87 })
  const at = (place: number): EpochMs => now - (12 - place) * minutesMs
  const first = general.next(at(0))
  const taken = general.next(at(4))
  const prints = [
    counted(first, 'a sale, its customer found by the last four digits', {
      does: 'attach',
      typed: '5678',
    }),
    counted(franchise.next(at(1)), "a franchise POS's sale, found by initials", {
      does: 'attach',
      typed: 'ㄴㄱㅁㅅ',
    }),
    counted(general.next(at(2)), 'a sale to a guest', guest),
    counted(delivery.next(at(3)), 'a delivery order with its kitchen ticket, found by name', {
      does: 'attach',
      typed: '최아',
    }),
    counted(taken, 'a customer at the counter takes the next sale', { does: 'take-next', typed: '박서' }),
    notCounted(
      general.again(taken.sale, 'reprint', at(5)).bytes,
      'the same sale printed again: not counted twice',
    ),
    counted(general.again(first.sale, 'refund', at(6)), 'the first sale given back, its points too', guest),
    counted(general.next(at(7)), 'a sale to somebody who joins at the counter', {
      does: 'join',
      name: '한가람',
      phone: '010-0003-9090',
    }),
    notCounted(puzzle(), 'a paper whose sums do not come together: kept to be looked at'),
    counted(franchise.next(at(9)), 'a second visit', { does: 'attach', typed: 'ㄴㄱㅁㅅ' }),
    counted(general.next(at(10)), 'a sale to the first customer again', {
      does: 'attach',
      typed: lookedUp,
    }),
  ]
  return { prints, last: counted(general.next(at(11)), 'a sale while the counter screen is open', guest) }
}

const counted = (print: SimulatedPrint, words: string, atCounter: AtCounter): Print => {
  const kind = print.as === 'refund' ? 'refund' : print.layout === 'C' ? 'order' : 'sale'
  const total = kind === 'refund' ? -print.sale.total : print.sale.total
  return { bytes: print.bytes, receipt: { kind, total }, words, atCounter }
}

const notCounted = (bytes: Uint8Array, words: string): Print => ({
  bytes,
  receipt: null,
  words,
  atCounter: guest,
})

const puzzle = (): Uint8Array =>
  createPaperWriter()
    .raw(0x1b, 0x40)
    .centred('영수증')
    .rule()
    .line('상품명              단가  수량      금액')
    .rule()
    .line('수수께끼 라떼      5,000     1     5,000')
    .line('알 수 없는 빵      3,000     2     6,000')
    .rule()
    .row('합계금액', '17,350')
    .cut()
    .bytes()

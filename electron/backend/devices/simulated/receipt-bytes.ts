import type { EpochMs } from '#shared/dates.ts'
import { layoutA, type PrintedAs } from './layout-a.ts'
import { layoutB } from './layout-b.ts'
import { layoutC } from './layout-c.ts'
import { createRandom } from './random.ts'
import { randomSale, type SimulatedSale } from './sale.ts'

export type SimulatedLayout = 'A' | 'B' | 'C'

/** One print of the simulated POS: its bytes, and what stands behind them for whoever checks the reading. */
export interface SimulatedPrint {
  readonly layout: SimulatedLayout
  readonly as: PrintedAs
  readonly sale: SimulatedSale
  readonly bytes: Uint8Array
}

export interface SimulatedTill {
  /** The next print at that time. Mostly sales; with layout A now and then a return or a reprint of a sale before. */
  next(at: EpochMs): SimulatedPrint
  /** The sale given, printed once more or given back. */
  again(sale: SimulatedSale, as: 'refund' | 'reprint', at: EpochMs): SimulatedPrint
}

export interface TillOptions {
  readonly seed: number
  readonly layout?: SimulatedLayout
  /** Share of prints that give an earlier sale back or print it again; 0 for sales only. */
  readonly returns?: number
  /** The first sale's number; a till that is started again must not give numbers a second time. */
  readonly firstNumber?: number
}

/** A till that sells by itself: pure, the same seed and times give the same bytes. */
export const createTill = ({
  seed,
  layout = 'A',
  returns = 0.04,
  firstNumber = 1,
}: TillOptions): SimulatedTill => {
  const random = createRandom(seed)
  let number = firstNumber
  let last: SimulatedSale | null = null

  const again: SimulatedTill['again'] = (sale, as, at) => {
    // A reprint says when the sale was, a return when it was given back.
    const printed = as === 'refund' ? { ...sale, at, number: number++ } : sale
    return { layout: 'A', as, sale: printed, bytes: layoutA(printed, as) }
  }

  return {
    again,
    next(at) {
      const repeat = random.chance(returns)
      const refund = random.chance(0.5)
      if (layout === 'A' && repeat && last !== null) {
        const sale = last
        last = null
        return again(sale, refund ? 'refund' : 'reprint', at)
      }
      const sale = randomSale(random, number, at, layout !== 'A' || random.chance(0.5))
      number += 1
      last = sale
      return { layout, as: 'sale', sale, bytes: bytesOf(layout, sale) }
    },
  }
}

const bytesOf = (layout: SimulatedLayout, sale: SimulatedSale): Uint8Array => {
  if (layout === 'A') return layoutA(sale, 'sale')
  return layout === 'B' ? layoutB(sale) : layoutC(sale)
}

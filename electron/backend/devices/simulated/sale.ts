import type { EpochMs } from '#shared/dates.ts'
import type { Won } from '#shared/won.ts'
import { extras, type MenuItem, menu } from './menu.ts'
import type { Random } from './random.ts'

export interface SoldExtra {
  readonly name: string
  readonly price: Won
}

export interface SoldLine {
  readonly item: MenuItem
  readonly quantity: number
  /** Only a single drink takes extras. */
  readonly extras: readonly SoldExtra[]
}

/** What the simulated POS knows of a sale before it prints it. */
export interface SimulatedSale {
  readonly number: number
  readonly at: EpochMs
  readonly lines: readonly SoldLine[]
  readonly discount: Won
  readonly total: Won
  readonly pay: 'card' | 'cash'
  /** Eight digits, the card company's; null for cash. */
  readonly approval: string | null
}

export const lineAmount = (line: SoldLine): Won => line.item.price * line.quantity
export const extrasAmount = (line: SoldLine): Won => line.extras.reduce((sum, extra) => sum + extra.price, 0)

/** Tax is in the price: the supply is the total over 1.1, the rest is VAT. */
export const taxOf = (total: Won): { readonly supply: Won; readonly vat: Won } => {
  const supply = Math.round(total / 1.1)
  return { supply, vat: total - supply }
}

export const randomSale = (
  random: Random,
  number: number,
  at: EpochMs,
  withExtras: boolean,
): SimulatedSale => {
  const lines = new Map<string, SoldLine>()
  const wanted = random.pick([1, 1, 1, 2, 2, 3, 4])
  for (let count = 0; count < wanted; count += 1) {
    const line = randomLine(random, withExtras)
    lines.set(line.item.code, line)
  }
  const sold = [...lines.values()]
  const sum = sold.reduce((total, line) => total + lineAmount(line) + extrasAmount(line), 0)
  const discount = random.chance(0.08) && sum >= 10_000 ? 1000 : 0
  const pay = random.chance(0.85) ? 'card' : 'cash'
  return {
    number,
    at,
    lines: sold,
    discount,
    total: sum - discount,
    pay,
    approval: pay === 'card' ? String(random.between(10_000_000, 99_999_999)) : null,
  }
}

const randomLine = (random: Random, withExtras: boolean): SoldLine => {
  const item = weighted(random, menu)
  const quantity = random.pick([1, 1, 1, 1, 2, 2, 3])
  const isDrink = Number(item.code) < 300
  const extra =
    withExtras && isDrink && quantity === 1 && random.chance(0.25) ? weighted(random, extras) : null
  return { item, quantity, extras: extra === null ? [] : [{ name: extra.name, price: extra.price }] }
}

const weighted = (random: Random, items: readonly [MenuItem, ...MenuItem[]]): MenuItem => {
  let place = random.next() * items.reduce((sum, item) => sum + item.weight, 0)
  for (const item of items) {
    place -= item.weight
    if (place < 0) return item
  }
  return items[0]
}

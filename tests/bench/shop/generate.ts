import { createRandom, type Random } from '#backend/devices/simulated/random.ts'
import { addDays, type BusinessDate, type EpochMs } from '#shared/dates.ts'
import { linesOfAGroup, type ShopPlan } from './plan.ts'
import { type Product, products } from './products.ts'

export interface MadeLine {
  readonly product: Product
  readonly quantity: number
  readonly amount: number
}

/** A receipt whose sums come together: lines − discount = total = supply + VAT. */
export interface MadeReceipt {
  /** 0 for the oldest. */
  readonly index: number
  readonly at: EpochMs
  readonly date: BusinessDate
  /** Of its day, from 1. */
  readonly number: number
  readonly lines: readonly MadeLine[]
  readonly discount: number
  readonly total: number
  readonly supply: number
  readonly vat: number
  readonly pay: 'card' | 'cash'
  /** Place in the list of people; null for a guest. */
  readonly customer: number | null
}

/** The evening at which every generated shop ends (Korean time). */
export const lastDay: BusinessDate = '2026-11-21'
const opensAt = Date.UTC(2026, 10, 20, 23, 0, 0)
const dayMs = 24 * 60 * 60_000
const openMs = 13 * 60 * 60_000
const seed = 20_161_121
/** Two in three receipts belong to a regular. */
const regularShare = 0.66

/** All receipts of a shop, oldest first. The same plan gives the same receipts. */
export function* generateReceipts(plan: ShopPlan): Generator<MadeReceipt> {
  const random = createRandom(seed)
  let index = 0
  for (let day = 0; day < plan.days; day += 1) {
    const upTo = Math.round(((day + 1) * plan.receipts) / plan.days)
    const ofTheDay = upTo - index
    const date = addDays(lastDay, day + 1 - plan.days)
    for (let number = 1; number <= ofTheDay; number += 1, index += 1) {
      const at = opensAt - (plan.days - 1 - day) * dayMs + Math.floor((number * openMs) / (ofTheDay + 1))
      yield receipt(random, plan, { index, at, date, number })
    }
  }
}

type Place = Pick<MadeReceipt, 'index' | 'at' | 'date' | 'number'>

const receipt = (random: Random, plan: ShopPlan, place: Place): MadeReceipt => {
  const count = linesOfAGroup[(place.index * 7) % linesOfAGroup.length] ?? 1
  const lines = Array.from({ length: count }, () => line(random))
  const sum = lines.reduce((total, { amount }) => total + amount, 0)
  const discount = sum >= 10_000 && random.chance(0.08) ? 1000 : 0
  const total = sum - discount
  const supply = Math.round(total / 1.1)
  return {
    ...place,
    lines,
    discount,
    total,
    supply,
    vat: total - supply,
    pay: random.chance(0.85) ? 'card' : 'cash',
    // Few come often, many seldom.
    customer: random.chance(regularShare) ? Math.floor(random.next() ** 2 * plan.customers) : null,
  }
}

const line = (random: Random): MadeLine => {
  const product = products[Math.floor(random.next() ** 2 * products.length)] ?? { name: '라떼', price: 4500 }
  const quantity = random.pick([1, 1, 1, 1, 2, 2, 3])
  return { product, quantity, amount: product.price * quantity }
}

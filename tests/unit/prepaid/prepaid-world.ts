import type { Ledger } from '#backend/platform/ledger.ts'
import type { CallInput } from '#shared/contract/index.ts'
import { isDangolError } from '#shared/errors.ts'
import { freshLedger } from '../../helpers/fresh-ledger.ts'
import { arrivalOf, item, refundReading, saleReading } from '../../helpers/readings.ts'
import { type ShopLab, shopLab } from '../../helpers/shop-lab.ts'

export interface World {
  readonly shop: ShopLab
  readonly ledger: Ledger
  readonly clock: { at: number }
  readonly customers: number[]
  /** What is sold prepaid: an amount, a pass for coffee, a pass for anything. */
  readonly products: number[]
  readonly sales: { readonly id: number; readonly number: string; readonly total: number }[]
  readonly entries: number[]
  readonly merges: number[]
  count: number
}

type Terms = CallInput<'prepaid.saveProduct'>['terms']

export const amountTerms = (change: Partial<Terms> = {}): Terms => ({
  fromDate: '2026-11-22',
  name: '5만원권',
  sold: true,
  unit: 'won',
  price: 50_000,
  paid: 50_000,
  bonus: 5_000,
  singlePrice: null,
  countedAt: 'normal',
  months: 12,
  penaltyPercent: 10,
  earns: 'sale',
  targets: [],
  ...change,
})

export const passTerms = (change: Partial<Terms> = {}): Terms => ({
  ...amountTerms({
    name: '커피 10회권',
    unit: 'times',
    price: 40_000,
    paid: 10,
    bonus: 1,
    singlePrice: 5_000,
  }),
  ...change,
})

const noon = Date.UTC(2026, 10, 22, 3)

/** A shop whose points are one percent without rests; each call gives new people in the same shop. */
export const prepaidWorlds = async (): Promise<() => World> => {
  const { ledger, folder } = await freshLedger()
  const clock = { at: noon }
  const shop = await shopLab(ledger, { folder, clock: { now: () => clock.at } })
  const word = { productId: null, categoryId: null, word: '아메리카노' }
  const products = [
    amountTerms(),
    amountTerms({ name: '1만원권', price: 10_000, paid: 10_000, bonus: 0, earns: 'use' }),
    passTerms({ targets: [word] }),
    passTerms({ name: '아무거나 5회권', paid: 5, earns: 'use' }),
  ].map((terms) => shop.prepaid.products.save({ productId: null, terms }))
  let people = 0
  return () => {
    const customers = [0, 1, 2].map(() => {
      people += 1
      return shop.customers.join({
        name: '시험',
        phone: `0100${String(people).padStart(7, '0')}`,
        memo: '',
        consent: { required: true, marketing: false },
      })
    })
    return {
      shop,
      ledger,
      clock,
      customers,
      products,
      sales: [],
      entries: [],
      merges: [],
      count: people * 1000,
    }
  }
}

/** Refusals are part of the game; anything else is a fault. */
export const allowed = (work: () => void): boolean => {
  try {
    work()
    return true
  } catch (error) {
    if (!isDangolError(error)) throw error
    return false
  }
}

/** A sale of coffee for somebody. @returns its id. */
export const sellCoffee = (world: World, total: number, customer: number | null): number => {
  world.count += 1
  const number = `A${world.count}`
  const reading = saleReading({
    issuedAt: world.clock.at,
    receiptNumber: number,
    total,
    items: [item('아메리카노', total)],
  })
  const arrival = arrivalOf(reading, { receivedAt: world.clock.at + 1_000 })
  const id = world.ledger.unit.write((tx) => world.shop.entering.enter(tx, arrival))?.receiptId ?? 0
  world.sales.push({ id, number, total })
  if (customer !== null) allowed(() => world.shop.counter.attach(id, customer, false))
  return id
}

/** Gives back so many won of a sale. */
export const refund = (world: World, sale: World['sales'][number], won: number): void => {
  world.count += 1
  const reading = refundReading({
    originalReceipt: sale.number,
    receiptNumber: `R${world.count}`,
    issuedAt: world.clock.at,
    total: -won,
    items: [item('아메리카노', -won)],
  })
  world.ledger.unit.write((tx) =>
    world.shop.entering.enter(tx, arrivalOf(reading, { receivedAt: world.clock.at + 1_000 })),
  )
}

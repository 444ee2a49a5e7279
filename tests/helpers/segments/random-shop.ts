import { createRandom, type Random } from '#backend/devices/simulated/random.ts'
import { query } from '#backend/platform/db/query.ts'
import type { Ledger } from '#backend/platform/ledger.ts'
import { addDays, epochOf } from '#shared/dates.ts'
import { arrivalOf, item, refundReading, saleReading } from '../readings.ts'
import { type ShopLab, shopLab } from '../shop-lab.ts'

export const lastDay = '2026-11-22'
export const goods = [
  '아메리카노(ICE)',
  '아이스 아메리카노',
  '카페라떼',
  '크루아상',
  '치즈케이크 100%',
] as const

export interface RandomShop {
  readonly shop: ShopLab
  readonly people: readonly number[]
}

const noon = Date.UTC(2026, 10, 22, 3)

/** A shop of some months with a few customers of different habits, and of everything that a rule may ask for. */
export const randomShop = async (
  given: { readonly ledger: Ledger; readonly folder: string },
  options: { readonly seed: number; readonly people: number; readonly days: number },
): Promise<RandomShop> => {
  const random = createRandom(options.seed)
  const shop = await shopLab(given.ledger, { folder: given.folder, clock: { now: () => noon } })
  const customers = Array.from({ length: options.people }, (_, place) => join(shop, random, place))
  knowThem(given.ledger, random, customers)
  let number = 0
  for (const customer of [...customers, null]) {
    const every = random.pick([1, 3, 7, 20, 45])
    const from = random.between(0, options.days)
    const until = random.chance(0.5) ? 0 : random.between(0, from)
    for (let ago = from; ago >= until; ago -= random.between(1, 2 * every)) {
      number += 1
      sell(shop, given.ledger, random, { customer, ago, number })
    }
  }
  sortGoods(given.ledger)
  return { shop, people: customers }
}

const join = (shop: ShopLab, random: Random, place: number): number => {
  const customerId = shop.customers.join({
    name: `${random.pick(['김', '이', '박'])}${random.pick(['민서', '지우', '하_준', '도%윤'])}`,
    phone: `0100000${String(1000 + place)}`,
    memo: random.pick(['', '창가 자리', '얼음 적게', '단골_소개']),
    consent: { required: true, marketing: random.chance(0.5) },
  })
  return customerId
}

const timeOf = (ago: number, random: Random): number => {
  const [year = 0, month = 1, day = 1] = addDays(lastDay, -ago).split('-').map(Number)
  // Today's receipts are there already at noon.
  const hour = ago === 0 ? random.between(7, 11) : random.between(0, 23)
  return epochOf(year, month, day, hour, random.between(0, 59)) ?? noon
}

const sell = (
  shop: ShopLab,
  ledger: Ledger,
  random: Random,
  sale: { readonly customer: number | null; readonly ago: number; readonly number: number },
): void => {
  const lines = Array.from({ length: random.between(1, 2) }, () => {
    const quantity = random.between(1, 3)
    return item(random.pick([...goods]), quantity * random.pick([1500, 4000, 5500]), quantity)
  })
  const total = lines.reduce((sum, line) => sum + line.amount, 0)
  const issuedAt = timeOf(sale.ago, random)
  const receiptNumber = `N${sale.number}`
  const entered = ledger.unit.write((tx) =>
    shop.entering.enter(tx, arrivalOf(saleReading({ receiptNumber, total, items: lines, issuedAt }))),
  )
  if (sale.customer !== null) shop.counter.attach(entered?.receiptId ?? 0, sale.customer, false)
  if (!random.chance(0.12)) return
  const [first] = lines
  const share = random.chance(0.5) || first === undefined ? lines : [first]
  const back = share.map((line) => item(line.name, -line.amount, -line.quantity))
  const backTotal = back.reduce((sum, line) => sum + line.amount, 0)
  ledger.unit.write((tx) =>
    shop.entering.enter(
      tx,
      arrivalOf(
        refundReading({
          originalReceipt: receiptNumber,
          total: backTotal,
          items: back,
          issuedAt: timeOf(random.between(0, sale.ago), random),
        }),
      ),
    ),
  )
}

/** Some left, some have tags, a birthday, a field of the shop's own. */
const knowThem = ({ unit }: Ledger, random: Random, customers: readonly number[]): void => {
  unit.write((tx) => {
    tx.run(query.insertInto('tag').values({ id: 1, name: '창가' }))
    const field = { position: 1, at_counter: 0, put_away: 0 }
    tx.run(query.insertInto('customer_field').values({ id: 1, name: '원두', kind: 'choice', ...field }))
    tx.run(query.insertInto('customer_field').values({ id: 2, name: '키', kind: 'number', ...field }))
    for (const id of customers) {
      const value = { customer_id: id, text: null, number: null }
      if (random.chance(0.4)) tx.run(query.insertInto('customer_tag').values({ customer_id: id, tag_id: 1 }))
      if (random.chance(0.4))
        tx.run(query.insertInto('customer_field_value').values({ ...value, field_id: 1, text: '산미' }))
      if (random.chance(0.4))
        tx.run(
          query
            .insertInto('customer_field_value')
            .values({ ...value, field_id: 2, number: random.between(150, 190) }),
        )
      tx.run(
        query
          .updateTable('customer')
          .set({
            joined_on: addDays(lastDay, -random.between(0, 300)),
            left_at: random.chance(0.1) ? noon : null,
          })
          .where('id', '=', id),
      )
    }
  })
}

/** Two names are one product, and some have a category. */
const sortGoods = ({ unit, reader }: Ledger): void => {
  const idOf = (name: string): number =>
    reader.first(query.selectFrom('product_name').select('product_id').where('name', '=', name))
      ?.product_id ?? 0
  unit.write((tx) => {
    tx.run(query.insertInto('category').values({ id: 1, name: '커피', position: 1 }))
    tx.run(
      query
        .updateTable('product')
        .set({ stands_for: idOf(goods[0]) })
        .where('id', '=', idOf(goods[1])),
    )
    tx.run(
      query
        .updateTable('product')
        .set({ category_id: 1 })
        .where('id', 'in', [idOf(goods[0]), idOf(goods[2])]),
    )
  })
}

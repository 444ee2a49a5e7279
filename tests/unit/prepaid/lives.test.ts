import { describe, expect, it } from 'vitest'
import { prepaidParts } from '#backend/open-prepaid.ts'
import { rewardParts } from '#backend/open-rewards.ts'
import { addDays } from '#shared/dates.ts'
import { forgetTemplate } from '../../helpers/fresh-ledger.ts'
import { checkPrepaid } from './prepaid-check.ts'
import { amountTerms, passTerms, prepaidWorlds, refund, sellCoffee, type World } from './prepaid-world.ts'

forgetTemplate()

const dayMs = 86_400_000

const some = async () => {
  const world = (await prepaidWorlds())()
  const [customerId = 0, other = 0] = world.customers
  const [amount = 0, small = 0, coffee = 0] = world.products
  const { prepaid } = world.shop
  return {
    world,
    customerId,
    other,
    products: { amount, small, coffee },
    prepaid,
    sell: (productId: number, receiptId: number | null = null) =>
      prepaid.counter.sell({ customerId, productId, receiptId, print: false }),
    use: (holdingId: number, count: number, receiptId: number | null = null, who = customerId) =>
      prepaid.counter.use({ customerId: who, holdingId, count, receiptId, print: false }),
    only: () => prepaid.ofCustomer(customerId)[0],
  }
}

/** The latest receipts bear the day, as they do in a shop that is open. */
const openFor = (world: World, days: number): void => {
  world.clock.at += days * dayMs
  for (let receipts = 0; receipts < 3; receipts += 1) sellCoffee(world, 1_000, null)
  while (world.shop.prepaid.step());
}

describe('prepaid and its receipts', () => {
  it('gives points once: for the receipt that paid for it, or for those on which it is used', async () => {
    const { world, customerId, products, sell, use } = await some()
    const { pointsDesk } = world.shop
    const balance = () => pointsDesk.counter.atCounter(customerId, null).balance
    const paid = sellCoffee(world, 50_000, customerId)
    const { holdingId } = sell(products.amount, paid)
    expect(balance()).toBe(500)
    const visit = sellCoffee(world, 30_000, customerId)
    expect(balance()).toBe(800)
    const { entryId } = use(holdingId, 20_000, visit)
    expect(balance()).toBe(600)
    world.shop.prepaid.counter.undo(entryId)
    expect(balance()).toBe(800)
    // The other one gives them when it is used.
    sell(products.small, sellCoffee(world, 10_000, customerId))
    expect(balance()).toBe(800)
    await checkPrepaid(world)
  })

  it('used before the receipt comes it is joined to it, and comes back with its refund by its share', async () => {
    const { world, customerId, products, sell, use, only } = await some()
    const { holdingId } = sell(products.amount)
    use(holdingId, 20_000)
    world.clock.at += 60_000
    sellCoffee(world, 40_000, customerId)
    const [sale] = world.sales
    if (sale === undefined) throw new Error('No sale')
    expect(only()?.entries[0]).toMatchObject({ kind: 'use', receiptId: sale.id })
    refund(world, sale, 10_000)
    expect(only()?.left).toBe(40_000)
    refund(world, sale, 30_000)
    expect(only()?.left).toBe(55_000)
    await checkPrepaid(world)
  })

  it('says beforehand what a receipt will give; what was used before it was brought along counts for none', async () => {
    const { world, customerId, products, sell, use, prepaid, only } = await some()
    const soldOn = '2026-10-01'
    prepaid.counter.bring({ customerId, productId: products.coffee, used: 7, soldOn, endsOn: null })
    use(sell(products.amount).holdingId, 20_000)
    const sale = sellCoffee(world, 40_000, null)
    expect(world.shop.pointsDesk.counter.atCounter(customerId, sale).gives).toBe(200)
    expect(world.shop.counter.attach(sale, customerId, false).pointsGiven).toBe(200)
    expect(only()?.entries[0]?.receiptId).toBe(sale)
    await checkPrepaid(world)
  })

  it('what came on top is used last and comes back first', async () => {
    const { products, sell, use, prepaid, only } = await some()
    const { holdingId } = sell(products.amount)
    const { entryId } = use(holdingId, 52_000)
    expect(only()).toMatchObject({ left: 3_000, bonusLeft: 3_000 })
    prepaid.counter.takeBack(entryId, '시험')
    expect(only()).toMatchObject({ left: 55_000, bonusLeft: 5_000 })
  })

  it('goes with its sale to whoever that belongs to, as long as nobody has used it', async () => {
    const { world, customerId, other, products, sell, use, prepaid } = await some()
    const sale = sellCoffee(world, 50_000, customerId)
    const { holdingId } = sell(products.amount, sale)
    world.shop.counter.detach(sale)
    world.shop.counter.attach(sale, other, false)
    expect(prepaid.ofCustomer(customerId)).toEqual([])
    expect(prepaid.ofCustomer(other)).toMatchObject([{ holdingId, left: 55_000 }])
    use(holdingId, 1_000, null, other)
    world.shop.counter.detach(sale)
    world.shop.counter.attach(sale, customerId, false)
    expect(prepaid.ofCustomer(other)).toMatchObject([{ left: 54_000 }])
    await checkPrepaid(world)
  })

  it('is void with a sale that is given back whole; one given back in part asks somebody to look', async () => {
    const { world, customerId, products, sell, only } = await some()
    sell(products.amount, sellCoffee(world, 50_000, customerId))
    const [sale] = world.sales
    if (sale === undefined) throw new Error('No sale')
    refund(world, sale, 20_000)
    expect(only()).toMatchObject({ state: 'open', short: true })
    refund(world, sale, 30_000)
    expect(only()).toMatchObject({ state: 'void', left: 0 })
    await checkPrepaid(world)
  })
})

describe('prepaid and its days', () => {
  it('never ends before the day that was said, whatever the clock says, and can be made to end later', async () => {
    const { world, products, sell, only, prepaid } = await some()
    const { holdingId } = sell(products.amount)
    const endsOn = only()?.endsOn ?? ''
    expect(endsOn).toBe('2027-11-22')
    // The PC's clock alone jumps over it.
    sellCoffee(world, 1_000, null)
    world.clock.at += 500 * dayMs
    while (prepaid.step());
    expect(only()).toMatchObject({ left: 55_000 })
    world.clock.at -= 500 * dayMs
    openFor(world, 365)
    expect(only()).toMatchObject({ state: 'open', left: 55_000 })
    openFor(world, 1)
    expect(only()).toMatchObject({ state: 'ended', left: 0 })
    expect(prepaid.givingBack.working(holdingId, 'guest')).toMatchObject({ rule: 'ended', won: 45_000 })
    prepaid.counter.extend({ holdingId, endsOn: addDays(endsOn, 90), reason: '입원' })
    expect(only()).toMatchObject({ state: 'open', left: 55_000, bonusLeft: 5_000 })
    await checkPrepaid(world)
  })

  it('what comes back after the last day can be used for thirty days', async () => {
    const { world, products, sell, use, only, prepaid } = await some()
    const { entryId } = use(sell(products.amount).holdingId, 20_000)
    openFor(world, 370)
    prepaid.counter.takeBack(entryId, '시험')
    expect(only()).toMatchObject({ state: 'open', left: 20_000, endsOn: '2027-12-27' })
    openFor(world, 31)
    expect(only()).toMatchObject({ state: 'ended', left: 0 })
    await checkPrepaid(world)
  })

  it('people are told two months, one month and three days before', async () => {
    const { world, products, sell, prepaid } = await some()
    const { holdingId } = sell(products.amount)
    openFor(world, 365 - 50)
    expect(prepaid.book.notices('two-months')).toMatchObject([{ holdingId, left: 55_000, told: false }])
    prepaid.book.told('two-months', [holdingId, holdingId])
    expect(prepaid.book.notices('two-months')).toMatchObject([{ told: true }])
    openFor(world, 48)
    expect(prepaid.book.notices('three-days')).toMatchObject([{ holdingId, told: false }])
  })
})

describe('prepaid and people', () => {
  it('is used by the household where both agreed, and by nobody else', async () => {
    const { world, customerId, other, products, sell, use, prepaid } = await some()
    const { holdingId } = sell(products.coffee)
    const { customers } = world.shop
    const household = (id: number, what: Parameters<typeof customers.household>[0]['what']) =>
      customers.household({ customerId: id, what })
    expect(prepaid.usable(other, null)).toEqual([])
    household(other, { is: 'join', withCustomerId: customerId, kind: 'family' })
    expect(prepaid.usable(other, null)).toEqual([])
    for (const id of [customerId, other]) household(id, { is: 'agree', agreed: true, how: 'counter' })
    expect(prepaid.usable(other, null)).toMatchObject([{ holdingId, shared: true }])
    use(holdingId, 2, null, other)
    expect(prepaid.ofCustomer(customerId)).toMatchObject([{ left: 9 }])
  })

  it('keeps its money when the person is destroyed, and no word of theirs', async () => {
    const { world, customerId, products, sell, use, prepaid } = await some()
    const { holdingId } = sell(products.amount)
    prepaid.counter.takeBack(use(holdingId, 10_000).entryId, '카나리아 메모')
    use(holdingId, 20_000)
    world.shop.customers.withdraw(customerId)
    expect(prepaid.book.read()).toMatchObject({ open: 30_000, bonus: 5_000, ofNobody: 0 })
    world.shop.customers.destroy(customerId)
    expect(prepaid.book.read()).toMatchObject({ open: 30_000, bonus: 5_000, ofNobody: 30_000, customers: 0 })
    expect(world.ledger.db.prepare('SELECT count(*) FROM prepaid_reason').pluck().get()).toBe(0)
  })

  it('stands on slips: what was used in this visit, and what is left until when', async () => {
    const { world, customerId, products, sell, use, prepaid } = await some()
    const { ids, reader } = world.ledger
    const { slipRows } = prepaidParts(ids).onSlips(rewardParts(ids))
    expect(slipRows(reader, customerId, world.clock.at)).toEqual([])
    const { holdingId } = sell(products.coffee)
    use(holdingId, 2)
    expect(slipRows(reader, customerId, world.clock.at)).toEqual([
      { left: '커피 10회권 사용', right: '2회' },
      { left: '커피 10회권', right: '9회 남음' },
      { left: '쓸 수 있는 날', right: '2027-11-22까지' },
    ])
    world.clock.at += 3_600_000
    expect(slipRows(reader, customerId, world.clock.at)).toHaveLength(2)
    expect(prepaid.usable(customerId, null)).toHaveLength(1)
  })

  it('a product’s new terms are for those who buy from that day on', async () => {
    const { world, products, sell, only, prepaid } = await some()
    const terms = amountTerms({ fromDate: '2026-11-25', bonus: 0, months: null })
    prepaid.products.save({ productId: products.amount, terms })
    sell(products.amount)
    expect(only()).toMatchObject({ bonus: 5_000, endsOn: '2027-11-22' })
    openFor(world, 3)
    sell(products.amount)
    expect(only()).toMatchObject({ bonus: 0, endsOn: null })
    prepaid.products.save({
      productId: products.amount,
      terms: { ...terms, fromDate: '2026-11-25', sold: false },
    })
    expect(() => sell(products.amount)).toThrow('prepaid.not-sold')
    expect(passTerms().unit).toBe('times')
  })
})

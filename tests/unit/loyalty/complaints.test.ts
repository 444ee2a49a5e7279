import { describe, expect, it } from 'vitest'
import { query } from '#backend/platform/db/query.ts'
import type { EarnSlip } from '#backend/slips/slip.ts'
import type { CallInput } from '#shared/contract/index.ts'
import { businessDate } from '#shared/dates.ts'
import { isDangolError } from '#shared/errors.ts'
import { ledgerLab } from '../../helpers/ledger-lab.ts'
import { arrivalOf, item, refundReading, saleReading } from '../../helpers/readings.ts'
import { earnSlipBlocks } from '../../helpers/ready-made-slips.ts'
import { shopLab } from '../../helpers/shop-lab.ts'
import { aSlip } from '../slips/a-slip.ts'

/** What users of other programs complain of, each as it would happen in a shop. */

const noon = Date.UTC(2026, 10, 22, 3)
const dayMs = 86_400_000

const counter = async () => {
  const lab = await ledgerLab()
  let now = noon
  let sales = 0
  let people = 0
  const shop = await shopLab(lab.ledger, { folder: lab.folder, clock: { now: () => now } })
  const { unit, reader } = lab.ledger
  const enter = (reading: Parameters<typeof arrivalOf>[0]): number =>
    unit.write((tx) => shop.entering.enter(tx, arrivalOf(reading)))?.receiptId ?? 0
  const join = (): number => {
    people += 1
    return shop.customers.join({
      name: '시험',
      phone: `0100000${String(people).padStart(4, '0')}`,
      memo: '',
      consent: { required: true, marketing: false },
    })
  }
  const sell = (customerId: number | null, total: number): { id: number; number: string } => {
    sales += 1
    const number = `C${sales}`
    const reading = saleReading({ receiptNumber: number, total, items: [item('빵', total)], issuedAt: now })
    const id = enter(reading)
    if (customerId !== null) shop.counter.attach(id, customerId, false)
    return { id, number }
  }
  return {
    shop,
    lab,
    join,
    pass: (days: number): void => {
      now += days * dayMs
    },
    sell,
    giveBack: (number: string, total: number): number =>
      enter(
        refundReading({ originalReceipt: number, total: -total, issuedAt: now, items: [item('빵', -total)] }),
      ),
    points: (customerId: number): number => shop.customers.card(customerId).points,
    use: (customerId: number, points: number, receiptId: number | null = null) =>
      shop.pointsDesk.counter.use(customerId, points, receiptId, false),
    rule: (change: Partial<CallInput<'points.makeRule'>>): number =>
      shop.pointsDesk.rules.make({
        fromDate: businessDate(now),
        way: 'percent',
        carries: true,
        leastSpend: 0,
        lifetimeMonths: null,
        birthdayDays: 7,
        rates: [{ tierId: 0, method: '', points: 1_000, perWon: 10_000 }],
        excludedItems: [],
        excludedCategories: [],
        ...change,
        bonuses: {},
      }),
    lots: (customerId: number) => shop.pointsDesk.history(customerId, 100).lots,
    today: () => businessDate(now),
    reader,
  }
}

const codeOf = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    if (isDangolError(error)) return error.code
    throw error
  }
  return 'none'
}

describe('“refunds leave points wrong”', () => {
  it('a refund, whole or in parts, takes back exactly what the sale gave and gives back what was used with it', async () => {
    const { join, sell, giveBack, points, use, rule } = await counter()
    rule({})
    const kim = join()
    sell(kim, 50_000)
    const sale = sell(kim, 10_000)
    use(kim, 1_000, sale.id)
    expect(points(kim)).toBe(5_000 + 1_000 - 1_000)
    giveBack(sale.number, 2_500)
    expect(points(kim)).toBe(5_000 + 750 - 750)
    giveBack(sale.number, 7_500)
    expect(points(kim)).toBe(5_000)
  })

  it('also when they were used meanwhile: what is missing is said, and settled by the next points', async () => {
    const { shop, join, sell, giveBack, points, use, rule } = await counter()
    rule({})
    const kim = join()
    const first = sell(kim, 10_000)
    use(kim, 900)
    giveBack(first.number, 10_000)
    expect(points(kim)).toBe(-900)
    expect(shop.pointsDesk.counter.atCounter(kim, null)).toMatchObject({ claim: 900, usable: 0 })
    expect(shop.pointsDesk.book.read().claims).toBe(900)
    sell(kim, 20_000)
    expect(points(kim)).toBe(1_100)
    expect(shop.pointsDesk.counter.atCounter(kim, null)).toMatchObject({ claim: 0, usable: 1_100 })
  })
})

describe('“only a whole balance can be spent”', () => {
  it('any part can be used from one point on, and a least amount only where the owner wants one', async () => {
    const { join, sell, points, use, rule } = await counter()
    rule({})
    const kim = join()
    sell(kim, 10_000)
    use(kim, 1)
    use(kim, 333)
    expect(points(kim)).toBe(666)
    expect(codeOf(() => use(kim, 667))).toBe('points.too-few')
    rule({ leastSpend: 500 })
    expect(codeOf(() => use(kim, 499))).toBe('points.under-least')
    use(kim, 500)
    expect(points(kim)).toBe(166)
  })
})

describe('“expiry is not by lots, oldest first; a new policy re-dates old points”', () => {
  it('each lot keeps the end that it was given with; what ends first is used first', async () => {
    const { shop, join, sell, points, use, rule, lots, pass, today } = await counter()
    rule({ lifetimeMonths: 12 })
    const kim = join()
    sell(kim, 10_000)
    const firstEnd = lots(kim)[0]?.endsOn
    rule({ lifetimeMonths: 1 })
    sell(kim, 20_000)
    expect(lots(kim).map((lot) => lot.endsOn)).toEqual(['2026-12-22', firstEnd])
    use(kim, 500)
    expect(lots(kim).map((lot) => lot.remaining)).toEqual([1_500, 1_000])
    // On the last day they can be used; on the day after, once the till has printed it, they are gone.
    pass(30)
    for (let sale = 0; sale < 3; sale += 1) sell(null, 1_000)
    expect(today()).toBe('2026-12-22')
    while (shop.loyalty.ending.step(noon + 30 * dayMs)) expect.fail('nothing has ended yet')
    expect(points(kim)).toBe(2_500)
    pass(1)
    for (let sale = 0; sale < 3; sale += 1) sell(null, 1_000)
    shop.loyalty.ending.step(noon + 31 * dayMs)
    expect(points(kim)).toBe(1_000)
    expect(lots(kim).map((lot) => [lot.remaining, lot.endsOn])).toEqual([[1_000, firstEnd]])
  })

  it('no lot ends because the PC’s clock says so alone', async () => {
    const { shop, join, sell, points, rule, pass } = await counter()
    rule({ lifetimeMonths: 1 })
    const kim = join()
    sell(kim, 10_000)
    for (let sale = 0; sale < 3; sale += 1) sell(null, 1_000)
    for (const years of [10, -10]) shop.loyalty.ending.step(noon + years * 365 * dayMs)
    expect(points(kim)).toBe(1_000)
    pass(1)
    expect(shop.pointsDesk.counter.atCounter(kim, null).usable).toBe(1_000)
  })
})

describe('“merging duplicates loses points”', () => {
  it('every lot goes along with its own end, and comes back exactly when the merge is undone', async () => {
    const { shop, lab, join, sell, points, rule, lots } = await counter()
    rule({ lifetimeMonths: 6 })
    const kim = join()
    const twin = join()
    sell(kim, 10_000)
    rule({ lifetimeMonths: 24 })
    sell(twin, 5_555)
    const before = { kim: lots(kim), twin: lots(twin) }
    const { loyalty } = shop.loyalty
    lab.ledger.unit.write((tx) => loyalty.merge(tx, twin, kim, 7, noon))
    expect(points(kim)).toBe(1_000 + 555)
    expect(lots(kim).map(({ endsOn }) => endsOn)).toEqual([before.kim[0]?.endsOn, before.twin[0]?.endsOn])
    lab.ledger.unit.write((tx) => loyalty.unmerge(tx, twin, kim, 7, noon))
    expect({ kim: lots(kim), twin: lots(twin) }).toEqual(before)
    expect(points(twin)).toBe(555)
  })
})

describe('“the rest under a threshold is not carried over”', () => {
  it('what is left under a step or a point counts with the next sale', async () => {
    const { join, sell, points, rule } = await counter()
    rule({ way: 'amount', rates: [{ tierId: 0, method: '', points: 10, perWon: 1_000 }] })
    const kim = join()
    sell(kim, 1_700)
    expect(points(kim)).toBe(10)
    sell(kim, 300)
    expect(points(kim)).toBe(20)
    sell(kim, 999)
    expect(points(kim)).toBe(20)
    sell(kim, 1)
    expect(points(kim)).toBe(30)
  })
})

const slipText = (given: EarnSlip): string =>
  earnSlipBlocks(given, 42)
    .flatMap((block) => (block.type === 'text' ? [block.text.trim()] : []))
    .join('\n')

describe('“the balance is not on the slip or the screen”', () => {
  it('the screen has what this receipt gives, what can be used and what ends next', async () => {
    const { lab, shop, join, rule, sell, use } = await counter()
    rule({ lifetimeMonths: 12 })
    const kim = join()
    sell(kim, 10_000)
    const { actionId } = use(kim, 400)
    const sale = sell(null, 3_000)
    expect(shop.pointsDesk.counter.atCounter(kim, sale.id)).toEqual({
      gives: 300,
      balance: 600,
      usable: 600,
      shared: 0,
      least: 0,
      claim: 0,
      nextEnd: { on: '2027-11-22', points: 600 },
      bonuses: [],
    })
    // What was used before the receipt came belongs to it once it is the customer's.
    shop.counter.attach(sale.id, kim, false)
    expect(lab.ledger.reader.all(query.selectFrom('points_spend_sale').selectAll())).toMatchObject([
      { action_id: actionId, sale_id: sale.id },
    ])
  })

  it('the slip has what was earned, what was used, what there is now and what ends next', () => {
    const slip = { ...aSlip, pointsGiven: 300, pointsUsed: 400, balance: 900 }
    const nextEnd = { on: '2027-11-22', points: 900 }
    const whole = slipText({ ...slip, nextEnd })
    for (const words of ['+300점', '-400점', '900점', '2027-11-22까지']) expect(whole).toContain(words)
    const alone = slipText({ ...slip, lines: [], total: 0, pointsGiven: 0, nextEnd: null })
    expect(alone).toContain('이번에 사용')
    expect(alone).not.toContain('받은 금액')
  })
})

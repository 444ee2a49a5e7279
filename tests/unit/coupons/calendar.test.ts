import { describe, expect, it } from 'vitest'
import { nextYearDay } from '#backend/coupons/year-day.ts'
import { query } from '#backend/platform/db/query.ts'
import { addDays, businessDate } from '#shared/dates.ts'
import { forgetTemplate, freshLedger } from '../../helpers/fresh-ledger.ts'
import { arrivalOf, saleReading } from '../../helpers/readings.ts'
import { type ShopLab, shopLab } from '../../helpers/shop-lab.ts'
import { termsToSave } from './some-terms.ts'

forgetTemplate()

const noon = Date.UTC(2026, 10, 22, 3)
const dayMs = 24 * 60 * 60_000

const open = async () => {
  const { ledger, folder } = await freshLedger()
  const clock = { at: noon }
  const shop = await shopLab(ledger, { folder, clock: { now: () => clock.at } })
  let people = 0
  let sales = 0
  return {
    ledger,
    clock,
    shop,
    join: (name = '시험') => {
      people += 1
      const consent = { required: true as const, marketing: false }
      return shop.customers.join({
        name,
        phone: `010-0000-${String(people).padStart(4, '0')}`,
        memo: '',
        consent,
      })
    },
    /** One day later at noon, everything that is due done; the shop sells something to nobody. */
    pass(days: number) {
      clock.at += days * dayMs
      sales += 1
      const reading = saleReading({ issuedAt: clock.at, receiptNumber: `D${sales}` })
      ledger.unit.write((tx) => shop.entering.enter(tx, arrivalOf(reading, { receivedAt: clock.at + 1_000 })))
      while (shop.rewards.step());
    },
    sell(customerId: number) {
      sales += 1
      const reading = saleReading({ issuedAt: clock.at, receiptNumber: `S${sales}` })
      const arrival = arrivalOf(reading, { receivedAt: clock.at + 1_000 })
      const id = ledger.unit.write((tx) => shop.entering.enter(tx, arrival))?.receiptId ?? 0
      shop.counter.attach(id, customerId, false)
    },
    born(
      customerId: number,
      birth: { calendar: 'solar' | 'lunar'; month: number; day: number; leap?: boolean },
    ) {
      ledger.unit.write((tx) =>
        tx.run(
          query
            .insertInto('customer_detail')
            .values({
              customer_id: customerId,
              birth_calendar: birth.calendar,
              birth_year: null,
              birth_month: birth.month,
              birth_day: birth.day,
              birth_leap: birth.leap === true ? 1 : 0,
              gender: null,
              address: '',
              found_by: '',
              allergies: '',
              cautions: '',
            })
            .onConflict((conflict) =>
              conflict.column('customer_id').doUpdateSet({
                birth_calendar: birth.calendar,
                birth_month: birth.month,
                birth_day: birth.day,
              }),
            ),
        ),
      )
    },
  }
}

const held = (shop: ShopLab, customerId: number): [string, string | null][] =>
  shop.rewards.coupons.ofCustomer(customerId, null).map((coupon) => [coupon.terms.name, coupon.untilDate])

describe('coupons of the calendar', () => {
  it('are given ahead of a birthday of either calendar, once a year, also when the PC was off that day', async () => {
    const world = await open()
    const { shop } = world
    const [solar, lunar, later] = [world.join(), world.join(), world.join()]
    world.born(solar, { calendar: 'solar', month: 11, day: 27 })
    world.born(lunar, { calendar: 'lunar', month: 10, day: 20 })
    world.born(later, { calendar: 'solar', month: 3, day: 1 })
    const birthday = termsToSave({ name: '생일', occasion: 'birthday', daysBefore: 7, validDays: 10 })
    shop.rewards.coupons.saveKind({ kindId: null, terms: birthday })
    world.pass(1)
    expect(held(shop, solar)).toEqual([['생일', '2026-12-06']])
    const moon = nextYearDay({ calendar: 'lunar', month: 10, day: 20, leap: false }, '2026-11-01') ?? ''
    expect(moon).toBe('2026-11-28')
    expect(held(shop, lunar)).toEqual([['생일', addDays(moon, 9)]])
    expect(held(shop, later)).toEqual([])
    world.pass(1)
    world.pass(1)
    // The PC stays off over the first of March; a few days later it is still given, for its days are not over.
    world.pass(95)
    world.pass(4)
    expect(businessDate(world.clock.at)).toBe('2027-03-04')
    expect(held(shop, later)).toEqual([['생일', '2027-03-10']])
    expect(held(shop, solar)).toEqual([['생일', '2026-12-06']])
  })

  it('are not given twice to who changes the birthday', async () => {
    const world = await open()
    const guest = world.join()
    world.born(guest, { calendar: 'solar', month: 11, day: 25 })
    const birthday = termsToSave({ name: '생일', occasion: 'birthday', daysBefore: 7, validDays: 10 })
    world.shop.rewards.coupons.saveKind({ kindId: null, terms: birthday })
    world.pass(1)
    world.born(guest, { calendar: 'solar', month: 12, day: 1 })
    world.pass(3)
    expect(held(world.shop, guest)).toEqual([['생일', '2026-12-04']])
  })

  it('bring back who stays away, once an absence', async () => {
    const world = await open()
    const guest = world.join()
    world.sell(guest)
    const back = termsToSave({ name: '또 오세요', occasion: 'come-back', absentDays: 30 })
    world.shop.rewards.coupons.saveKind({ kindId: null, terms: back })
    world.pass(29)
    expect(held(world.shop, guest)).toEqual([])
    world.pass(1)
    world.pass(1)
    expect(held(world.shop, guest)).toHaveLength(1)
    world.sell(guest)
    world.pass(31)
    expect(held(world.shop, guest)).toHaveLength(2)
  })

  it('welcome with the first purchase, and who has been a guest for long is not welcomed again', async () => {
    const world = await open()
    const old = world.join()
    world.pass(40)
    world.shop.rewards.coupons.saveKind({
      kindId: null,
      terms: termsToSave({ name: '환영해요', occasion: 'welcome' }),
    })
    const fresh = world.join()
    world.sell(fresh)
    world.sell(fresh)
    world.sell(old)
    expect(held(world.shop, fresh)).toHaveLength(1)
    expect(held(world.shop, old)).toEqual([])
    const shy = world.join()
    world.pass(1)
    expect(held(world.shop, shy)).toHaveLength(1)
  })

  it('nothing is given and nothing falls because a clock has jumped by ten years', async () => {
    const world = await open()
    const guest = world.join()
    world.shop.rewards.tiers.savePlan({
      fromDate: '2026-11-22',
      measure: 'spend',
      windowMonths: 3,
      graceDays: 0,
      levels: [{ tierId: null, name: '골드', need: 10_000 }],
    })
    world.sell(guest)
    const back = termsToSave({ name: '또 오세요', occasion: 'come-back', absentDays: 30 })
    world.shop.rewards.coupons.saveKind({ kindId: null, terms: back })
    world.clock.at = Date.UTC(2036, 10, 22, 3)
    while (world.shop.rewards.step());
    expect(held(world.shop, guest)).toEqual([])
    expect(world.shop.rewards.tiers.ofCustomer(guest)?.tier?.name).toBe('골드')
    expect(world.shop.rewards.tiers.history(guest, 5)).toHaveLength(1)
  })

  it('tiers fall on their day, each with its own date, though the PC was off', async () => {
    const world = await open()
    const guest = world.join()
    world.shop.rewards.tiers.savePlan({
      fromDate: '2026-11-22',
      measure: 'spend',
      windowMonths: 1,
      graceDays: 3,
      levels: [
        { tierId: null, name: '실버', need: 10_000 },
        { tierId: null, name: '골드', need: 20_000 },
      ],
    })
    world.shop.rewards.coupons.saveKind({
      kindId: null,
      terms: termsToSave({ name: '등급 축하', occasion: 'tier', validDays: null }),
    })
    world.sell(guest)
    world.pass(5)
    world.sell(guest)
    expect(world.shop.rewards.tiers.ofCustomer(guest)).toMatchObject({
      tier: { name: '골드' },
      keep: { until: '2026-12-24', missing: 10_000 },
    })
    world.pass(30)
    world.pass(20)
    const history = world.shop.rewards.tiers.history(guest, 9)
    expect(history.map(({ date, after, cause }) => [date, after, cause])).toEqual([
      ['2026-12-30', null, 'fell'],
      ['2026-12-25', '실버', 'fell'],
      ['2026-11-27', '골드', 'reached'],
      ['2026-11-22', '실버', 'reached'],
    ])
    expect(held(world.shop, guest)).toHaveLength(2)
  })
})

describe('a coupon to a whole group', () => {
  it('comes to each once in pieces, and leaves out who holds one', async () => {
    const world = await open()
    const people = Array.from({ length: 55 }, () => world.join())
    const { coupons } = world.shop.rewards
    const kindId = coupons.saveKind({ kindId: null, terms: termsToSave() })
    coupons.give(kindId, people[0] ?? 0, false)
    const given = coupons.giveMany(kindId, [...people, ...people])
    // The counter's own work comes in between.
    world.sell(people[1] ?? 0)
    expect(await given).toEqual({ given: 54, leftOut: 1 })
    expect(await coupons.giveMany(kindId, people)).toEqual({ given: 0, leftOut: 55 })
    const limited = coupons.saveKind({ kindId: null, terms: termsToSave({ inAll: 7 }) })
    expect(await coupons.giveMany(limited, people)).toEqual({ given: 7, leftOut: 48 })
    const told = world.shop.events.filter((event) => event.name === 'coupons.progress')
    expect(told.length).toBeGreaterThan(6)
  })
})

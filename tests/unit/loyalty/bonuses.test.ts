import { describe, expect, it } from 'vitest'
import type { BonusKind } from '#backend/loyalty/rule.ts'
import { query } from '#backend/platform/db/query.ts'
import { isDangolError } from '#shared/errors.ts'
import { ledgerLab } from '../../helpers/ledger-lab.ts'
import { arrivalOf, item, refundReading, saleReading } from '../../helpers/readings.ts'
import { shopLab } from '../../helpers/shop-lab.ts'

const noon = Date.UTC(2026, 10, 22, 3)

const shopWith = async (bonuses: Partial<Record<BonusKind, number>>) => {
  const lab = await ledgerLab()
  const { unit, reader } = lab.ledger
  const shop = await shopLab(lab.ledger, { folder: lab.folder, clock: { now: () => noon } })
  shop.pointsDesk.rules.make({
    fromDate: '2026-11-22',
    way: 'percent',
    carries: true,
    leastSpend: 0,
    lifetimeMonths: null,
    birthdayDays: 3,
    rates: [{ tierId: 0, method: '', points: 100, perWon: 10_000 }],
    excludedItems: [],
    excludedCategories: [],
    bonuses,
  })
  let count = 0
  const join = (): number => {
    count += 1
    return shop.customers.join({
      name: '시험',
      phone: `0100000${String(count).padStart(4, '0')}`,
      memo: '',
      consent: { required: true, marketing: false },
    })
  }
  const sell = (customerId: number): { id: number; number: string } => {
    count += 1
    const number = `B${count}`
    const reading = saleReading({
      receiptNumber: number,
      total: 10_000,
      items: [item('빵', 10_000)],
      issuedAt: noon + count * 1_000,
    })
    const id = unit.write((tx) => shop.entering.enter(tx, arrivalOf(reading)))?.receiptId ?? 0
    shop.counter.attach(id, customerId, false)
    return { id, number }
  }
  const born = (customerId: number, calendar: 'solar' | 'lunar', month: number, day: number): void => {
    unit.write((tx) =>
      tx.run(
        query.replaceInto('customer_detail').values({
          customer_id: customerId,
          birth_calendar: calendar,
          birth_year: null,
          birth_month: month,
          birth_day: day,
          birth_leap: 0,
          gender: null,
          address: '',
          found_by: '',
          allergies: '',
          cautions: '',
        }),
      ),
    )
  }
  return { shop, unit, reader, join, sell, born, points: (id: number) => shop.customers.card(id).points }
}

describe('points for something other than money', () => {
  it('a first visit is welcomed once, and its bonus goes with the sale that it came with', async () => {
    const { shop, unit, join, sell, points } = await shopWith({ 'first-visit': 500 })
    const kim = join()
    const first = sell(kim)
    expect(points(kim)).toBe(600)
    sell(kim)
    expect(points(kim)).toBe(700)
    unit.write((tx) =>
      shop.entering.enter(
        tx,
        arrivalOf(
          refundReading({
            originalReceipt: first.number,
            total: -10_000,
            issuedAt: noon + 60_000,
            items: [item('빵', -10_000)],
          }),
        ),
      ),
    )
    expect(points(kim)).toBe(100)
    // Another sale given and taken off leaves nothing behind either.
    const lee = join()
    const { id } = sell(lee)
    shop.counter.detach(id)
    expect(points(lee)).toBe(0)
  })

  it('a birthday is kept about its day, lunar ones too, once a year', async () => {
    const { join, sell, born, points } = await shopWith({ birthday: 1_000 })
    const [solar, lunar, later] = [join(), join(), join()]
    born(solar, 'solar', 11, 24)
    // The 14th of the tenth lunar month: 22 November 2026.
    born(lunar, 'lunar', 10, 14)
    born(later, 'solar', 11, 30)
    for (const id of [solar, lunar, later]) {
      sell(id)
      sell(id)
    }
    expect([solar, lunar, later].map(points)).toEqual([1_200, 1_200, 200])
  })

  it('a friend counts once for each friend, a survey once a day, and only what the rule offers', async () => {
    const { shop, join, points } = await shopWith({ friend: 2_000, survey: 100 })
    const [kim, lee] = [join(), join()]
    const give = (kind: 'friend' | 'survey' | 'review', friend: number | null): string => {
      try {
        shop.pointsDesk.counter.giveBonus(kim, kind, friend)
        return 'given'
      } catch (error) {
        if (isDangolError(error)) return error.code
        throw error
      }
    }
    expect(give('friend', lee)).toBe('given')
    expect(give('friend', lee)).toBe('points.bonus-given-already')
    expect(give('survey', null)).toBe('given')
    expect(give('survey', null)).toBe('points.bonus-given-already')
    expect(give('review', null)).toBe('points.bonus-not-offered')
    expect(points(kim)).toBe(2_100)
  })
})

describe('a household', () => {
  it('shares its points once both have agreed; what came from each lot goes back to it', async () => {
    const { shop, unit, reader, join, sell, points } = await shopWith({})
    const [kim, lee] = [join(), join()]
    sell(kim)
    sell(lee)
    const usable = (id: number) => shop.pointsDesk.counter.atCounter(id, null)
    expect(usable(kim)).toMatchObject({ usable: 100, shared: 0 })
    unit.write((tx) => {
      tx.run(query.insertInto('household').values({ id: 1, kind: 'family', name: '가족', created_at: 1 }))
      const wording = tx.first(query.selectFrom('consent_wording').select('id'))?.id ?? 0
      for (const [index, id] of [kim, lee].entries()) {
        tx.run(
          query
            .insertInto('consent')
            .values({ id: index + 1, customer_id: id, wording_id: wording, given: 1, how: 'counter', at: 1 }),
        )
        tx.run(
          query.insertInto('household_member').values({
            customer_id: id,
            household_id: 1,
            joined_at: 1,
            agreed_at: 1,
            consent_id: index + 1,
          }),
        )
      }
    })
    expect(usable(kim)).toMatchObject({ usable: 200, shared: 100 })
    const { actionId } = shop.pointsDesk.counter.use(kim, 150, null, false)
    expect([points(kim), points(lee)]).toEqual([0, 50])
    shop.pointsDesk.counter.undo(actionId)
    expect([points(kim), points(lee)]).toEqual([100, 100])
    const entries = reader.all(
      query.selectFrom('points_entry').select('points').where('action_id', '=', actionId),
    )
    expect(entries.map((entry) => entry.points)).toEqual([-100, -50])
  })
})

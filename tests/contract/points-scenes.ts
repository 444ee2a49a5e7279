import { expect } from 'vitest'
import type { CallInput, CallOutput, MethodName } from '#shared/contract/index.ts'
import { addDays, businessDate } from '#shared/dates.ts'
import type { BackendLab } from '../helpers/backend-lab.ts'

interface PointsScene extends BackendLab {
  readonly customerId: number
  /** Attached to the customer. */
  readonly receiptId: number
}

type PointsMethod = Extract<MethodName, `points.${string}`>

const today = (): string => businessDate(Date.now())

const rule = (change: Partial<CallInput<'points.makeRule'>> = {}): CallInput<'points.makeRule'> => ({
  fromDate: today(),
  way: 'percent',
  carries: true,
  leastSpend: 0,
  lifetimeMonths: 12,
  birthdayDays: 7,
  rates: [{ tierId: 0, method: '', points: 500, perWon: 10_000 }],
  excludedItems: [],
  excludedCategories: [],
  bonuses: [{ kind: 'survey', points: 300 }],
  ...change,
})

const atCounter = (lab: PointsScene): Promise<CallOutput<'points.atCounter'>> =>
  lab.call('points.atCounter', { customerId: lab.customerId, receiptId: lab.receiptId })

const give = (lab: PointsScene, points: number) =>
  lab.call('points.correct', { customerId: lab.customerId, points, reason: '개업 선물' })

export const pointsScenes: { readonly [M in PointsMethod]: (lab: PointsScene) => Promise<void> } = {
  'points.atCounter': async (lab) => {
    const { balance, gives, usable, claim, shared } = await atCounter(lab)
    expect(gives).toBe(balance)
    expect({ usable, claim, shared }).toEqual({ usable: balance, claim: 0, shared: 0 })
    expect(await lab.refused('points.atCounter', { customerId: 1, receiptId: null })).toMatchObject({
      code: 'customer.not-found',
    })
  },
  'points.use': async (lab) => {
    const { customerId, receiptId } = lab
    const before = (await give(lab, 1_000)).balance
    const used = await lab.call('points.use', { customerId, points: 400, receiptId, print: true })
    expect(used).toMatchObject({ balance: before - 400, slip: { state: expect.any(String) } })
    expect(lab.told('points.changed').at(-1)).toEqual({ customerId })
    expect(
      await lab.refused('points.use', { customerId, points: before, receiptId: null, print: false }),
    ).toMatchObject({ code: 'points.too-few', params: { usable: before - 400 } })
  },
  'points.undo': async (lab) => {
    const { customerId } = lab
    const before = (await give(lab, 1_000)).balance
    const { actionId } = await lab.call('points.use', {
      customerId,
      points: 400,
      receiptId: null,
      print: false,
    })
    expect(await lab.call('points.undo', { actionId })).toEqual({ customerId, balance: before })
    expect(await lab.refused('points.undo', { actionId })).toMatchObject({ code: 'points.undone-already' })
    expect(await lab.refused('points.undo', { actionId: 1 })).toMatchObject({ code: 'points.not-found' })
  },
  'points.correct': async (lab) => {
    const { balance } = await atCounter(lab)
    expect((await give(lab, 700)).balance).toBe(balance + 700)
    expect(
      await lab.refused('points.correct', { customerId: lab.customerId, points: -99_999, reason: '잘못' }),
    ).toMatchObject({ code: 'points.too-few' })
  },
  'points.giveBonus': async (lab) => {
    const asked = { customerId: lab.customerId, kind: 'survey', friendId: null } as const
    expect(await lab.refused('points.giveBonus', asked)).toMatchObject({ code: 'points.bonus-not-offered' })
    await lab.call('points.makeRule', rule())
    const { balance } = await atCounter(lab)
    expect((await lab.call('points.giveBonus', asked)).balance).toBe(balance + 300)
    expect(await lab.refused('points.giveBonus', asked)).toMatchObject({ code: 'points.bonus-given-already' })
  },
  'points.history': async (lab) => {
    await give(lab, 50)
    const { entries, lots, claim } = await lab.call('points.history', {
      customerId: lab.customerId,
      limit: 20,
    })
    expect(entries).toMatchObject([
      { kind: 'correction', points: 50, reason: '개업 선물', receiptId: null },
      { kind: 'earn', receiptId: lab.receiptId },
    ])
    expect(lots.reduce((sum, { remaining }) => sum + remaining, 0)).toBe(
      entries.reduce((sum, { points }) => sum + points, 0),
    )
    expect(claim).toBe(0)
  },
  'points.rules': async (lab) => {
    await lab.call('points.makeRule', rule())
    await lab.call('points.makeRule', rule({ fromDate: addDays(today(), 9) }))
    const rules = await lab.call('points.rules', {})
    expect(rules.map(({ state }) => state)).toEqual(['ahead', 'holds', 'past'])
  },
  'points.ruleChoices': async (lab) => {
    const { methods } = await lab.call('points.ruleChoices', {})
    expect(methods).toContain('card')
  },
  'points.makeRule': async (lab) => {
    const { ruleId } = await lab.call('points.makeRule', rule())
    expect(await lab.call('points.rules', {})).toContainEqual(
      expect.objectContaining({ ...rule(), id: ruleId, state: 'holds' }),
    )
    const twice = rule({ excludedItems: ['쿠폰', '쿠폰'] })
    expect((await lab.call('points.makeRule', twice)).ruleId).toBeGreaterThan(ruleId)
    expect(await lab.refused('points.makeRule', rule({ fromDate: addDays(today(), -1) }))).toMatchObject({
      code: 'points.rule-in-the-past',
    })
    const [rate] = rule().rates
    if (rate === undefined) throw new Error('a rule without rates')
    expect(
      await lab.refused('points.makeRule', rule({ rates: [rate, { ...rate, points: 1 }] })),
    ).toMatchObject({
      code: 'call.bad-input',
    })
    await lab.call('points.makeRule', rule({ rates: [{ ...rate, points: 10_000, perWon: 1 }] }))
    expect((await lab.call('shop.get', {})).pointsRateBp).toBe(100_000_000)
    const uneven = [
      { tierId: 0, method: '', points: 1, perWon: 1_000 },
      { tierId: 0, method: 'cash', points: 2, perWon: 1_000 },
    ]
    expect(await lab.refused('points.makeRule', rule({ way: 'amount', rates: uneven }))).toMatchObject({
      code: 'points.rule-uneven-steps',
    })
  },
  'points.withdrawRule': async (lab) => {
    const { ruleId } = await lab.call('points.makeRule', rule({ fromDate: addDays(today(), 3) }))
    await lab.call('points.withdrawRule', { ruleId })
    const rules = await lab.call('points.rules', {})
    expect(rules.find(({ id }) => id === ruleId)?.state).toBe('withdrawn')
    const holding = rules.find(({ state }) => state === 'holds')?.id ?? 0
    expect(await lab.refused('points.withdrawRule', { ruleId: holding })).toMatchObject({
      code: 'points.rule-holds-already',
    })
    expect(await lab.refused('points.withdrawRule', { ruleId: 99 })).toMatchObject({
      code: 'points.rule-not-found',
    })
  },
  'points.tryRule': async (lab) => {
    const { proposed, present, receipts } = await lab.call('points.tryRule', rule())
    expect(receipts).toBe(1)
    expect(present.points).toBeGreaterThan(0)
    expect(Math.abs(proposed.points - 5 * present.points)).toBeLessThan(5)
  },
  'points.book': async (lab) => {
    const { balance } = await atCounter(lab)
    await lab.call('points.check', {})
    expect(await lab.call('points.book', {})).toMatchObject({
      open: balance,
      customers: 1,
      claims: 0,
      months: [{ month: '', points: balance, lots: 1 }],
      lastCheck: { differing: 0 },
    })
  },
  'points.notices': async (lab) => {
    await lab.call('points.makeRule', rule({ lifetimeMonths: 1 }))
    await give(lab, 80)
    const due = await lab.call('points.notices', { stage: 'one-month' })
    expect(due).toMatchObject([{ customerId: lab.customerId, points: 80, told: false }])
  },
  'points.told': async (lab) => {
    await lab.call('points.makeRule', rule({ lifetimeMonths: 1 }))
    await give(lab, 80)
    const [due] = await lab.call('points.notices', { stage: 'one-month' })
    const { customerId = 0, endsOn = '' } = due ?? {}
    for (let time = 0; time < 2; time += 1)
      await lab.call('points.told', { stage: 'one-month', people: [{ customerId, endsOn }] })
    expect(await lab.call('points.notices', { stage: 'one-month' })).toMatchObject([{ told: true }])
  },
  'points.check': async (lab) => {
    const { balance } = await atCounter(lab)
    expect(await lab.call('points.check', {})).toMatchObject({
      customers: 1,
      balances: balance,
      lots: balance,
      claims: 0,
      differing: 0,
    })
  },
  'points.reminder': async (lab) => {
    expect(await lab.call('points.reminder', {})).toEqual({ seconds: 20 })
  },
  'points.saveReminder': async (lab) => {
    await lab.call('points.saveReminder', { seconds: 0 })
    expect(await lab.call('points.reminder', {})).toEqual({ seconds: 0 })
  },
}

import { expect } from 'vitest'
import type { CallInput, MethodName } from '#shared/contract/index.ts'
import { addDays, businessDate } from '#shared/dates.ts'
import type { BackendLab } from '../helpers/backend-lab.ts'

interface RewardScene extends BackendLab {
  readonly customerId: number
  /** Attached to the customer. */
  readonly receiptId: number
}

type RewardMethod = Extract<MethodName, `tiers.${string}` | `stamps.${string}` | `coupons.${string}`>

const today = (): string => businessDate(Date.now())

const terms: CallInput<'coupons.saveKind'>['terms'] = {
  name: '천 원 할인',
  benefit: 'amount',
  value: 1_000,
  most: null,
  leastSpend: 0,
  weekdays: 127,
  fromMinute: 0,
  toMinute: 0,
  validFrom: null,
  validTo: null,
  validDays: 30,
  perPerson: null,
  inAll: 2,
  personal: true,
  occasion: 'hand',
  tierId: null,
  daysBefore: 0,
  absentDays: null,
  targets: [],
}

const givenCoupon = async (lab: RewardScene) => {
  const { kindId } = await lab.call('coupons.saveKind', { kindId: null, terms })
  const { customerId } = lab
  const given = await lab.call('coupons.give', { kindId, customerId, print: false })
  return { ...given.coupon, kindId }
}

const someCard = (lab: RewardScene): Promise<{ cardId: number }> =>
  lab.call('stamps.saveRule', {
    cardId: null,
    fromDate: today(),
    name: '한 잔에 하나',
    basis: 'product',
    perWon: null,
    length: 10,
    rewardKindId: null,
    targets: [],
  })

const somePlan = (lab: RewardScene): Promise<{ planId: number }> =>
  lab.call('tiers.savePlan', {
    fromDate: today(),
    measure: 'visits',
    windowMonths: 12,
    graceDays: 30,
    levels: [
      { tierId: null, name: '골드', need: 1_000 },
      { tierId: null, name: '실버', need: 10 },
    ],
  })

const levelsOf = async (lab: RewardScene) => (await lab.call('tiers.plans', {})).plans[0]?.levels ?? []

/** A good call of every method of stamps, tiers and coupons. */
export const rewardScenes: { readonly [M in RewardMethod]: (lab: RewardScene) => Promise<void> } = {
  'tiers.plans': async (lab) => {
    expect(await lab.call('tiers.plans', {})).toEqual({ plans: [], people: [] })
  },
  'tiers.savePlan': async (lab) => {
    await somePlan(lab)
    expect(await levelsOf(lab)).toMatchObject([
      { name: '실버', need: 10 },
      { name: '골드', need: 1_000 },
    ])
    const plan = { measure: 'spend' as const, windowMonths: null, graceDays: 0, levels: [] }
    const past = await lab.refused('tiers.savePlan', { ...plan, fromDate: addDays(today(), -2) })
    expect(past.code).toBe('reward.date-past')
    const unknown = [{ tierId: 1, name: '없음', need: 5 }]
    const strange = await lab.refused('tiers.savePlan', { ...plan, fromDate: today(), levels: unknown })
    expect(strange.code).toBe('tier.not-found')
  },
  'tiers.ofCustomer': async (lab) => {
    const { customerId } = lab
    expect(await lab.call('tiers.ofCustomer', { customerId })).toBeNull()
    await somePlan(lab)
    expect(await lab.call('tiers.ofCustomer', { customerId })).toMatchObject({
      tier: null,
      counted: 1,
      next: { name: '실버', missing: 9 },
    })
  },
  'tiers.history': async (lab) => {
    expect(await lab.call('tiers.history', { customerId: lab.customerId, limit: 5 })).toEqual([])
  },
  'tiers.set': async (lab) => {
    await somePlan(lab)
    const { customerId } = lab
    const tierId = (await levelsOf(lab))[1]?.tierId ?? 0
    await lab.call('tiers.set', { customerId, tierId, until: addDays(today(), 10), reason: '단골 소개' })
    expect(await lab.call('tiers.ofCustomer', { customerId })).toMatchObject({
      tier: { name: '골드' },
      byHand: { until: addDays(today(), 10) },
    })
    await lab.call('tiers.set', { customerId, tierId: null, until: null, reason: '' })
    expect(await lab.call('tiers.history', { customerId, limit: 5 })).toMatchObject([
      { before: '골드', after: null },
      { before: null, after: '골드', cause: 'set' },
    ])
    const unknown = await lab.refused('tiers.set', { customerId, tierId: 1, until: null, reason: '' })
    expect(unknown.code).toBe('tier.not-found')
  },
  'stamps.cards': async (lab) => {
    expect(await lab.call('stamps.cards', {})).toEqual([])
  },
  'stamps.saveRule': async (lab) => {
    const { cardId } = await someCard(lab)
    expect(await lab.call('stamps.cards', {})).toMatchObject([
      { cardId, rules: [{ length: 10, state: 'now' }] },
    ])
    const rule = { cardId: 1, fromDate: today(), name: 'x', basis: 'off' as const, perWon: null, length: 5 }
    const strange = await lab.refused('stamps.saveRule', { ...rule, rewardKindId: null, targets: [] })
    expect(strange.code).toBe('stamp.card-not-found')
  },
  'stamps.ofCustomer': async (lab) => {
    await someCard(lab)
    const { customerId, receiptId } = lab
    expect(await lab.call('stamps.ofCustomer', { customerId, receiptId })).toMatchObject([
      { name: '한 잔에 하나', length: 10, stamps: 0, toCome: 0 },
    ])
  },
  'stamps.history': async (lab) => {
    expect(await lab.call('stamps.history', { customerId: lab.customerId, limit: 5 })).toEqual([])
  },
  'stamps.correct': async (lab) => {
    const { cardId } = await someCard(lab)
    const { customerId } = lab
    await lab.call('stamps.correct', { customerId, cardId, stamps: 3, reason: '종이 카드에서 옮김' })
    expect(await lab.call('stamps.history', { customerId, limit: 5 })).toMatchObject([
      { kind: 'correction', stamps: 3, reason: '종이 카드에서 옮김' },
    ])
    const nobody = await lab.refused('stamps.correct', { customerId: 1, cardId, stamps: 3, reason: 'x' })
    expect(nobody.code).toBe('customer.not-found')
  },
  'coupons.kinds': async (lab) => {
    expect(await lab.call('coupons.kinds', {})).toEqual([])
  },
  'coupons.saveKind': async (lab) => {
    const { kindId } = await lab.call('coupons.saveKind', { kindId: null, terms })
    await lab.call('coupons.saveKind', { kindId, terms: { ...terms, value: 2_000 } })
    expect(await lab.call('coupons.kinds', {})).toMatchObject([{ kindId, terms: { value: 2_000 }, given: 0 }])
    expect(await lab.refused('coupons.saveKind', { kindId: 1, terms })).toMatchObject({
      code: 'coupon.kind-not-found',
    })
  },
  'coupons.setActive': async (lab) => {
    const { kindId } = await lab.call('coupons.saveKind', { kindId: null, terms })
    await lab.call('coupons.setActive', { kindId, active: false })
    const { customerId } = lab
    expect(await lab.refused('coupons.give', { kindId, customerId, print: false })).toMatchObject({
      code: 'coupon.cannot-give',
    })
    expect(await lab.refused('coupons.setActive', { kindId: 1, active: true })).toMatchObject({
      code: 'coupon.kind-not-found',
    })
  },
  'coupons.ofKind': async (lab) => {
    const { kindId, couponId } = await givenCoupon(lab)
    expect(await lab.call('coupons.ofKind', { kindId, limit: 5 })).toMatchObject([
      { coupon: { couponId }, maskedName: '김*희' },
    ])
  },
  'coupons.give': async (lab) => {
    const { kindId } = await givenCoupon(lab)
    const { customerId } = lab
    const { slip } = await lab.call('coupons.give', { kindId, customerId, print: true })
    expect(slip).not.toBeNull()
    expect(await lab.refused('coupons.give', { kindId, customerId, print: false })).toMatchObject({
      code: 'coupon.cannot-give',
    })
    expect(await lab.refused('coupons.give', { kindId, customerId: 1, print: false })).toMatchObject({
      code: 'customer.not-found',
    })
  },
  'coupons.giveMany': async (lab) => {
    const { kindId } = await lab.call('coupons.saveKind', { kindId: null, terms })
    const customerIds = [lab.customerId, lab.customerId]
    expect(await lab.call('coupons.giveMany', { kindId, customerIds })).toEqual({ given: 1, leftOut: 0 })
    expect(lab.told('coupons.progress')).toEqual([{ kindId, done: 1, of: 1, given: 1 }])
    expect(await lab.call('coupons.giveMany', { kindId, customerIds })).toEqual({ given: 0, leftOut: 1 })
    expect(await lab.refused('coupons.giveMany', { kindId: 1, customerIds })).toMatchObject({
      code: 'coupon.kind-not-found',
    })
  },
  'coupons.ofCustomer': async (lab) => {
    const { couponId } = await givenCoupon(lab)
    const { customerId, receiptId } = lab
    expect(await lab.call('coupons.ofCustomer', { customerId, receiptId })).toMatchObject([
      { couponId, state: 'open', refusal: null, wouldTake: 1_000 },
    ])
  },
  'coupons.look': async (lab) => {
    const { code, couponId } = await givenCoupon(lab)
    const asked = { receiptId: null, customerId: null }
    expect(await lab.call('coupons.look', { code, ...asked })).toMatchObject({ couponId, state: 'open' })
    const altered = `${code.slice(0, 15)}${(Number(code.at(-1)) + 1) % 10}`
    expect(await lab.refused('coupons.look', { code: altered, ...asked })).toMatchObject({
      code: 'coupon.forged',
    })
  },
  'coupons.redeem': async (lab) => {
    const { code } = await givenCoupon(lab)
    const { receiptId, customerId } = lab
    const used = await lab.call('coupons.redeem', { code, receiptId, customerId })
    expect(used).toMatchObject({ state: 'used', worth: 1_000 })
    const again = await lab.refused('coupons.redeem', { code, receiptId, customerId })
    expect(again).toMatchObject({ code: 'coupon.used', params: { where: used.usedAtPlace } })
  },
  'coupons.undoUse': async (lab) => {
    const { code, couponId } = await givenCoupon(lab)
    expect(await lab.refused('coupons.undoUse', { couponId })).toMatchObject({ code: 'coupon.not-used' })
    await lab.call('coupons.redeem', { code, receiptId: lab.receiptId, customerId: null })
    expect(await lab.call('coupons.undoUse', { couponId })).toMatchObject({ state: 'open', usedAt: null })
    await lab.call('coupons.redeem', { code, receiptId: lab.receiptId, customerId: null })
  },
  'coupons.withdraw': async (lab) => {
    const { code, couponId } = await givenCoupon(lab)
    await lab.call('coupons.withdraw', { couponId })
    expect(await lab.refused('coupons.withdraw', { couponId })).toMatchObject({ code: 'coupon.withdrawn' })
    const gone = await lab.refused('coupons.redeem', { code, receiptId: null, customerId: null })
    expect(gone.code).toBe('coupon.withdrawn')
    expect(await lab.refused('coupons.withdraw', { couponId: 1 })).toMatchObject({ code: 'coupon.not-found' })
  },
  'coupons.print': async (lab) => {
    const { couponId } = await givenCoupon(lab)
    const slip = await lab.call('coupons.print', { couponId })
    const [latest] = await lab.call('slips.recent', { limit: 1 })
    expect(latest).toMatchObject({ id: slip?.id })
    expect(await lab.refused('coupons.print', { couponId: 1 })).toMatchObject({ code: 'coupon.not-found' })
  },
}

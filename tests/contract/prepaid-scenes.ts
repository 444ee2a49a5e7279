import { expect } from 'vitest'
import type { CallInput, MethodName } from '#shared/contract/index.ts'
import { addDays, businessDate } from '#shared/dates.ts'
import type { BackendLab } from '../helpers/backend-lab.ts'

interface PrepaidScene extends BackendLab {
  readonly customerId: number
  /** Attached to the customer. */
  readonly receiptId: number
}

type PrepaidMethod = Extract<MethodName, `prepaid.${string}`>

const today = (): string => businessDate(Date.now())

const passTerms = (): CallInput<'prepaid.saveProduct'>['terms'] => ({
  fromDate: today(),
  name: '커트 10회권',
  sold: true,
  unit: 'times',
  price: 300_000,
  paid: 10,
  bonus: 1,
  singlePrice: 40_000,
  countedAt: 'normal',
  months: 12,
  penaltyPercent: 10,
  earns: 'sale',
  targets: [],
})

const product = (lab: PrepaidScene) =>
  lab.call('prepaid.saveProduct', { productId: null, terms: passTerms() })

const sold = async (lab: PrepaidScene) => {
  const { productId } = await product(lab)
  const { customerId } = lab
  return lab.call('prepaid.sell', { customerId, productId, receiptId: null, print: false })
}

const use = (lab: PrepaidScene, holdingId: number, count = 1) =>
  lab.call('prepaid.use', { customerId: lab.customerId, holdingId, count, receiptId: null, print: false })

const of = (lab: PrepaidScene) => lab.call('prepaid.ofCustomer', { customerId: lab.customerId })

/** A good call of every method of prepaid amounts and passes. */
export const prepaidScenes: { readonly [M in PrepaidMethod]: (lab: PrepaidScene) => Promise<void> } = {
  'prepaid.products': async (lab) => {
    expect(await lab.call('prepaid.products', {})).toEqual([])
    const { productId } = await product(lab)
    expect(await lab.call('prepaid.products', {})).toMatchObject([
      { productId, open: 0, terms: [{ name: '커트 10회권', state: 'now' }] },
    ])
  },
  'prepaid.saveProduct': async (lab) => {
    const { productId } = await product(lab)
    const terms = { ...passTerms(), fromDate: addDays(today(), 5), price: 350_000 }
    await lab.call('prepaid.saveProduct', { productId, terms })
    expect(await lab.call('prepaid.products', {})).toMatchObject([
      { terms: [{ state: 'now' }, { state: 'to-come', price: 350_000 }] },
    ])
    const past = { productId, terms: { ...passTerms(), fromDate: addDays(today(), -3) } }
    expect((await lab.refused('prepaid.saveProduct', past)).code).toBe('reward.date-past')
    const strange = await lab.refused('prepaid.saveProduct', { productId: 1, terms: passTerms() })
    expect(strange.code).toBe('prepaid.product-not-found')
  },
  'prepaid.atCounter': async (lab) => {
    const { holdingId } = await sold(lab)
    const { customerId, receiptId } = lab
    expect(await lab.call('prepaid.atCounter', { customerId, receiptId })).toMatchObject([
      { holdingId, unit: 'times', left: 11, bonusLeft: 1, of: 11, shared: false },
    ])
    const nobody = await lab.refused('prepaid.atCounter', { customerId: 1, receiptId: null })
    expect(nobody.code).toBe('customer.not-found')
  },
  'prepaid.sell': async (lab) => {
    const { productId } = await product(lab)
    const { customerId, receiptId } = lab
    const sale = { customerId, productId, receiptId: null, print: true }
    const { slip } = await lab.call('prepaid.sell', sale)
    expect(slip).not.toBeNull()
    expect(lab.told('prepaid.changed')).toEqual([{ customerId }])
    // The receipt at hand is for a coffee.
    const short = await lab.refused('prepaid.sell', { ...sale, receiptId })
    expect(short.code).toBe('prepaid.receipt-short')
    await lab.call('prepaid.saveProduct', { productId, terms: { ...passTerms(), sold: false } })
    expect((await lab.refused('prepaid.sell', sale)).code).toBe('prepaid.not-sold')
  },
  'prepaid.use': async (lab) => {
    const { holdingId } = await sold(lab)
    const { customerId, receiptId } = lab
    const asked = { customerId, holdingId, count: 2, receiptId, print: true }
    expect(await lab.call('prepaid.use', asked)).toMatchObject({ left: 9 })
    expect(await lab.refused('prepaid.use', { ...asked, count: 10 })).toMatchObject({
      code: 'prepaid.too-few',
      params: { left: 9 },
    })
    const { customerId: other } = await lab.call('customers.join', {
      name: '박철수',
      phone: '01000001111',
      memo: '',
      consent: { required: true, marketing: false },
    })
    const theirs = await lab.refused('prepaid.use', { ...asked, customerId: other, receiptId: null })
    expect(theirs.code).toBe('prepaid.not-theirs')
    const notTheirs = await lab.refused('prepaid.use', { ...asked, customerId: other })
    expect(notTheirs.code).toBe('receipt.not-attached')
  },
  'prepaid.undo': async (lab) => {
    const { holdingId, entryId } = await sold(lab)
    const used = await use(lab, holdingId)
    expect((await lab.refused('prepaid.undo', { entryId })).code).toBe('prepaid.used-already')
    await lab.call('prepaid.undo', { entryId: used.entryId })
    const twice = await lab.refused('prepaid.undo', { entryId: used.entryId })
    expect(twice.code).toBe('prepaid.undone-already')
    await lab.call('prepaid.undo', { entryId })
    expect(await of(lab)).toMatchObject([{ state: 'void', left: 0 }])
  },
  'prepaid.takeBack': async (lab) => {
    const { holdingId } = await sold(lab)
    const { entryId } = await use(lab, holdingId, 3)
    await lab.call('prepaid.takeBack', { entryId, reason: '다른 손님 것을 눌렀음' })
    const [first] = await of(lab)
    expect(first).toMatchObject({
      left: 11,
      entries: [{ kind: 'use-back' }, { reason: '다른 손님 것을 눌렀음' }, {}],
    })
    const twice = await lab.refused('prepaid.takeBack', { entryId, reason: 'x' })
    expect(twice.code).toBe('prepaid.undone-already')
  },
  'prepaid.extend': async (lab) => {
    const { holdingId } = await sold(lab)
    const later = addDays(today(), 460)
    await lab.call('prepaid.extend', { holdingId, endsOn: later, reason: '입원하셨음' })
    expect(await of(lab)).toMatchObject([{ endsOn: later }])
    const sooner = { holdingId, endsOn: addDays(today(), 3), reason: 'x' }
    expect((await lab.refused('prepaid.extend', sooner)).code).toBe('prepaid.not-later')
  },
  'prepaid.bring': async (lab) => {
    const { productId } = await product(lab)
    const { customerId } = lab
    const old = { customerId, productId, used: 4, soldOn: addDays(today(), -30), endsOn: null }
    await lab.call('prepaid.bring', old)
    expect(await of(lab)).toMatchObject([{ left: 7, bonusLeft: 1, price: 300_000 }])
    const strange = await lab.refused('prepaid.bring', { ...old, productId: 1 })
    expect(strange.code).toBe('prepaid.product-not-found')
  },
  'prepaid.ofCustomer': async (lab) => {
    expect(await of(lab)).toEqual([])
    const { holdingId } = await sold(lab)
    expect(await of(lab)).toMatchObject([
      { holdingId, state: 'open', short: false, entries: [{ kind: 'sell', money: 300_000, count: 11 }] },
    ])
  },
  'prepaid.working': async (lab) => {
    const { holdingId } = await sold(lab)
    expect(await lab.call('prepaid.working', { holdingId, because: 'guest' })).toMatchObject({
      rule: 'seven-days',
      won: 300_000,
    })
    await use(lab, holdingId, 2)
    expect(await lab.call('prepaid.working', { holdingId, because: 'guest' })).toMatchObject({
      rule: 'cancelled',
      place: 'notice',
      won: 190_000,
      most: 300_000,
    })
    const unknown = await lab.refused('prepaid.working', { holdingId: 1, because: 'shop' })
    expect(unknown.code).toBe('prepaid.not-found')
  },
  'prepaid.giveBack': async (lab) => {
    const { holdingId } = await sold(lab)
    await use(lab, holdingId, 2)
    const asked = { holdingId, because: 'guest' as const }
    expect((await lab.refused('prepaid.giveBack', { ...asked, won: 189_999 })).code).toBe(
      'prepaid.too-little',
    )
    expect((await lab.refused('prepaid.giveBack', { ...asked, won: 300_001 })).code).toBe('prepaid.too-much')
    await lab.call('prepaid.giveBack', { ...asked, won: 200_000 })
    const [first] = await of(lab)
    expect(first).toMatchObject({ state: 'given-back', left: 0 })
    expect(first?.entries[0]).toMatchObject({
      kind: 'give-back',
      money: -200_000,
      working: [
        { line: 'paid' },
        { line: 'used-normal' },
        { line: 'penalty' },
        { line: 'rounded', won: 10_000 },
      ],
    })
    expect((await lab.refused('prepaid.giveBack', { ...asked, won: 0 })).code).toBe('prepaid.closed')
  },
  'prepaid.book': async (lab) => {
    const { holdingId } = await sold(lab)
    await use(lab, holdingId, 2)
    expect(await lab.call('prepaid.book', {})).toMatchObject({
      open: 240_000,
      bonus: 30_000,
      holdings: 1,
      customers: 1,
      ofNobody: 0,
      ended: { holdings: 0, won: 0 },
    })
  },
  'prepaid.notices': async (lab) => {
    await sold(lab)
    expect(await lab.call('prepaid.notices', { stage: 'one-month' })).toEqual([])
  },
  'prepaid.told': async (lab) => {
    const { productId } = await product(lab)
    const endsOn = addDays(today(), 2)
    const old = { customerId: lab.customerId, productId, used: 0, soldOn: addDays(today(), -30), endsOn }
    const { holdingId } = await lab.call('prepaid.bring', old)
    const stage = 'three-days' as const
    expect(await lab.call('prepaid.notices', { stage })).toMatchObject([{ holdingId, endsOn, told: false }])
    await lab.call('prepaid.told', { stage, holdingIds: [holdingId] })
    expect(await lab.call('prepaid.notices', { stage })).toMatchObject([{ told: true }])
  },
  'prepaid.check': async (lab) => {
    const { holdingId } = await sold(lab)
    await use(lab, holdingId)
    expect(await lab.call('prepaid.check', {})).toMatchObject({ holdings: 1, entries: 2, differing: 0 })
  },
}

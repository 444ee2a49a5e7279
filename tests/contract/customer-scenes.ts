import { expect } from 'vitest'
import type { MethodName } from '#shared/contract/index.ts'
import type { BackendLab } from '../helpers/backend-lab.ts'

type PageMethod = Exclude<
  Extract<MethodName, `customers.${string}`>,
  `customers.${'search' | 'card' | 'join' | 'edit' | 'consentWording'}`
>

interface CustomerScene extends BackendLab {
  readonly customerId: number
  readonly receiptId: number
}

const join = async (lab: BackendLab, name: string, phone: string): Promise<number> =>
  (await lab.call('customers.join', { name, phone, memo: '', consent: { required: true, marketing: false } }))
    .customerId
const page = (lab: CustomerScene) => lab.call('customers.page', { customerId: lab.customerId })
const other = (lab: BackendLab) => join(lab, '김영희', '016-000-5678')
const birthday = { calendar: 'lunar', year: 1980, month: 4, day: 8, leap: false } as const

/** The page of one customer, and what can be done there. */
export const customerScenes: { readonly [M in PageMethod]: (lab: CustomerScene) => Promise<void> } = {
  'customers.page': async (lab: CustomerScene) => {
    expect(await page(lab)).toMatchObject({
      name: '김영희',
      phone: '010-0000-5678',
      phonesMasked: false,
      visits: 1,
      household: null,
      consents: [{ kind: 'required', given: true }, { kind: 'marketing', given: true }, ...unasked],
    })
    expect(await lab.refused('customers.page', { customerId: 1 })).toMatchObject({
      code: 'customer.not-found',
    })
  },
  'customers.timeline': async (lab: CustomerScene) => {
    const { customerId } = lab
    const { items, more } = await lab.call('customers.timeline', { customerId, before: null })
    expect(items.map(({ kind }) => kind).sort()).toEqual(['consent', 'consent', 'joined', 'sale'])
    expect(more).toBe(false)
    const sales = await lab.call('customers.timeline', { customerId, before: null, kinds: ['sale'] })
    expect(sales.items).toMatchObject([{ kind: 'sale', id: lab.receiptId }])
  },
  'customers.change': async (lab: CustomerScene) => {
    const { customerId } = lab
    const change = { birthday, allergies: '땅콩', tags: ['창가', '우유 빼고'], gender: 'female' as const }
    await lab.call('customers.change', { customerId, change })
    expect(await page(lab)).toMatchObject({ ...change, name: '김영희', tags: ['우유 빼고', '창가'] })
    const wrong = { birthday: { ...birthday, calendar: 'solar' as const, month: 4, day: 31 } }
    expect(await lab.refused('customers.change', { customerId, change: wrong })).toMatchObject({
      code: 'customer.day-invalid',
    })
  },
  'customers.phones': async (lab: CustomerScene) => {
    const { customerId } = lab
    await lab.call('customers.phones', { customerId, what: 'add', phone: '02-123-4567', label: '집' })
    await lab.call('customers.phones', { customerId, what: 'main', phone: '02-123-4567' })
    expect(await page(lab)).toMatchObject({
      phone: '02-123-4567',
      morePhones: [{ phone: '010-0000-5678', label: '집' }],
    })
    await lab.call('customers.phones', { customerId, what: 'remove', phone: '010-0000-5678' })
    expect(await page(lab)).toMatchObject({ morePhones: [] })
  },
  'customers.days': async (lab: CustomerScene) => {
    const { customerId } = lab
    const when = { ...birthday, calendar: 'solar' as const }
    await lab.call('customers.days', { customerId, add: { name: '결혼', when }, remove: null })
    const [day] = (await page(lab)).days
    expect(day).toMatchObject({ name: '결혼', when })
    await lab.call('customers.days', { customerId, add: null, remove: day?.id ?? 0 })
    expect((await page(lab)).days).toEqual([])
  },
  'customers.cards': async (lab: CustomerScene) => {
    const { customerId } = lab
    const { code } = await lab.call('customers.cards', { customerId, what: 'issue', code: '' })
    expect(code).toMatch(/^29\d{11}$/)
    expect(await lab.call('customers.search', { query: code })).toMatchObject([{ id: customerId }])
    const taken = { customerId: await other(lab), what: 'issue', code }
    expect(await lab.refused('customers.cards', taken)).toMatchObject({ code: 'card.taken' })
    await lab.call('customers.cards', { customerId, what: 'end', code })
    expect(await lab.call('customers.search', { query: code })).toEqual([])
  },
  'customers.notes': async (lab: CustomerScene) => {
    const { customerId } = lab
    await lab.call('customers.notes', { customerId, add: '창가를 좋아하심', remove: null })
    const { items } = await lab.call('customers.timeline', { customerId, before: null, kinds: ['note'] })
    expect(items).toMatchObject([{ text: '창가를 좋아하심' }])
    await lab.call('customers.notes', { customerId, add: null, remove: items[0]?.id ?? 0 })
  },
  'customers.fields': async (lab: CustomerScene) => {
    expect(await lab.call('customers.fields', {})).toEqual([])
  },
  'customers.saveField': async (lab: CustomerScene) => {
    const { customerId } = lab
    const field = { name: '얼음', kind: 'choice', choices: ['적게', '많이'], atCounter: true } as const
    const saved = { ...field, choices: [...field.choices], id: null, putAway: false, position: 0 }
    const { id: fieldId } = await lab.call('customers.saveField', saved)
    expect(await lab.refused('customers.saveField', saved)).toMatchObject({ code: 'field.name-taken' })
    const set = (value: string) => ({ customerId, change: { fields: [{ fieldId, value }] } })
    await lab.call('customers.change', set('적게'))
    expect(await lab.refused('customers.change', set('없음'))).toMatchObject({ code: 'field.misfit' })
    const less = { ...saved, id: fieldId, choices: ['많이'] }
    expect(await lab.refused('customers.saveField', less)).toMatchObject({ code: 'field.choice-used' })
    expect(await lab.call('customers.card', { customerId })).toMatchObject({
      fields: [{ name: '얼음', value: '적게' }],
    })
  },
  'customers.tags': async (lab: CustomerScene) => {
    await lab.call('customers.change', { customerId: lab.customerId, change: { tags: ['VIP'] } })
    expect(await lab.call('customers.tags', {})).toMatchObject([{ name: 'VIP', people: 1 }])
  },
  'customers.saveTag': async (lab: CustomerScene) => {
    const { customerId } = lab
    await lab.call('customers.change', { customerId, change: { tags: ['단골', '오랜 단골'] } })
    const [one, two] = await lab.call('customers.tags', {})
    await lab.call('customers.saveTag', { id: one?.id ?? 0, name: two?.name ?? '' })
    expect(await lab.call('customers.tags', {})).toMatchObject([{ name: '오랜 단골', people: 1 }])
    await lab.call('customers.saveTag', { id: two?.id ?? 0, name: null })
    expect((await page(lab)).tags).toEqual([])
  },
  'customers.household': async (lab: CustomerScene) => {
    const { customerId } = lab
    const withCustomerId = await other(lab)
    const what = (asked: object) => ({ customerId, what: asked })
    await lab.call('customers.household', {
      customerId,
      what: { is: 'join', withCustomerId, kind: 'family' },
    })
    await lab.call('customers.household', { customerId, what: { is: 'agree', agreed: true, how: 'paper' } })
    expect((await page(lab)).household?.members).toMatchObject([
      { agreedAt: expect.any(Number) },
      { agreedAt: null },
    ])
    expect((await lab.call('customers.consents', { customerId }))[0]).toMatchObject({
      kind: 'sharing',
      given: true,
      how: 'paper',
    })
    await lab.call('customers.household', { customerId, what: { is: 'leave' } })
    expect(await lab.refused('customers.household', what({ is: 'leave' }))).toMatchObject({
      code: 'household.none',
    })
  },
  'customers.consents': async (lab: CustomerScene) => {
    const all = await lab.call('customers.consents', { customerId: lab.customerId })
    expect(all.map(({ kind }) => kind).sort()).toEqual(['marketing', 'required'])
    expect(all[0]?.text).toContain('시험가게')
  },
  'customers.consent': async (lab: CustomerScene) => {
    const { customerId } = lab
    await lab.call('customers.consent', { customerId, kind: 'marketing', given: false, how: 'phone' })
    expect(await lab.call('customers.card', { customerId })).toMatchObject({ marketingConsent: false })
    const leaving = { customerId, kind: 'required', given: false, how: 'phone' }
    expect(await lab.refused('customers.consent', leaving)).toMatchObject({ code: 'consent.leaving' })
  },
  'customers.wordings': async (lab: CustomerScene) => {
    expect((await lab.call('customers.wordings', {})).map(({ kind }) => kind)).toEqual([
      'required',
      'marketing',
      'night',
      'details',
      'sensitive',
      'sharing',
    ])
  },
  'customers.moveReceipt': async (lab: CustomerScene) => {
    const { receiptId } = lab
    const customerId = await other(lab)
    await lab.call('customers.moveReceipt', { receiptId, customerId })
    expect(await lab.call('customers.card', { customerId })).toMatchObject({ visits: 1 })
    expect(await page(lab)).toMatchObject({ visits: 0, points: 0 })
    await lab.call('customers.moveReceipt', { receiptId, customerId: null })
    expect(await lab.call('customers.card', { customerId })).toMatchObject({ visits: 0, points: 0 })
  },
  'customers.duplicates': async (lab: CustomerScene) => {
    const id = await other(lab)
    expect(await lab.call('customers.duplicates', {})).toMatchObject({
      pairs: [{ keep: { id: lab.customerId }, other: { id }, because: ['last-digits', 'name'] }],
      count: 1,
      people: 2,
    })
  },
  'customers.notSame': async (lab: CustomerScene) => {
    await lab.call('customers.notSame', { oneId: await other(lab), otherId: lab.customerId })
    expect(await lab.call('customers.duplicates', {})).toMatchObject({ pairs: [], count: 0 })
  },
  'customers.merge': async (lab: CustomerScene) => {
    const { customerId } = lab
    const goneId = await other(lab)
    await lab.call('customers.merge', { customerId, goneId })
    expect(await page(lab)).toMatchObject({
      morePhones: [{ phone: '016-000-5678' }],
      merges: [{ name: '김영희' }],
    })
    expect(await lab.refused('customers.card', { customerId: goneId })).toMatchObject({
      code: 'customer.not-found',
    })
    expect(await lab.refused('customers.merge', { customerId, goneId: customerId })).toMatchObject({
      code: 'customer.same',
    })
  },
  'customers.unmerge': async (lab: CustomerScene) => {
    const { customerId: goneId } = lab
    const customerId = await other(lab)
    const before = await page(lab)
    const { mergeId } = await lab.call('customers.merge', { customerId, goneId })
    expect(await lab.call('customers.card', { customerId })).toMatchObject({ visits: 1 })
    expect(await lab.call('customers.unmerge', { mergeId })).toEqual({ customerId: goneId })
    expect(await page(lab)).toEqual(before)
    expect(await lab.refused('customers.unmerge', { mergeId })).toMatchObject({
      code: 'customer.merge-not-found',
    })
  },
  'customers.withdraw': async (lab: CustomerScene) => {
    const { customerId } = lab
    await lab.call('customers.withdraw', { customerId })
    expect(await page(lab)).toMatchObject({ phone: null, visits: 1, points: 0, leftAt: expect.any(Number) })
    expect(await lab.call('customers.search', { query: '김영희' })).toEqual([])
    await lab.call('customers.consent', { customerId, kind: 'required', given: true, how: 'counter' })
    expect(await lab.call('customers.search', { query: '김영희' })).toHaveLength(1)
  },
  'customers.destroy': async (lab: CustomerScene) => {
    const { customerId } = lab
    await lab.call('customers.destroy', { customerId })
    expect(await lab.refused('customers.page', { customerId })).toMatchObject({ code: 'customer.not-found' })
    expect(await lab.call('receipts.recent', { limit: 5 })).toMatchObject([{ customer: null }])
  },
  'customers.destructions': async (lab: CustomerScene) => {
    expect(await lab.call('customers.destructions', {})).toMatchObject({ destroyed: 0, waiting: 0 })
  },
  'customers.wipe': async (lab: CustomerScene) => {
    await lab.call('customers.destroy', { customerId: lab.customerId })
    expect(await lab.call('customers.wipe', {})).toEqual({ waiting: 0 })
    expect(await lab.call('customers.destructions', {})).toMatchObject({ destroyed: 1, waiting: 0 })
    expect(await lab.call('receipts.recent', { limit: 5 })).toHaveLength(1)
  },
}

const unasked = ['night', 'details', 'sensitive', 'sharing'].map((kind) => ({ kind, given: null, at: null }))

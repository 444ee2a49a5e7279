import { expect } from 'vitest'
import type { BackendLab } from '../helpers/backend-lab.ts'

type Lab = BackendLab & { readonly customerId: number }

const everybody = { filter: {}, exceptKeys: [] }
/** Of the latest receipt: just after midnight that is yesterday. */
const lastDay = async (lab: Lab): Promise<string> =>
  (await lab.call('receipts.recent', { limit: 1 }))[0]?.businessDate ?? ''

/** A good call of each method of labels and lists. */
export const labelScenes = {
  'labels.people': async (lab: Lab) => {
    const asked = { what: 'cards' as const, selection: everybody, reason: '새 회원카드' }
    const cards = await lab.call('labels.people', asked)
    expect(cards).toMatchObject({ people: 1, without: 0, rows: [{ name: '김영희' }] })
    expect(cards.rows[0]?.code).toMatch(/^29\d{11}$/)
    // The card that was made is theirs, and is printed again as it is.
    const page = await lab.call('customers.page', { customerId: lab.customerId })
    expect(page.cards.map(({ code }) => code)).toEqual([cards.rows[0]?.code])
    expect(await lab.call('labels.people', asked)).toEqual(cards)
    const letters = await lab.call('labels.people', { ...asked, what: 'addresses' })
    expect(letters).toEqual({ rows: [], people: 1, without: 1 })
  },
  'labels.person': async (lab: Lab) => {
    await lab.call('customers.change', {
      customerId: lab.customerId,
      change: { address: '서울 마포구 망원로 7' },
    })
    const { rows } = await lab.call('labels.person', { what: 'addresses', customerId: lab.customerId })
    expect(rows).toEqual([
      { customerId: lab.customerId, name: '김영희', address: '서울 마포구 망원로 7', code: '' },
    ])
    expect(await lab.refused('labels.person', { what: 'cards', customerId: 999 })).toMatchObject({
      code: 'customer.not-found',
    })
  },
  'labels.day': async (lab: Lab) => {
    const list = await lab.call('labels.day', { date: await lastDay(lab) })
    expect(list).toMatchObject({ people: 1, toCall: [], toCallLeft: 0 })
    expect(list.visitors).toMatchObject([
      { name: '김영희', maskedPhone: '****-5678', visits: 1, isNew: true },
    ])
    expect(list.visitors[0]?.net).toBeGreaterThan(0)
  },
  'labels.dayWhole': async (lab: Lab) => {
    const { visitors } = await lab.call('labels.dayWhole', { date: await lastDay(lab), reason: '감사 전화' })
    expect(visitors.map(({ maskedPhone }) => maskedPhone)).toEqual(['010-0000-5678'])
  },
  'labels.sheets': async (lab: Lab) => {
    expect(await lab.call('labels.sheets', {})).toEqual([])
  },
  'labels.saveSheet': async (lab: Lab) => {
    const sheet = { stock: 'ls3107' as const, next: 5, shiftX: 12, shiftY: -3 }
    await lab.call('labels.saveSheet', { ...sheet, next: 2 })
    await lab.call('labels.saveSheet', sheet)
    expect(await lab.call('labels.sheets', {})).toEqual([sheet])
  },
  // A backend without a window has nothing to print.
  'labels.print': async (lab: Lab) => {
    expect(await lab.refused('labels.print', {})).toMatchObject({ code: 'labels.cannot-print' })
  },
}

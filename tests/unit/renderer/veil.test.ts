import { describe, expect, it } from 'vitest'
import { createVeil } from '../../../renderer/api/veil.ts'

const veil = () => createVeil((number) => `손님 ${number}`)

describe('the veil over names', () => {
  it('calls the same person by the same number on every page', () => {
    const one = veil()
    const search = [
      { id: 7, name: '김영희', maskedPhone: '****-5678', visits: 3 },
      { id: 9, name: '박서준', maskedPhone: null, visits: 1 },
    ]
    expect(one.cover('customers.search', { query: 'ㄱ' }, search)).toEqual([
      { id: 7, name: '손님 1', maskedPhone: '•••', visits: 3 },
      { id: 9, name: '손님 2', maskedPhone: null, visits: 1 },
    ])
    expect(
      one.cover('analytics.evening', {}, { visitors: [{ customerId: 9, name: '박서준', net: 5 }] }),
    ).toEqual({
      visitors: [{ customerId: 9, name: '손님 2', net: 5 }],
    })
    expect(one.cover('receipts.recent', {}, [{ id: 1, customer: { id: 7, maskedName: '김○희' } }])).toEqual([
      { id: 1, customer: { id: 7, maskedName: '손님 1' } },
    ])
  })

  it('says nothing of what they said, and leaves shop, staff and products alone', () => {
    const one = veil()
    const card = {
      id: 7,
      name: '김영희',
      maskedPhone: '1',
      memo: '창가',
      allergies: '딸기',
      usual: [{ name: '라떼', times: 3 }],
    }
    expect(one.cover('customers.card', { customerId: 7 }, card)).toEqual({
      id: 7,
      name: '손님 1',
      maskedPhone: '•••',
      memo: '',
      allergies: '',
      usual: [{ name: '라떼', times: 3 }],
    })
    const shop = { name: '달빛정류장', phone: '02-000-0000', address: '어딘가' }
    expect(one.cover('shop.get', {}, shop)).toEqual(shop)
    const items = [{ id: 3, name: '라떼', net: 100 }]
    expect(one.cover('analytics.ranking', {}, { items })).toEqual({ items })
  })

  it('leaves nothing on the page of one customer by which they are known', () => {
    const page = {
      id: 7,
      name: '김영희',
      phone: '010-0000-5678',
      joinedOn: '2026-01-02',
      morePhones: [{ phone: '010-0000-0001', label: '집' }],
      merges: [{ id: 8, name: '김영히', at: 1 }],
      cards: [{ code: 'A1' }],
      birthday: { month: 3, day: 1 },
      household: { id: 1, name: '영희네', members: [{ customerId: 7, name: '김영희', maskedPhone: null }] },
      timeline: [
        { key: 'n1', kind: 'note', text: '창가 자리' },
        { key: 's1', kind: 'sale', text: '라떼' },
      ],
    }
    expect(JSON.stringify(veil().cover('customers.page', { customerId: 7 }, page))).not.toMatch(
      /영희|영히|0000|집|A1|창가|"day":/,
    )
    expect(JSON.stringify(veil().cover('customers.page', { customerId: 7 }, page))).toMatch(/라떼/)
  })

  it('covers the cells of a sheet by their columns', () => {
    const output = { rows: [{ key: '7', cells: ['김영희', '010-0000-5678', 12, null] }], total: 1, list: 1 }
    expect(
      veil().cover(
        'sheets.rows',
        { sheet: 'customers', columns: ['name', 'phone', 'visits', 'memo'] },
        output,
      ),
    ).toEqual({ rows: [{ key: '7', cells: ['손님 1', '•••', 12, null] }], total: 1, list: 1 })
    const lines = { rows: [{ key: '1:0', cells: ['라떼', '김영희'] }], total: 1, list: 1 }
    expect(veil().cover('sheets.rows', { sheet: 'lines', columns: ['item', 'customer'] }, lines)).toEqual({
      rows: [{ key: '1:0', cells: ['라떼', '손님 1'] }],
      total: 1,
      list: 1,
    })
    const products = { rows: [{ key: '1', cells: ['라떼'] }], total: 1, list: 1 }
    expect(veil().cover('sheets.rows', { sheet: 'products', columns: ['name'] }, products)).toEqual(products)
  })
})

import { expect } from 'vitest'
import { addDays, businessDate } from '#shared/dates.ts'
import type { BackendLab } from '../helpers/backend-lab.ts'

/** Lists show what was sold of late. */
const daysAgo = (days: number): string => addDays(businessDate(Date.now()), -days)

/** Products come with sales: a list of past ones is the quickest way to some of known names. */
const sales = [
  '거래일자,주문번호,상품명,수량,단가,금액',
  `${daysAgo(50)},1,아메리카노(ICE),1,4500,4500`,
  `${daysAgo(49)},2,아이스 아메리카노,2,4500,9000`,
  `${daysAgo(48)},3,소금빵,1,3000,3000`,
].join('\n')

const stocked = async (lab: BackendLab) => {
  const bytes = Buffer.from(sales)
  const until = async (step: string): Promise<void> => {
    await expect
      .poll(async () => (await lab.call('moving.state', {})).step, { interval: 10, timeout: 50_000 })
      .toBe(step)
  }
  await lab.call('moving.begin', { name: 'sales.csv', size: bytes.length })
  await lab.call('moving.part', { base64: bytes.toString('base64') })
  await until('mapping')
  const { look } = await lab.call('moving.state', {})
  await lab.call('moving.check', { columns: look?.columns ?? [], existing: 'skip' })
  await until('checked')
  await lab.call('moving.run', { agreed: true })
  await until('done')
  const all = await lab.call('products.list', { query: '', categoryId: null })
  const idOf = (name: string): number => all.find((row) => row.name === name)?.id ?? 0
  return { one: idOf('아메리카노(ICE)'), other: idOf('아이스 아메리카노'), bread: idOf('소금빵') }
}
const named = (lab: BackendLab, query: string) => lab.call('products.list', { query, categoryId: null })

export const productScenes = {
  'products.list': async (lab: BackendLab) => {
    const { bread } = await stocked(lab)
    expect(await named(lab, '소금')).toEqual([
      { id: bread, name: '소금빵', categoryId: null, spellings: 1, quantity: 1, net: 3_000 },
    ])
  },
  'products.get': async (lab: BackendLab) => {
    const { one } = await stocked(lab)
    expect(await lab.call('products.get', { id: one })).toMatchObject({
      parts: [{ id: one, printed: ['아메리카노(ICE)'], lines: 1 }],
      prices: [{ price: 4_500 }],
    })
    expect(await lab.refused('products.get', { id: 9_999 })).toMatchObject({ code: 'product.not-found' })
  },
  'products.proposals': async (lab: BackendLab) => {
    const { one, other } = await stocked(lab)
    const { pairs, categories } = await lab.call('products.proposals', {})
    const ours = pairs.find((pair) => new Set([pair.one.id, pair.other.id, one, other]).size === 2)
    expect(ours?.score).toBe(1)
    expect(categories.map(({ name }) => name)).toEqual(expect.arrayContaining(['커피', '빵']))
  },
  'products.join': async (lab: BackendLab) => {
    const { one, other } = await stocked(lab)
    const { changeId } = await lab.call('products.join', { into: one, from: [other] })
    expect(changeId).not.toBeNull()
    expect(await named(lab, '아메리카노(ICE)')).toMatchObject([
      { id: one, spellings: 2, quantity: 3, net: 13_500 },
    ])
    expect(await lab.call('products.join', { into: one, from: [other] })).toEqual({ changeId: null })
  },
  'products.split': async (lab: BackendLab) => {
    const { one, other } = await stocked(lab)
    await lab.call('products.join', { into: one, from: [other] })
    await lab.call('products.split', { id: one })
    expect(await named(lab, '아메리카노(ICE)')).toMatchObject([{ id: one, quantity: 1, net: 4_500 }])
  },
  'products.undo': async (lab: BackendLab) => {
    const { one, other } = await stocked(lab)
    const { changeId } = await lab.call('products.join', { into: one, from: [other] })
    await lab.call('products.undo', { changeId: changeId ?? 0 })
    expect(await named(lab, '아이스 아메리카노')).toMatchObject([{ id: other, quantity: 2 }])
    expect(await lab.refused('products.undo', { changeId: changeId ?? 0 })).toMatchObject({
      code: 'product.changed-since',
    })
  },
  'products.apart': async (lab: BackendLab) => {
    const { one, other } = await stocked(lab)
    await lab.call('products.apart', { oneId: other, otherId: one })
    const { pairs } = await lab.call('products.proposals', {})
    expect(pairs.flatMap((pair) => [pair.one.id, pair.other.id])).not.toContain(one)
  },
  'products.rename': async (lab: BackendLab) => {
    const { bread } = await stocked(lab)
    await lab.call('products.rename', { id: bread, name: '소금 빵' })
    expect(await named(lab, '소금 빵')).toMatchObject([{ id: bread }])
  },
  'products.categories': async (lab: BackendLab) => {
    expect(await lab.call('products.categories', {})).toEqual([])
  },
  'products.saveCategory': async (lab: BackendLab) => {
    const { id } = await lab.call('products.saveCategory', { id: null, name: '커피' })
    await lab.call('products.saveCategory', { id, name: '따뜻한 것' })
    expect(await lab.call('products.categories', {})).toEqual([{ id, name: '따뜻한 것', products: 0 }])
    const taken = await lab.refused('products.saveCategory', { id: null, name: '따뜻한 것' })
    expect(taken.code).toBe('product.category-taken')
  },
  'products.removeCategory': async (lab: BackendLab) => {
    const { id } = await lab.call('products.saveCategory', { id: null, name: '커피' })
    await lab.call('products.removeCategory', { id })
    expect(await lab.refused('products.removeCategory', { id })).toMatchObject({
      code: 'product.category-not-found',
    })
  },
  'products.categorise': async (lab: BackendLab) => {
    const { one, other } = await stocked(lab)
    await lab.call('products.join', { into: one, from: [other] })
    await lab.call('products.categorise', { ids: [other], category: { name: '커피' } })
    const [coffee] = await lab.call('products.categories', {})
    expect(coffee).toMatchObject({ name: '커피', products: 1 })
    expect(await lab.call('products.list', { query: '', categoryId: coffee?.id ?? 0 })).toMatchObject([
      { id: one },
    ])
    await lab.call('products.categorise', { ids: [one], category: null })
    expect(await lab.call('products.categories', {})).toMatchObject([{ products: 0 }])
  },
}

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joined, split } from '#backend/products/joining.ts'
import { likeness, partsOf, propose } from '#backend/products/likeness.ts'
import { priceSteps } from '#backend/products/prices.ts'
import { bySureness, categoryOf, pairsFrom, takenApart } from '#backend/products/proposals.ts'

const like = (one: string, other: string): number => likeness(partsOf(one), partsOf(other))

it('a name that every object has a member of is a name like any other', () => {
  for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty x'])
    expect(partsOf(name).core).toBe(name.toLowerCase().replaceAll(/[^a-z]/g, ''))
})

describe('two names mean one product', () => {
  it.each([
    ['아메리카노(ICE)', '아이스 아메리카노'],
    ['아이스아메리카노', 'ICE 아메리카노'],
    ['(I)아메리카노', '아메리카노 아이스'],
    ['아아', '아메리카노 (ICE)'],
    ['따뜻한 카페라떼', '카페라떼 HOT'],
    ['바닐라 라떼 L', '바닐라라떼(라지)'],
    ['[테이크아웃]아이스 바닐라라떼', 'ICE 바닐라 라떼 포장'],
    ['Cafe Latte', 'LATTE CAFE'],
  ])('for certain: %s and %s', (one, other) => {
    expect(like(one, other)).toBe(1)
    expect(like(other, one)).toBe(1)
  })
  it.each([
    ['크로와상', '크루아상'],
    ['딸기쥬스', '딸기주스'],
    ['치즈케익', '치즈케이크'],
    ['아메리카노', '아메리카노(HOT)'],
    ['초코머핀', '쵸코머핀'],
    ['바닐라라떼', '바닐라라테'],
  ])('perhaps: %s and %s', (one, other) => {
    expect(like(one, other)).toBeGreaterThanOrEqual(propose)
    expect(like(one, other)).toBeLessThan(1)
  })
  it.each([
    ['아메리카노(ICE)', '아메리카노(HOT)'],
    ['아메리카노', '아이스 아메리카노'],
    ['라떼 S', '라떼 L'],
    ['아메리카노', '디카페인 아메리카노'],
    ['케이크 1호', '케이크 2호'],
    ['소금빵', '소보로빵'],
    ['녹차라떼', '홍차라떼'],
    ['자몽에이드', '레몬에이드'],
    ['아이스크림', '크림'],
    ['콜드브루', '콜드브루 라떼'],
    ['도라지차', '도차'],
    ['블루베리 에이드', '블루베리 케이크'],
    ['흑임자모카', '흑임자쿠키'],
  ])('never: %s and %s', (one, other) => {
    expect(like(one, other)).toBeLessThan(propose)
  })
  it('is the same both ways round, whatever the names', () => {
    const names = fc.array(
      fc.constantFrom('아이스 ', 'ICE', '(', ')', '라떼', '카페', 'L', ' ', '1', '크림', 'hot '),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(names, names, (one, other) => {
        const [a, b] = [one.join(''), other.join('')]
        expect(like(a, b)).toBe(like(b, a))
        expect(like(a, a)).toBe(1)
      }),
    )
  })
})

it('pairs are proposed the surest first, but not where somebody said no', () => {
  const products = ['아메리카노(ICE)', '크로와상', '아이스 아메리카노', '크루아상', '라떼'].map(
    (name, index) => ({ id: index + 1, name }),
  )
  const pairs = (apart: (one: number) => boolean) =>
    bySureness(products.flatMap((_, index) => pairsFrom(takenApart(products), index, apart)))
  expect(pairs(() => false).map(({ oneId, otherId }) => [oneId, otherId])).toEqual([
    [1, 3],
    [2, 4],
  ])
  expect(pairs((one) => one === 1)).toHaveLength(1)
})

it('categories are known by the words of a name', () => {
  const known = [
    '아이스 아메리카노',
    '딸기 에이드',
    '소금빵',
    '치즈케이크',
    '여성 커트',
    '김치찌개',
    '알 수 없음',
  ].map(categoryOf)
  expect(known).toEqual(['커피', '음료', '빵', '디저트', '시술', '식사', null])
})

it('prices are told by when they changed', () => {
  const sold = [
    { period: 202_609, quantity: 10_000, net: 45_000 },
    { period: 202_610, quantity: 2_000, net: 9_000 },
    { period: 202_611, quantity: 0, net: 0 },
    { period: 202_612, quantity: 3_000, net: 15_000 },
  ]
  expect(priceSteps(sold)).toEqual([
    { from: 202_609, to: 202_610, price: 4_500 },
    { from: 202_612, to: 202_612, price: 5_000 },
  ])
})

it('joining and splitting never leave a product that is shown as one that is not there', () => {
  const step = fc.oneof(
    fc.record({
      do: fc.constant('join' as const),
      into: fc.integer({ min: 1, max: 6 }),
      from: fc.integer({ min: 1, max: 6 }),
    }),
    fc.record({ do: fc.constant('split' as const), id: fc.integer({ min: 1, max: 6 }) }),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const all = [1, 2, 3, 4, 5, 6].map((id) => ({ id, stands_for: id }))
      for (const one of steps) {
        const shownAs = (id: number) => all.find((product) => product.id === id)?.stands_for
        const group = (id: number) => all.filter((product) => product.stands_for === shownAs(id))
        const moves =
          one.do === 'join'
            ? joined([...group(one.into), ...group(one.from)], one.into, [one.from])
            : split(group(one.id), one.id)
        for (const move of moves) {
          const product = all.find(({ id }) => id === move.id)
          expect(product?.stands_for).toBe(move.before)
          if (product !== undefined) product.stands_for = move.after
        }
        const as = one.do === 'join' ? shownAs(one.from) === shownAs(one.into) : group(one.id).length === 1
        expect({ one, as }).toEqual({ one, as: true })
        for (const { stands_for: head } of all) expect(shownAs(head)).toBe(head)
      }
    }),
  )
})

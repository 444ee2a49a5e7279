import { expect, test } from 'vitest'
import { createRandom } from '#backend/devices/simulated/random.ts'
import { businessDate } from '#shared/dates.ts'
import { generateReceipts, lastDay } from '../../bench/shop/generate.ts'
import { person } from '../../bench/shop/people.ts'
import { shopPlan } from '../../bench/shop/plan.ts'

test('ten years are 1.1 million receipts with 2.6 million lines and 50,000 customers', () => {
  expect(shopPlan()).toEqual({ receipts: 1_100_000, lines: 2_600_000, customers: 50_000, days: 3650 })
  expect(shopPlan(110_000)).toEqual({ receipts: 110_000, lines: 260_000, customers: 5000, days: 365 })
  expect(shopPlan(1).receipts).toBe(11)
})

const plan = shopPlan(3300)
const made = [...generateReceipts(plan)]

test('a shop has as many receipts and lines as planned, each day its share, the last one on the last day', () => {
  expect(made).toHaveLength(plan.receipts)
  expect(made.reduce((sum, { lines }) => sum + lines.length, 0)).toBe(plan.lines)
  expect(new Set(made.map(({ date }) => date)).size).toBe(plan.days)
  expect(made.at(-1)?.date).toBe(lastDay)
  expect(made.every(({ at, date }) => businessDate(at) === date)).toBe(true)
})

test('the same plan gives the same shop', () => {
  expect([...generateReceipts(plan)]).toEqual(made)
})

test('the sums of every receipt come together', () => {
  for (const { lines, discount, total, supply, vat } of made) {
    expect(lines.reduce((sum, { amount }) => sum + amount, 0) - discount).toBe(total)
    expect(lines.every(({ product, quantity, amount }) => product.price * quantity === amount)).toBe(true)
    expect(supply + vat).toBe(total)
    expect(total).toBeGreaterThan(0)
  }
})

test('receipts are in order, none in the moment of another', () => {
  expect(made.every(({ at }, index) => index === 0 || at > (made[index - 1]?.at ?? 0))).toBe(true)
})

test('two in three belong to a regular, and only to those there are', () => {
  const owned = made.filter(({ customer }) => customer !== null)
  expect(owned.length / made.length).toBeGreaterThan(0.6)
  expect(owned.length / made.length).toBeLessThan(0.72)
  expect(owned.every(({ customer }) => Number(customer) < plan.customers)).toBe(true)
})

test('fifty thousand people have fifty thousand numbers that are given to nobody', () => {
  const random = createRandom(1)
  const people = Array.from({ length: 50_000 }, (_, index) => person(random, index))
  expect(new Set(people.map(({ phone }) => phone)).size).toBe(people.length)
  expect(people.every(({ phone }) => /^0100\d{7}$/.test(phone))).toBe(true)
})

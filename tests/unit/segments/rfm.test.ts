import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultSettings } from '#backend/segments/default-settings.ts'
import { boxOf, quantile, quantileLimits, type RfmFigures, scoresOf } from '#backend/segments/rfm.ts'

const orders = join(import.meta.dirname, '../../../../shared/data/rfm/orders.csv')
const asOf = '2006-12-31'

const near = (given: readonly number[]) => given.map((value) => Number(value.toFixed(6)))

const published = [
  [21, 35, 316, 31_646],
  [22, 342, 2_211, 204_856],
  [23, 170, 799, 76_562],
  [24, 9, 28, 4_249],
  [25, 104, 329, 28_837],
  [26, 47, 274, 32_446],
  [27, 28, 216, 22_227],
  [28, 10, 57, 4_562],
  [29, 102, 283, 23_449],
  [30, 148, 393, 35_324],
]

const readOrders = (): RfmFigures[] => {
  const people = new Map<string, { lastVisit: string; visits: number; spend: number }>()
  for (const row of readFileSync(orders, 'utf8').trim().split('\n').slice(1)) {
    const [customer = '', date = '', revenue = ''] = row.trim().split(',')
    const one = people.get(customer) ?? { lastVisit: date, visits: 0, spend: 0 }
    one.visits += 1
    one.spend += Number(revenue)
    if (date > one.lastVisit) one.lastVisit = date
    people.set(customer, one)
  }
  return [...people.values()]
}

describe('RFM', () => {
  // The published orders lie beside the checkout, not in it: skipped where they are not there.
  it.skipIf(!existsSync(orders))('reproduces the published table to the last customer', () => {
    const people = readOrders()
    expect(people).toHaveLength(995)
    const limits = quantileLimits(people, asOf)
    expect(near(limits.recency)).toEqual([115, 181, 297.4, 482])
    expect(near(limits.frequency)).toEqual([4, 5, 6, 8])
    expect(near(limits.money)).toEqual([255.8, 382, 506.4, 666])
    const sums = new Map<number, [number, number, number]>()
    for (const one of people) {
      const box = boxOf(scoresOf(one, asOf, limits), defaultSettings.boxes)
      const sum = sums.get(box?.id ?? 0) ?? [0, 0, 0]
      sums.set(box?.id ?? 0, [sum[0] + 1, sum[1] + one.visits, sum[2] + one.spend])
    }
    expect([...sums].sort(([a], [b]) => a - b).map(([id, sum]) => [id, ...sum])).toEqual(published)
  })

  it('gives every score its place, recency the other way round', () => {
    const limits = { recency: [10, 20, 30, 40], frequency: [2, 3, 4, 5], money: [100, 200, 300, 400] }
    const scored = (lastVisit: string, visits: number, spend: number) =>
      Object.values(scoresOf({ lastVisit, visits, spend }, '2026-11-22', limits)).join('')
    expect(scored('2026-11-22', 1, 99)).toBe('511')
    expect(scored('2026-11-12', 2, 100)).toBe('422')
    expect(scored('2026-10-01', 9, 9_999)).toBe('155')
  })

  it('takes quantiles between the values around them, whatever those are', () => {
    expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5)
    expect(quantile([7], 0.8)).toBe(7)
    fc.assert(
      fc.property(
        fc.array(fc.integer(), { minLength: 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (given, share) => {
          const sorted = [...given].sort((a, b) => a - b)
          const found = quantile(sorted, share)
          expect(found).toBeGreaterThanOrEqual(sorted[0] ?? 0)
          expect(found).toBeLessThanOrEqual(sorted.at(-1) ?? 0)
        },
      ),
    )
  })

  it('has limits for a shop without anybody', () => {
    expect(quantileLimits([], asOf).money).toEqual([1, 1, 1, 1])
  })
})

import { existsSync } from 'node:fs'
import { expect } from 'vitest'
import { businessDate } from '#shared/dates.ts'
import type { BackendLab } from '../helpers/backend-lab.ts'
import { until } from '../helpers/devices/until.ts'

/** A shop with one receipt of today, a customer's. */
interface AnalyticsScene extends BackendLab {
  readonly receiptId: number
  readonly customerId: number
}

const today = businessDate(Date.now())
const range = { from: `${today.slice(0, 7)}-01`, to: businessDate(Date.now()) }

export const analyticsScenes = {
  'analytics.sales': async (lab: AnalyticsScene) => {
    const { points } = await lab.call('analytics.sales', { range, compare: range, step: 'day' })
    expect(points.reduce((sum, point) => sum + point.sales, 0)).toBe(1)
    for (const bad of [
      { from: '2026-02-30', to: '2026-03-01' },
      { from: '2026-13-01', to: '2026-13-02' },
      { from: '2026-03-02', to: '2026-03-01' },
      { from: '0001-01-01', to: '9999-12-31' },
    ])
      expect(await lab.refused('analytics.sales', { range: bad, compare: null, step: 'day' })).toMatchObject({
        code: 'call.bad-input',
      })
    const empty = await lab.call('analytics.sales', {
      range: { from: '1971-01-01', to: '1971-12-31' },
      compare: null,
      step: 'year',
    })
    expect(empty.points).toMatchObject([{ sales: 0, average: null }])
  },
  'analytics.heat': async (lab: AnalyticsScene) => {
    const { cells } = await lab.call('analytics.heat', { range, rows: 'weekday', columns: 'hour' })
    expect(cells).toHaveLength(1)
  },
  'analytics.productHours': async (lab: AnalyticsScene) => {
    const { products } = await lab.call('analytics.productHours', { range, products: 20 })
    expect(products.length).toBeGreaterThan(0)
  },
  'analytics.ranking': async (lab: AnalyticsScene) => {
    const { items, many } = await lab.call('analytics.ranking', { range, compare: null, by: 'product' })
    expect(items).toHaveLength(many)
    const categories = await lab.call('analytics.ranking', { range, compare: range, by: 'category' })
    expect(categories.items[0]?.before?.net).toBe(categories.items[0]?.net)
  },
  'analytics.guests': async (lab: AnalyticsScene) => {
    const { points } = await lab.call('analytics.guests', { range, step: 'month' })
    expect(points).toMatchObject([{ sales: 1, guestSales: 1, visits: 1, newcomers: 1 }])
  },
  'analytics.intervals': async (lab: AnalyticsScene) => {
    expect(await lab.call('analytics.intervals', { range })).toMatchObject({ median: null, visits: 0 })
  },
  'analytics.cohorts': async (lab: AnalyticsScene) => {
    const { cohorts } = await lab.call('analytics.cohorts', { range })
    expect(cohorts).toEqual([{ month: range.from.slice(0, 7), guests: [1] }])
  },
  'analytics.top': async (lab: AnalyticsScene) => {
    expect(await lab.call('analytics.top', { range })).toMatchObject({ customers: 1 })
  },
  'analytics.behind': async (lab: AnalyticsScene) => {
    const month = range.from
    for (const of of [
      { kind: 'newcomers' as const, range },
      { kind: 'visitors' as const, range },
      { kind: 'top' as const, range, percent: 10 },
      { kind: 'cohort' as const, first: month, in: month },
    ]) {
      expect(await lab.call('analytics.behind', { of })).toEqual({ customerIds: [lab.customerId] })
    }
    for (const of of [
      { kind: 'returning' as const, range },
      { kind: 'interval' as const, range, from: 1, to: null },
    ]) {
      expect(await lab.call('analytics.behind', { of })).toEqual({ customerIds: [] })
    }
  },
  'analytics.receiptsBehind': async (lab: AnalyticsScene) => {
    expect(await lab.call('analytics.receiptsBehind', { range, guests: true })).toEqual({
      receiptIds: [lab.receiptId],
    })
    expect(await lab.call('analytics.receiptsBehind', { range, categoryId: null })).toEqual({
      receiptIds: [lab.receiptId],
    })
    expect(await lab.call('analytics.receiptsBehind', { range, productId: 9_999 })).toEqual({
      receiptIds: [],
    })
  },
  'analytics.evening': async (lab: AnalyticsScene) => {
    const evening = await lab.call('analytics.evening', { date: today })
    expect(evening).toMatchObject({ sales: 1, guestSales: 1, newcomers: 1, nameless: 0, review: 1 })
    expect(evening.visitors).toMatchObject([{ customerId: lab.customerId, visitNumber: 1, isNew: true }])
  },
  'analytics.span': async (lab: AnalyticsScene) => {
    expect(await lab.call('analytics.span', {})).toEqual({ from: today, to: today })
  },
  'analytics.state': async (lab: AnalyticsScene) => {
    expect(await lab.call('analytics.state', {})).toMatchObject({ counted: true, work: null })
  },
  'analytics.check': async (lab: AnalyticsScene) => {
    await lab.call('analytics.check', { rebuild: true })
    await until('the sums are checked', () =>
      lab.told('analytics.progress').some((state) => state.work === null && state.found === 0),
    )
  },
  'analytics.stop': async (lab: AnalyticsScene) => {
    await lab.call('analytics.check', { rebuild: false })
    await lab.call('analytics.stop', {})
    expect(await lab.call('analytics.state', {})).toMatchObject({ work: null, found: null })
  },
  'analytics.savePicture': async (lab: AnalyticsScene) => {
    const png = Buffer.from('picture').toString('base64')
    const { path } = await lab.call('analytics.savePicture', { name: '매출 2026-11', png })
    const second = await lab.call('analytics.savePicture', { name: '매출 2026-11', png })
    expect([path, second.path].map((one) => existsSync(one))).toEqual([true, true])
    expect(second.path).toMatch(/매출 2026-11 2\.png$/)
    expect(await lab.refused('analytics.savePicture', { name: '../매출', png })).toMatchObject({
      code: 'call.bad-input',
    })
  },
  'analytics.saveReport': async (lab: AnalyticsScene) => {
    expect(await lab.refused('analytics.saveReport', { name: '11월' })).toMatchObject({
      code: 'analytics.cannot-print',
    })
  },
}

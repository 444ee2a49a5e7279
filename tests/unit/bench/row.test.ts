import { expect, test } from 'vitest'
import { benchTable } from '../../bench/report.ts'
import { bare, measured } from '../../bench/row.ts'
import { percentile } from '../../bench/statistics.ts'

const slow = {
  name: 'lookup',
  conditions: '50,000 customers, encrypted, warm',
  value: 6.12345,
  unit: 'ms',
  peer: { name: 'one bare read', value: 0.5 },
  budget: { most: 5 },
} as const

test('a row as bench.json has it: conditions in the name, ratio of value to peer, nothing else', () => {
  expect(bare(measured(true, slow))).toStrictEqual({
    name: 'lookup (50,000 customers, encrypted, warm)',
    value: 6.123,
    unit: 'ms',
    peer: 'one bare read',
    peerValue: 0.5,
    ratio: 12.25,
    budget: 5,
    ok: false,
  })
})

test('a budget may be a least as well as a most', () => {
  const rate = { name: 'replay', conditions: '', unit: 'receipts/s', budget: { least: 2000 } }
  expect(measured(true, { ...rate, value: 1999 }).ok).toBe(false)
  expect(measured(true, { ...rate, value: 2000 }).ok).toBe(true)
  expect(measured(true, { ...slow, value: 5 }).ok).toBe(true)
})

test('a quick run has no budgets and misses none', () => {
  expect(measured(false, slow)).toMatchObject({ budget: null, ok: true })
})

test('a row without a peer or a budget is all right', () => {
  const row = measured(true, { name: 'unlock', conditions: 'keys', value: 41, unit: 'ms' })
  expect(bare(row)).toMatchObject({ peer: null, peerValue: null, ratio: null, budget: null, ok: true })
})

test('the table names what was missed', () => {
  const lines = benchTable([measured(true, slow), measured(true, { ...slow, value: 1 })])
  expect(lines[2]).toMatch(/MISSED +50,000 customers, encrypted, warm$/)
  expect(lines[3]).toMatch(/ ok +50,000/)
})

test('percentiles of what was measured', () => {
  const values = Array.from({ length: 100 }, (_, index) => 100 - index)
  expect(percentile(values, 0.5)).toBe(51)
  expect(percentile(values, 0.99)).toBe(100)
  expect(percentile([], 0.5)).toBeNaN()
})

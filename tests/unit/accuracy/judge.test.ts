import { describe, expect, test } from 'vitest'
import type { Reading } from '../../../electron/backend/receipts/reading/reading.ts'
import { type ExpectedDocument, item, paid } from '../../fixtures/receipts/fixture.ts'
import { wilson } from '../../helpers/interval.ts'
import { differences, isSureAndWrong } from '../../helpers/reading-judge.ts'

const reading: Reading = {
  kind: 'sale',
  profile: null,
  confidence: 0.97,
  copy: null,
  copyOf: null,
  reprint: false,
  store: '견본 상회',
  businessNumber: null,
  issuedAt: Date.parse('2026-03-12T14:22:31+09:00'),
  receiptNumber: '0045',
  originalReceipt: null,
  approvalNumber: null,
  items: [{ name: '종이컵 50P', unitPrice: 1200, quantity: 3, amount: 3600, options: [] }],
  discount: 0,
  supply: 3273,
  vat: 327,
  exempt: null,
  total: 3600,
  payments: [
    { method: 'card', amount: 3000 },
    { method: 'points', amount: 600 },
  ],
  lines: [],
  problems: [],
}
const expected: ExpectedDocument = {
  kind: 'sale',
  store: '견본상회',
  issuedAt: '2026-03-12T14:22:31+09:00',
  items: [item('종이컵50P', 3, 3600, 1200)],
  discount: 0,
  supply: 3273,
  vat: 327,
  total: 3600,
  payments: [paid('points', 600), paid('card', 3000)],
}

describe('the judge of readings', () => {
  test('takes blanks in names and the order of payments for nothing', () => {
    expect(differences(expected, reading)).toEqual([])
  })

  test.each<[string, Partial<Reading>]>([
    ['total', { total: 3601 }],
    ['discount', { discount: 10 }],
    ['kind', { kind: 'refund' }],
    ['issuedAt', { issuedAt: null }],
    ['items', { items: [] }],
    ['items', { items: reading.items.map((each) => ({ ...each, quantity: 1 })) }],
    ['items', { items: reading.items.map((each) => ({ ...each, name: '종이컵' })) }],
    ['payments', { payments: [{ method: 'card', amount: 3600 }] }],
    ['store', { store: null }],
  ])('sees a wrong %s', (key, change) => {
    expect(differences(expected, { ...reading, ...change })).toEqual([key])
  })

  test('a paper that was not read at all is missing', () => {
    expect(differences(expected, undefined)).toEqual(['missing'])
  })

  test('a wrong total is worst when it is sure of itself and would be counted', () => {
    expect(isSureAndWrong(expected, { ...reading, total: 1 })).toBe(true)
    expect(isSureAndWrong(expected, { ...reading, total: 1, confidence: 0.5 })).toBe(false)
    expect(isSureAndWrong(expected, { ...reading, total: 1, kind: 'unknown' })).toBe(false)
    expect(isSureAndWrong({ doubtful: true }, reading)).toBe(true)
  })

  test('the interval of a share narrows with the number seen', () => {
    expect(wilson(50, 100).low).toBeCloseTo(0.4038, 3)
    expect(wilson(50, 100).high).toBeCloseTo(0.5962, 3)
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 })
    expect(wilson(1000, 1000).low).toBeGreaterThan(0.99)
  })
})

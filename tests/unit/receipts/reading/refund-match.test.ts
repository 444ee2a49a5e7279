import { describe, expect, test } from 'vitest'
import type { Reading } from '#backend/receipts/reading/reading.ts'
import { chooseSale, matchRefund, type RefundCandidate } from '#backend/receipts/reading/refund-match.ts'
import { readText } from './plain-paper.ts'

const at = (text: string): number => Date.parse(`${text}+09:00`)

const refundOf = (original: string, items: string, total: string): Reading =>
  readText(
    `반품영수증\n견본옷가게\n2026-10-02 11:00:00\n${original}\n품명 수량 금액\n${items}\n합계 ${total}\n카드 ${total}`,
  )

const sale = (more: Partial<RefundCandidate> = {}): RefundCandidate => ({
  receiptNumber: '01-0012',
  approvalNumber: '30001111',
  businessNumber: null,
  issuedAt: at('2026-10-01T14:30:00'),
  total: 59_000,
  refunded: 0,
  items: [
    { name: '니트', quantity: 1, amount: 39_000 },
    { name: '양말', quantity: 2, amount: 20_000 },
  ],
  ...more,
})

const whole = '니트 1 39,000\n양말 2 20,000'

describe('refunds find their sale', () => {
  test.each([
    ['by its number', '원거래번호: 20261001-01-0012'],
    ['by its approval', '원거래승인번호 30001111'],
  ])('%s', (_, original) => {
    const match = matchRefund(refundOf(original, whole, '59,000'), sale())
    expect(match.whole).toBe(true)
    expect(match.score).toBeGreaterThanOrEqual(0.9)
  })

  test('a part of it', () => {
    const match = matchRefund(refundOf('원거래번호: 20261001-01-0012', '양말 1 10,000', '10,000'), sale())
    expect(match).toMatchObject({ whole: false })
    expect(match.score).toBeGreaterThanOrEqual(0.9)
  })

  test('never more than is left, never before the sale, never of another shop', () => {
    const refund = refundOf('원거래번호: 20261001-01-0012', whole, '59,000')
    expect(matchRefund(refund, sale({ refunded: 1000 })).score).toBe(0)
    expect(matchRefund(refund, sale({ issuedAt: at('2026-10-03T00:00:00') })).score).toBe(0)
    expect(
      matchRefund({ ...refund, businessNumber: '1234567891' }, sale({ businessNumber: '1248100998' })).score,
    ).toBe(0)
  })

  test('a paper that names another sale is not matched by likeness', () => {
    expect(matchRefund(refundOf('원거래번호: 20261001-01-0099', whole, '59,000'), sale()).score).toBe(0)
  })

  test('without a number one like sale of the day is certain, two are asked about', () => {
    const refund = refundOf('', whole, '59,000')
    const one = sale()
    const two = sale({ receiptNumber: '01-0013' })
    expect(chooseSale(refund, [one]).certain).toBe(one)
    expect(chooseSale(refund, [one, two]).certain).toBeNull()
    expect(chooseSale(refund, [one, two]).likely).toHaveLength(2)
    expect(chooseSale(refund, [sale({ total: 1000 })])).toEqual({ certain: null, likely: [] })
  })
})

import { describe, expect, test } from 'vitest'
import { isValidBusinessNumber } from '#backend/receipts/reading/facts/business-number.ts'
import { readText } from './plain-paper.ts'

const withLines = (...lines: string[]): string =>
  ['견본상점', ...lines, '상품명 수량 금액', '라면 1 4,000', '합계 4,000', '카드 4,000'].join('\n')

describe('business numbers', () => {
  test.each([
    ['1248100998', true],
    ['1248100999', false],
    ['124810099', false],
    ['abcdefghij', false],
  ])('%s: %s', (digits, valid) => {
    expect(isValidBusinessNumber(digits)).toBe(valid)
  })

  test.each([
    ['사업자번호 : 124-81-00998'],
    ['사업자NO: 1248100998'],
    ['사업자등록번호 124-81-00998  대표 홍길동'],
    ['홍길동 [124-81-00998] T:02-000-0000'],
    ['견본호텔 / 124-81-00998 / 홍길동'],
  ])('%s', (line) => {
    expect(readText(withLines(line)).businessNumber).toBe('1248100998')
  })

  test('a phone, a card or a receipt number is none', () => {
    expect(
      readText(withLines('전화 02-1234-5678', '카드번호 9410-12**-****-1234', 'NO: 1234567890'))
        .businessNumber,
    ).toBeNull()
  })
})

describe('numbers of a paper', () => {
  test.each([
    ['주문번호: 00031', '00031'],
    ['NO:K01-00012', 'K01-00012'],
    ['영수증 번호: 0042   원거래번호: 0017', '0042'],
    ['계산대 2   No 7731', '7731'],
    ['전표) 0092', '0092'],
    ['[매출일] 2026-05-08 15:10:22   [영수증] 0012', '0012'],
    ['cashier  2026-03-12 14:22:31  0002-00085', '0002-00085'],
    ['                     181113-00002', '181113-00002'],
  ])('%s', (line, number) => {
    expect(readText(withLines(line)).receiptNumber).toBe(number)
  })

  test.each([
    ['테이블 NO: 12'],
    ['전화번호: 02-000-0000'],
    ['승인번호 30001112'],
    ['POS 번호: 0001'],
    ['가맹점 번호: 000111222'],
    ['2026-03-12'],
  ])('none in %s', (line) => {
    expect(readText(withLines(line)).receiptNumber).toBeNull()
  })

  test('a better label wins over an order number', () => {
    expect(readText(withLines('주문번호 31', '영수증번호 20261120-0042')).receiptNumber).toBe('20261120-0042')
  })

  test('the original sale and the approval', () => {
    expect(readText(withLines('원거래 : 20260418-01-0112', '승인번호 30001112'))).toMatchObject({
      originalReceipt: '20260418-01-0112',
      approvalNumber: '30001112',
      receiptNumber: null,
    })
  })
})

describe('the shop', () => {
  test.each([
    ['상    호: 견본피자 시험점', '견본피자 시험점'],
    ['[매장명] 견본점 시험카페', '견본점 시험카페'],
    ['매장명 견본국수', '견본국수'],
    ['상호 : 견본 (대표 홍길동)', '견본'],
    ['주문업소 : 샘플족발', '샘플족발'],
  ])('%s', (line, store) => {
    expect(
      readText(`영수증\n${line}\n2026-10-01 14:30\n상품명 수량 금액\n라면 1 4,000\n합계 4,000`).store,
    ).toBe(store)
  })

  test.each([
    ['견본카페   TEL:02-000-0000', '견본카페'],
    ['견본네일  010-0000-7788', '견본네일'],
    ['★ 견본꽃집 ★', '견본꽃집'],
    ['SAMPLE HOTEL BAR', 'SAMPLE HOTEL BAR'],
    ['견본호텔 / 124-81-00998 / 홍길동', '견본호텔'],
  ])('the first name at the top: %s', (line, store) => {
    expect(
      readText(`영수증\n${line}\n2026-10-01 14:30\n상품명 수량 금액\n라면 1 4,000\n합계 4,000`).store,
    ).toBe(store)
  })
})

import { describe, expect, test } from 'vitest'
import { compact, normalise } from '#backend/receipts/reading/text/normalise.ts'
import { wordsOf } from '#backend/receipts/reading/text/words.ts'

const figuresIn = (text: string): number[] =>
  wordsOf(normalise(text)).flatMap((word) =>
    word.figure === null || word.figure.code ? [] : [word.figure.value],
  )

describe('figures in a line', () => {
  test.each([
    ['아메리카노   4,500', [4500]],
    ['합계 :   26,000 원', [26000]],
    ['받을금액 26000원', [26000]],
    ['에누리 -1,510', [-1510]],
    ['할인  - 1,510', [-1510]],
    ['할인  △1,510', [-1510]],
    ['할인  1,510-', [-1510]],
    ['￦1,000', [1000]],
    ['₩ 1,000', [1000]],
    ['\\1,000', [1000]],
    ['합계：１，０００', [1000]],
    ['라떼 5,000 x2 10,000', [5000, 2, 10000]],
    ['라떼 5,000 × 2 10,000', [5000, 2, 10000]],
    ['2,500x2=5,000', [2500, 2, 5000]],
    ['520*-5', [520, -5]],
    ['라떼 2개 9,000원', [2, 9000]],
    ['라떼 / 2 / 9,000', [2, 9000]],
    ['라떼/2/9,000', [2, 9000]],
    ['삼겹살 2,980/100g 0.520 15,496', [2980, 0.52, 15496]],
    ['현금:12,000', [12000]],
    ['[카드]12,000', [12000]],
  ])('%s', (text, figures) => {
    expect(figuresIn(text)).toEqual(figures)
  })

  test.each([
    ['콜라 355ml'],
    ['K01-00012'],
    ['2026-03-12 14:22:31'],
    ['010-1234-5678'],
    ['0002-00085'],
    ['*8801104210645'],
    ['00031'],
    ['4층 103호'],
    ['부가세(10%)'],
  ])('no sum in %s', (text) => {
    expect(figuresIn(text)).toEqual([])
  })

  test('a regular price in square brackets is told apart from the columns', () => {
    const last = wordsOf('001 P굿모닝우유 900ML   [2,150]').at(-1)
    expect(last?.figure?.bracket).toBe('square')
  })
})

describe('signs', () => {
  test('every replacement keeps its place', () => {
    const printed = '합　계：￦１，０００　【재출력】'
    expect(normalise(printed)).toHaveLength(printed.length)
    expect(normalise(printed)).toBe('합 계:₩1,000 [재출력]')
  })

  test('labels are compared without their blanks', () => {
    expect(compact(' 합 \t 계 ')).toBe('합계')
  })
})

import { describe, expect, test } from 'vitest'
import { readTexts } from './plain-paper.ts'

const coffee = (more: string, at = '2026-10-01 14:30'): string =>
  `${more}\n견본카페\n${at}\n메뉴 수량 금액\n아메리카노 1 4,500\n합계 4,500\n카드 4,500`

const slip = (amount: string, copy: string): string =>
  `신용승인(${copy})\n거래일시 26-10-01 14:30\n카드번호 9410-****-****-1234\n합  계 ${amount}\n승인번호 30001112`

const copiesOf = (...texts: readonly string[]): (number | null)[] =>
  readTexts(...texts).map((reading) => reading.copyOf)

describe('papers that only repeat another', () => {
  test('two equal coffees within a minute, with nothing to tell them apart, stay two', () => {
    expect(copiesOf(coffee('영수증'), coffee('영수증'))).toEqual([null, null])
  })

  test('two equal coffees with two numbers stay two, within one second too', () => {
    const at = '2026-10-01 14:30:11'
    expect(copiesOf(coffee('NO: 0001', at), coffee('NO: 0002', at))).toEqual([null, null])
  })

  test('the same number on the same day is the same sale', () => {
    expect(copiesOf(coffee('NO: 0001'), coffee('NO: 0001'))).toEqual([null, 0])
  })

  test('the same second and the same items are the same sale', () => {
    const at = '2026-10-01 14:30:11'
    expect(copiesOf(coffee('영수증', at), coffee('영수증', at))).toEqual([null, 0])
  })

  test('what is marked as a copy or a reprint is joined', () => {
    expect(copiesOf(coffee('영수증'), coffee('영수증 [재출력]'))).toEqual([null, 0])
    expect(copiesOf(coffee('영수증(고객용)'), coffee('영수증(매장용)'))).toEqual([null, 0])
  })

  test('another day is another sale, though the number began again', () => {
    expect(copiesOf(coffee('NO: 0001'), coffee('NO: 0001', '2026-10-02 14:30'))).toEqual([null, null])
  })

  test('a card slip and its shop copy pay the sale before them; a stranger does not', () => {
    expect(copiesOf(coffee('NO: 0001'), slip('4,500', '고객용'), slip('4,500', '보관용'))).toEqual([
      null,
      0,
      0,
    ])
    expect(copiesOf(coffee('NO: 0001'), slip('9,900', '고객용'), slip('9,900', '보관용'))).toEqual([
      null,
      null,
      1,
    ])
  })

  test('a slip that is printed before its sale is joined too', () => {
    const early =
      '신용승인(고객용)\n거래일시 26-10-01 14:29\n카드번호 9410-****-****-1234\n합계 4,500\n승인번호 30001112'
    expect(copiesOf(early, coffee('NO: 0001'))).toEqual([1, null])
  })

  test('a refund is no copy of its sale', () => {
    const refund = coffee('영수증(취소)\nNO: 0001')
    expect(copiesOf(coffee('NO: 0001'), refund)).toEqual([null, null])
  })
})

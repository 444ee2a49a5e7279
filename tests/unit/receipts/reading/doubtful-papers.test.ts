import { describe, expect, test } from 'vitest'
import { readText } from './plain-paper.ts'

const receipt = (number: string, at: string): string => `견본국밥 시험점
${at}  No.${number}
--------------------------------
순대국                 2  18,000
--------------------------------
합계                      18,000
카드                      18,000
`

const order = (sums: string): string => `견본찜닭
2026-11-17 18:41:20
메뉴          수량      금액
찜닭             1    23,000
공기밥           2     2,000
합계금액            25,000
${sums}
`

describe('papers that nobody may count unasked', () => {
  test('two sales on a paper that was not cut', () => {
    const reading = readText(receipt('0101', '2026-02-22 12:00:01') + receipt('0102', '2026-02-22 12:00:09'))
    expect(reading.problems).toContain('second-sale')
    expect(reading.confidence).toBeLessThan(0.9)
  })

  test('a copy below its original on the same paper is no second sale', () => {
    const one = receipt('0101', '2026-02-22 12:00:01')
    const reading = readText(one + one)
    expect(reading.problems).not.toContain('second-sale')
    expect(reading.total).toBe(18000)
  })

  test('two sales that ran into one another: the VAT of the first does not make up for the goods of the second', () => {
    const reading = readText(`영수증
상호: 견본다방
판매일시: 2026-09-01 09:48:00
------------------------------------------
상품명               단가  수량       금액
------------------------------------------
카페라떼            5,000     1      5,000
------------------------------------------
합계금액                             5,000
부가세 과세물품가액                  4,545
부가세                               5,000
------------------------------------------
합계금액                            10,000
부가세 과세물품가액                  9,091
부가세                                 909
현금                                10,000
`)
    expect(reading.confidence).toBeLessThan(0.9)
  })

  test('a figure that no shop takes is no sum', () => {
    const reading = readText(
      receipt('0101', '2026-02-22 12:00:01').replace(
        '합계                      18,000',
        '합계  76,456,456,456,456,400',
      ),
    )
    expect(reading.total).not.toBe(76_456_456_456_456_400)
    expect(Number.isSafeInteger(reading.total ?? 0)).toBe(true)
  })

  test('an invoice that carries a balance over', () => {
    const reading = readText(`거래명세서
2026-11-02
품목      수량    단가      금액
양파         2  17,000    34,000
합계                      34,000
전일잔액                 120,000
금일잔액                 154,000
`)
    expect(reading.problems).toContain('on-account')
    expect(reading.confidence).toBeLessThan(0.9)
  })

  test.each([
    ['추 가 주 문\n테이블 : 12    19:22:10\n육회          1\n생맥주        3\n'],
    ['주문취소\n테이블 : 12    19:25:40\n생맥주       -1\n'],
    ['테이블 이동\n12 → 15     19:40:02\n'],
  ])('what is told to the kitchen without any sum of money: %#', (text) => {
    expect(readText(text).kind).toBe('kitchen')
  })

  test('the column that the customer pays is the amount', () => {
    const reading = readText(`진료비 영수증
2026-02-11 11:25
항목          본인부담      공단부담
진찰료           4,800        11,210
침술             3,900         9,100
합계             8,700        20,310
납부할 금액                    8,700
카드                           8,700
`)
    expect(reading.total).toBe(8700)
    expect(reading.items.map((item) => item.amount)).toEqual([4800, 3900])
  })
})

describe('sums that contradict the total', () => {
  test('a deduction whose line was lost leaves what is to be paid unexplained', () => {
    const reading = readText(order('결제금액            22,000\n카드                22,000'))
    expect(reading.confidence).toBeLessThan(0.9)
  })

  test('an unknown word before what is to be paid is asked about', () => {
    const reading = readText(order('알수없음             3,000\n결제금액            22,000'))
    expect(reading.problems).toContain('total-contradicted')
    expect(reading.confidence).toBeLessThan(0.9)
  })

  test('points and vouchers that were paid with explain what is left to pay', () => {
    const reading = readText(
      order('포인트사용           3,000\n결제금액            22,000\n카드                22,000'),
    )
    expect(reading.problems).not.toContain('total-contradicted')
    expect(reading.confidence).toBeGreaterThanOrEqual(0.9)
  })

  test('a fee or a discount without which all balances is asked about', () => {
    expect(
      readText(order('배달비               3,000\n결제금액            25,000\n카드                25,000'))
        .confidence,
    ).toBeLessThan(0.9)
    expect(
      readText(order('쿠폰할인            -1,000\n결제금액            25,000\n카드                25,000'))
        .confidence,
    ).toBeLessThan(0.9)
  })

  test('a row that does not multiply where others do is misprinted or misread', () => {
    const reading = readText(`견본문구
2026-11-17 18:41:20
상품명      단가  수량      금액
연필       1,000     2     2,000
공책       4,500     4     4,500
합계                       6,500
카드                       6,500
`)
    expect(reading.problems).toContain('unit-price-mismatch')
    expect(reading.confidence).toBeLessThan(0.9)
  })

  test('what the card paid is no article', () => {
    const reading = readText(
      '신용 카드   13,660\n합계   13,660\n부가세  1,242\n2026-03-12 14:22:28\n승인번호 00123456\n',
    )
    expect(reading.confidence).toBeLessThan(0.9)
  })
})

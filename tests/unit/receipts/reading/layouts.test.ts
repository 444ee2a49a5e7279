import { describe, expect, test } from 'vitest'
import { itemsOf, paymentsOf, readText } from './plain-paper.ts'

interface Case {
  readonly what: string
  readonly text: string
  readonly items: readonly string[]
  readonly total: number
  readonly discount?: number
  readonly payments: readonly string[]
}

const cases: readonly Case[] = [
  {
    what: 'filling station: one item told in labels, a measured quantity',
    text: `
       견본주유소
거래일시 : 2026/03/14 08:12:44
유    종 : 휘발유
단    가 :        1,650원
주 유 량 :       30.303 L
금    액 :       50,000원
공급가액 :       45,455원
부 가 세 :        4,545원
합    계 :       50,000원
카드번호 : 9410-****-****-1234`,
    items: ['휘발유*30.303=50000'],
    total: 50_000,
    payments: ['card=50000'],
  },
  {
    what: 'convenience store: a 1+1 offer, counts and sum in one total line',
    text: `
견본편의점
2026/02/03 23:11:08  POS:02 No:0123
------------------------------------------
상품명              수량        금액
------------------------------------------
견본컵라면             2       2,400
  1+1행사            -1      -1,200
바나나맛음료           1       1,700
봉투(대)               1         100
------------------------------------------
합 계 수 량/금 액      4       3,000
결제대상금액                   3,000
간편결제(카카오페이)           3,000`,
    items: ['견본컵라면*2=2400', '바나나맛음료*1=1700', '봉투(대)*1=100'],
    total: 3000,
    discount: 1200,
    payments: ['easy-pay=3000'],
  },
  {
    what: 'bakery: price times count under the name, a discount in brackets, cash and change on one line',
    text: `
브레드견본
2026.11.20 (금) 오후 3:05
=================================
소금빵
   3,200 x 3                9,600
[할인]                       -600
우유식빵            1       4,800
=================================
총 3개                     13,800
받은돈 20,000   거스름돈 6,200`,
    items: ['소금빵*3=9600', '우유식빵*1=4800'],
    total: 13_800,
    discount: 600,
    payments: ['cash=13800'],
  },
  {
    what: 'hair salon: no quantity, an option that adds, a prepaid card',
    text: `
-----헤어견본-----
방문일시: 2026-10-01 14:30
-----------------------------
시술내역             금액
-----------------------------
여성컷            25,000
볼륨매직         120,000
  └ 클리닉 추가   30,000
제품 샴푸 500ml   18,000
-----------------------------
시술금액         193,000
회원할인(10%)    -19,300
결제금액         173,700
정액권 차감      173,700
정액권 잔액      326,300`,
    items: ['여성컷*1=25000', '볼륨매직*1=120000[클리닉 추가=30000]', '제품 샴푸 500ml*1=18000'],
    total: 173_700,
    discount: 19_300,
    payments: ['prepaid=173700'],
  },
  {
    what: 'English labels, VAT included',
    text: `
SAMPLE COFFEE ROASTERS
Date: 2026-08-15 10:22 AM
--------------------------------
Item             Qty      Amount
--------------------------------
Americano          2       9,000
 + Extra shot      2       1,000
Bagel              1       3,500
--------------------------------
SUBTOTAL                  13,500
DISCOUNT                  -1,350
TOTAL (VAT incl.)         12,150
VAT                        1,105
CARD                      12,150`,
    items: ['Americano*2=9000[Extra shot=1000]', 'Bagel*1=3500'],
    total: 12_150,
    discount: 1350,
    payments: ['card=12150'],
  },
  {
    what: '24 columns, no head',
    text: `
견본분식
2026-07-07 12:00:01
------------------------
떡볶이   1     4,000
순대     2     9,000
------------------------
합계          13,000
현금          13,000`,
    items: ['떡볶이*1=4000', '순대*2=9000'],
    total: 13_000,
    payments: ['cash=13000'],
  },
  {
    what: 'the quantity before the name',
    text: `
견본식당
2026-07-07 12:00:01
--------------------------------
수량 메뉴                   금액
--------------------------------
 2   김치찌개             18,000
 1   계란말이             10,000
--------------------------------
합   계                   28,000
카   드                   28,000`,
    items: ['김치찌개*2=18000', '계란말이*1=10000'],
    total: 28_000,
    payments: ['card=28000'],
  },
  {
    what: 'everything in boxes',
    text: `
┏━━━━━━━━━━━━━━━━━━━━━━┓
┃ 견본키오스크카페             ┃
┃ 2026-11-11 11:11:11          ┃
┣━━━━━━━━━━━━━━━━━━━━━━┫
┃ 메뉴         수량      금액  ┃
┃ 카페라떼       1      4,500  ┃
┃ 크로플         1      6,000  ┃
┣━━━━━━━━━━━━━━━━━━━━━━┫
┃ 합계                 10,500  ┃
┃ 신용카드             10,500  ┃
┗━━━━━━━━━━━━━━━━━━━━━━┛`,
    items: ['카페라떼*1=4500', '크로플*1=6000'],
    total: 10_500,
    payments: ['card=10500'],
  },
  {
    what: 'hotel: service charge and VAT on top of net prices',
    text: `
SAMPLE HOTEL BAR
2026-10-01 14:30
Description   Qty  Price  Amount
Gin Tonic      2  15,000  30,000
Nachos         1  20,000  20,000
Sub Total                 50,000
Service Charge 10%         5,000
VAT 10%                    5,500
Grand Total               60,500
VISA                      60,500`,
    items: ['Gin Tonic*2=30000', 'Nachos*1=20000', 'Service Charge*1=5000'],
    total: 60_500,
    payments: ['card=60500'],
  },
  {
    what: 'a column of discounts, amounts already net',
    text: `
견본문구
2026-10-01 14:30:11
품명        단가 수량  할인    금액
노트       2,000    3   600   5,400
펜         1,500    2     0   3,000
합계                          8,400
현금                         10,000
거스름돈                      1,600`,
    items: ['노트*3=5400', '펜*2=3000'],
    total: 8400,
    discount: 0,
    payments: ['cash=8400'],
  },
  {
    what: 'figures on the line below their labels',
    text: `
견본분식
2026.10.1 9:05
라면         4,000
김밥         3,500
--------------------
합계금액
              7,500
신용카드
              7,500`,
    items: ['라면*1=4000', '김밥*1=3500'],
    total: 7500,
    payments: ['card=7500'],
  },
  {
    what: 'options whose price the item holds already',
    text: `
견본카페
2026-10-01 14:30:11
메뉴            수량   금액
바닐라라떼         1  6,000
 └ 샷추가               500
 └ 시럽추가             500
합계                  6,000
카드                  6,000`,
    items: ['바닐라라떼*1=6000[샷추가=500,시럽추가=500]'],
    total: 6000,
    payments: ['card=6000'],
  },
  {
    what: 'discounts of items repeated by the sums',
    text: `
견본마트
2026-10-01 14:30:11
상품명       단가  수량    금액
견본우유    2,500     2   5,000
에누리(2604260014838)  -1,000
견본라면    4,000     1   4,000
                           -400
소계                      9,000
할인금액                 -1,400
합계                      7,600
카드                      7,600`,
    items: ['견본우유*2=5000', '견본라면*1=4000'],
    total: 7600,
    discount: 1400,
    payments: ['card=7600'],
  },
  {
    what: 'a prepaid order with nothing left to collect',
    text: `
견본피자
2026-10-01 14:30:11
상 품 명             수량    금 액
불고기피자 L            1    25,000
콜라 1.25L              1     2,000
합  계                       27,000
배달의민족(선결제)           27,000
청구 금액                         0`,
    items: ['불고기피자 L*1=25000', '콜라 1.25L*1=2000'],
    total: 27_000,
    payments: ['prepaid=27000'],
  },
  {
    what: 'mart: running numbers, point marks, bar codes, regular prices in brackets, counts below the list',
    text: `
견본마트
cashier01  2026-05-08 15:10:22  0002-00085
상품(코드)            단가 수량      금액
001 P견본우유 900ML   [2,150]
*8801104210645       1,350    1     1,350
002 견본라면 5입
 8801104210646       3,980    2     7,960
  에누리(2604260014838)          -  990
총 품 목 수 량 :        2
판 매 총 액:                     9,310
할 인 금 액:                       990
◆ 받 을 금 액 :                  8,320
신   용   액:                    8,320
부가세과세물품가액:              6,336
부    가    세    :                634
부가세면세물품가액:              1,350
금회포인트    8   누적포인트  1,234`,
    items: ['견본우유 900ML*1=1350', '견본라면 5입*2=7960'],
    total: 8320,
    discount: 990,
    payments: ['card=8320'],
  },
  {
    what: 'a coupon as an item of its own, and a discount without a name',
    text: `
견본마트
2026-05-08 15:10:22
상품명          단가  수량    금액
올리유 1L     15,000     1  15,000
(카드쿠폰)올리유           -12,000
$특매할인                     -510
합계                         2,490
카드                         2,490`,
    items: ['올리유 1L*1=15000', '(카드쿠폰)올리유*1=-12000'],
    total: 2490,
    discount: 510,
    payments: ['card=2490'],
  },
  {
    what: 'an exchange: a returned article within a sale',
    text: `
견본상점
2026-05-08 15:10:22 No.0031
품명        단가  수량    금액
니트      39,000     1  39,000
셔츠(반품) 29,000    -1 -29,000
합계                    10,000
카드                    10,000`,
    items: ['니트*1=39000', '셔츠(반품)*-1=-29000'],
    total: 10_000,
    payments: ['card=10000'],
  },
  {
    what: 'a deposit printed as taken off',
    text: `
견본오마카세
2026-05-08 19:00
런치 코스           2   120,000
추가 와인           1    40,000
합계                    160,000
예약금 차감             -60,000
결제금액                100,000
카드                    100,000`,
    items: ['런치 코스*2=120000', '추가 와인*1=40000'],
    total: 160_000,
    payments: ['prepaid=60000', 'card=100000'],
  },
  {
    what: 'numbered rows, a delivery fee without a number',
    text: `
견본치킨
2026-11-21 19:20
--------------------------------
1) 후라이드 치킨          18,000원
2) 콜라 1.25L              2,500원
배달비                     3,000원
--------------------------------
합계                      23,500원
현금                      23,500원`,
    items: ['후라이드 치킨*1=18000', '콜라 1.25L*1=2500', '배달비*1=3000'],
    total: 23_500,
    payments: ['cash=23500'],
  },
  {
    what: 'payments split over points, voucher and card',
    text: `
견본카페
2026-10-01 14:30:11
상품명      수량     금액
케이크         1   30,000
합계금액            30,000
포인트사용           2,000
상  품  권          10,000
신용  카드          18,000`,
    items: ['케이크*1=30000'],
    total: 30_000,
    payments: ['points=2000', 'voucher=10000', 'card=18000'],
  },
]

describe('layouts that no profile knows', () => {
  test.each(cases.map((one) => [one.what, one] as const))('%s', (_, one) => {
    const reading = readText(one.text)
    expect(itemsOf(reading)).toEqual(one.items)
    expect(reading.total).toBe(one.total)
    expect(reading.discount).toBe(one.discount ?? 0)
    expect(paymentsOf(reading)).toEqual(one.payments)
    expect(reading.kind).toBe('sale')
    expect(reading.confidence).toBeGreaterThanOrEqual(0.9)
  })

  test('what does not add up keeps its problems and asks', () => {
    const reading = readText(
      '견본\n2026-10-01 14:30:11\n상품명 수량 금액\n라면 1 4,000\n합계 9,500\n카드 9,500',
    )
    expect(reading.problems).toContain('items-unbalanced')
    expect(reading.confidence).toBeLessThan(0.9)
  })

  test('taxable, exempt and VAT as three columns with their figures below', () => {
    const { supply, vat, exempt, total } = readText(
      '견본\n2026-10-01 14:30:11\n상품명 단가 수량 금액\n사과 3,000 2 6,000\n물티슈 2,200 1 2,200\n합계 8,200\n면세   과세   부가세\n6,000  2,000  200\n카드 8,200',
    )
    expect({ supply, vat, exempt, total }).toEqual({ supply: 2000, vat: 200, exempt: 6000, total: 8200 })
  })

  test('a taxable sum printed with its VAT is told apart from one without', () => {
    const { supply, vat } = readText(
      '견본\n2026-10-01 14:30:11\n상품명 수량 금액\n라면 2 11,000\n과세금액 11,000\n부가세 1,000\n합계 11,000\n카드 11,000',
    )
    expect({ supply, vat }).toEqual({ supply: 10_000, vat: 1000 })
  })
})

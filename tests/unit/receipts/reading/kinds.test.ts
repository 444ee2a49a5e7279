import { describe, expect, test } from 'vitest'
import { readPapers } from '#backend/receipts/reading/read.ts'
import { itemsOf, paperOf, paymentsOf, readText, receivedAt } from './plain-paper.ts'

const sale = `견본옷가게
2026-10-01 14:30:11
품명      단가  수량    금액
니트    39,000    1   39,000
`

describe('kinds of papers', () => {
  test.each([
    [
      'settlement',
      '[ 일 마감 정산서 ]\n2026-10-01 23:01\n총매출 1,200,000\n카드 900,000\n현금 300,000\n합계 1,200,000',
    ],
    ['settlement', '[시재점검]\n50,000 2 100,000\n10,000 3 30,000\n합계 130,000'],
    ['kitchen', '[주방주문서]\n테이블 : 12번\n김치찌개        2\n - 맵게\n계란말이        1'],
    ['kitchen', '[주방]\n메뉴      수량\n라면         2'],
    ['waiting-number', '대기번호표\n027\n2026-10-01 12:01\n잠시만 기다려 주세요'],
    [
      'card-slip',
      '신용승인\n카드번호 9410-****-****-1234\n금액 10,000\n부가세 1,000\n합계 11,000\n승인번호 30001112',
    ],
    [
      'card-slip',
      '현금영수증(소득공제)\n2026-10-01 14:30:11\n승인번호 G12345678\n거래금액 12,000\n합계 12,000',
    ],
    [
      'order',
      '쿠팡이츠\n주문번호 2AB7KQ\n메뉴 수량 금액\n버거 2 17,800\n배달비 3,000\n총 결제금액 20,800\n결제수단 앱결제',
    ],
    ['kitchen', '[고객주문서]\n견본식당\n메뉴  수량 금액\n김치찌개  2  18,000\n합계  18,000'],
    ['unknown', '[선결제 충전]\n충전금액 100,000\n합계 100,000'],
    ['unknown', '매주 수요일은 견본피자 데이!\n전 메뉴 30% 할인\n견본피자 053-000-0000'],
  ])('%s', (kind, text) => {
    expect(readText(text).kind).toBe(kind)
  })

  test('a sale is a sale whatever the small print says of refunds and closing hours', () => {
    const reading = readText(
      `${sale}합계 39,000\n카드 39,000\n교환/환불은 7일 이내 영수증 지참\n영업시간 10:00~22:00 매주 월요일 마감\n취소 시 카드를 지참해 주세요`,
    )
    expect(reading.kind).toBe('sale')
  })

  test('nothing but a picture, nothing but a drawer, nothing at all', () => {
    const image = { line: 0, widthDots: 8, heightDots: 1, bits: null }
    const papers = [paperOf('', { images: [image] }), paperOf('', { drawerPulses: 1 }), paperOf('')]
    expect(readPapers(papers, { receivedAt }).map((reading) => reading.kind)).toEqual([
      'image-only',
      'drawer',
      'unknown',
    ])
  })
})

describe('three styles of taking back', () => {
  const expected = { items: ['니트*-1=-39000'], payments: ['card=-39000'], total: -39_000, unitPrice: 39_000 }
  test.each([
    [
      'minus everywhere',
      '영수증\n',
      sale.replace('1   39,000', '-1 -39,000'),
      '합계금액 -39,000\n카드 -39,000',
    ],
    [
      'positive under a cancel title',
      '*** 영 수 증(취소) ***\n',
      sale,
      '합계금액 39,000\n취소금액 39,000\n[카드] 39,000',
    ],
    [
      'a return with its original',
      '반품영수증(고객용)\n원거래 20260930-01-0012\n',
      sale,
      '합계 39,000\n카드 39,000',
    ],
  ])('%s', (_, title, list, sums) => {
    const reading = readText(`${title}${list}${sums}`)
    expect(reading.kind).toBe('refund')
    expect({
      items: itemsOf(reading),
      payments: paymentsOf(reading),
      total: reading.total,
      unitPrice: reading.items[0]?.unitPrice,
    }).toEqual(expected)
    expect(reading.discount).toBe(0)
  })

  test('a discount is never negative, not in a refund either', () => {
    const reading = readText(
      '영수증\n2026-10-01 14:30:11\n품명 단가 수량 금액\n니트 39,000 -1 -39,000\n할인금액 4,000\n합계금액 -35,000\n현금 -35,000',
    )
    expect({ discount: reading.discount, total: reading.total }).toEqual({ discount: 4000, total: -35_000 })
    expect(reading.confidence).toBeGreaterThanOrEqual(0.9)
  })

  test('a cancelled card slip is a slip, below zero, and says so', () => {
    const reading = readText(
      '취 소 영 수 증\n카드번호 9410-****-****-1234\n원거래승인번호 30001111\n취소금액 39,000\n승인번호 30001112\n[고객용]',
    )
    expect(reading).toMatchObject({
      kind: 'card-slip',
      total: -39_000,
      originalReceipt: '30001111',
      copy: 'customer',
      problems: ['payment-cancelled'],
    })
  })
})

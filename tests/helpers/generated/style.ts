import type { LineEnd, TextEncoding } from '../receipt-paper.ts'
import { type ClockName, clockNames } from './clock.ts'
import type { Random } from './random.ts'

/** How one POS prints: drawn once for a receipt, then kept to. */
export interface Style {
  readonly width: number
  readonly eol: LineEnd
  readonly encoding: TextEncoding
  readonly rule: string
  readonly form: 'columns' | 'number-line' | 'times' | 'tabs'
  readonly header: boolean
  /** Where the unit price stands: not at all, before or after the quantity. */
  readonly unitColumn: 'none' | 'before' | 'after'
  readonly unit: '' | '원' | ' 원'
  readonly colon: '' | ':' | ' :' | '：'
  readonly labels: Labels
  readonly taxShown: boolean
  readonly clock: ClockName
  readonly refundBy: 'minus' | 'title'
  readonly repeatsItemDiscounts: boolean
  readonly optionMark: string
  readonly times: string
  readonly numbered: boolean
  readonly barcodes: boolean
  readonly commas: boolean
  readonly totalMark: readonly [before: string, after: string]
  readonly spacedLabels: boolean
}

export interface Labels {
  readonly name: string
  readonly price: string
  readonly quantity: string
  readonly amount: string
  readonly subtotal: string | null
  readonly total: string
  readonly discount: string
  readonly supply: string
  readonly vat: string
  readonly exempt: string
  readonly number: string
  readonly received: string
  readonly change: string
}

const labelsFrom = (random: Random): Labels => ({
  name: random.pick(['상품명', '품명', '품목', '메뉴', '메뉴명', '상 품 명']),
  price: random.pick(['단가', '단 가', '가격']),
  quantity: random.pick(['수량', '수 량', '개수']),
  amount: random.pick(['금액', '금 액', '금  액']),
  subtotal: random.pick(['소계', '주문금액', '판매금액', '상품금액', null]),
  total: random.pick([
    '합계',
    '합 계',
    '총 합 계',
    '합계금액',
    '총결제금액',
    '결제금액',
    '받을금액',
    '판매총액',
    '총구매액',
  ]),
  discount: random.pick(['할인', '할인금액', '에누리', '쿠폰할인', 'DC', '회원할인', '할인(10%)']),
  supply: random.pick([
    '공급가',
    '공급가액',
    '과세금액',
    '과세물품가액',
    '부가세 과세물품가액',
    '과세물품',
    '과세공급가액',
  ]),
  vat: random.pick(['부가세', '부가가치세', '부 가 세', '세액', 'VAT', '부가세(10%)']),
  exempt: random.pick(['면세물품가액', '비과세', '면세금액']),
  number: random.pick(['영수증번호', 'NO', '주문번호', '전표번호', '거래번호']),
  received: random.pick(['받은금액', '받은돈', '받은 금액']),
  change: random.pick(['거스름', '거스름돈', '거스름 돈']),
})

export const styleFrom = (random: Random): Style => {
  const width = random.whole(32, 49)
  return {
    width,
    eol: random.pick(['lf', 'lf', 'crlf', 'crlf', 'lfcr']),
    encoding: random.chance(0.1) ? 'utf8' : 'cp949',
    rule: random.pick(['-', '-', '-', '=', '.', '*']),
    form: random.pick([
      'columns',
      'columns',
      'columns',
      'columns',
      'number-line',
      'number-line',
      'times',
      'tabs',
    ]),
    header: random.chance(0.9),
    unitColumn: width < 38 ? 'none' : random.pick(['none', 'before', 'before', 'after']),
    unit: random.pick(['', '', '', '', '원', ' 원']),
    colon: random.pick(['', '', ':', ' :', '：']),
    labels: labelsFrom(random),
    taxShown: random.chance(0.75),
    clock: random.pick(['seconds', 'seconds', ...clockNames]),
    refundBy: random.pick(['minus', 'title']),
    repeatsItemDiscounts: random.chance(0.4),
    optionMark: random.pick(['  -', '  └', '   +', '  ㄴ', '    - ']),
    times: random.pick([' x ', '*', ' * ', 'x', ' X ', ' × ']),
    numbered: random.chance(0.08),
    barcodes: random.chance(0.5),
    commas: random.chance(0.95),
    totalMark: random.pick([
      ['', ''],
      ['', ''],
      ['', ''],
      ['◆ ', ''],
      ['[', ']'],
      ['** ', ' **'],
    ]),
    spacedLabels: random.chance(0.3),
  }
}

/** Whether the paper prints what one piece costs. */
export const showsPrice = (style: Style): boolean =>
  style.form === 'times' || (style.form !== 'tabs' && style.unitColumn !== 'none')

import fc from 'fast-check'
import { cellsIn } from '#backend/receipts/paper/cells.ts'

/** A receipt and the way it is printed, both at random; balanced by construction. */
export interface RandomReceipt {
  readonly text: string
  readonly items: readonly string[]
  readonly total: number
  readonly discount: number
}

interface Good {
  readonly name: string
  readonly price: number
  readonly quantity: number
}

const width = cellsIn
const padRight = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - width(text)))
const padLeft = (text: string, columns: number): string =>
  ' '.repeat(Math.max(0, columns - width(text))) + text
const grouped = (value: number): string => value.toLocaleString('en-US')

const good = fc.record({
  name: fc.constantFrom(
    '아메리카노',
    '바닐라라떼',
    '김치찌개',
    '견본우유',
    '크림빵',
    '여성컷',
    '물티슈',
    '치즈 케이크',
    '콜라 355ml',
    '떡볶이(소)',
  ),
  price: fc.integer({ min: 10, max: 3000 }).map((value) => value * 10),
  quantity: fc.integer({ min: 1, max: 9 }),
})

const style = fc.record({
  columns: fc.constantFrom(32, 37, 40, 42, 46, 48),
  form: fc.constantFrom('line', 'stacked', 'product', 'no-price'),
  rule: fc.constantFrom('-', '=', '.', '*', '━'),
  head: fc.constantFrom(
    ['상품명', '단가', '수량', '금액'],
    ['메 뉴', '단 가', '수 량', '금 액'],
    ['Item', 'Price', 'Qty', 'Amount'],
  ),
  total: fc.constantFrom(
    '합계',
    '합  계',
    '합계금액',
    '총 합 계',
    '받을금액',
    '결제금액',
    '총결제금액',
    'TOTAL',
    '◆ 합 계',
    '[합계]',
  ),
  paid: fc.constantFrom('카드', '신용  카드', '현      금', '신용카드(견본)', '간편결제(카카오페이)'),
  discount: fc.constantFrom('할인', '할인금액', '쿠폰할인', '에누리'),
  date: fc.constantFrom(
    '2026-10-01 14:30:11',
    '2026/10/01 14:30',
    '26.10.01 (목) 오후 2:30',
    '거래일시: 2026-10-01(목) 14:30:11',
  ),
  won: fc.constantFrom('', '원', ' 원'),
  colon: fc.constantFrom('', ' :', '：'),
  noise: fc.constantFrom(
    '',
    '교환/환불은 7일 이내 영수증 지참',
    '와이파이 견본 / 비밀번호 12345678',
    '적립포인트 : 120',
  ),
  taxed: fc.boolean(),
})

type Style = typeof style extends fc.Arbitrary<infer T> ? T : never

const amountColumns = 11
const quantityColumns = 6
const priceColumns = 9

const rowsOf = (item: Good, how: Style): string[] => {
  const amount = `${grouped(item.price * item.quantity)}${how.won}`
  const room = how.columns - amountColumns - quantityColumns - priceColumns
  const figures = padLeft(grouped(item.price), priceColumns) + padLeft(String(item.quantity), quantityColumns)
  if (how.form === 'product') {
    const product = `  ${grouped(item.price)} x ${item.quantity}`
    return [item.name, padRight(product, how.columns - amountColumns) + padLeft(amount, amountColumns)]
  }
  if (how.form === 'no-price') {
    const name = padRight(item.name, how.columns - amountColumns - quantityColumns)
    return [name + padLeft(String(item.quantity), quantityColumns) + padLeft(amount, amountColumns)]
  }
  if (how.form === 'line' && width(item.name) < room) {
    return [padRight(item.name, room) + figures + padLeft(amount, amountColumns)]
  }
  return [item.name, padRight('', room) + figures + padLeft(amount, amountColumns)]
}

const headOf = (how: Style): string => {
  const [name = '', price = '', quantity = '', amount = ''] = how.head
  const priced = how.form === 'no-price' ? '' : padLeft(price, priceColumns)
  const left = how.columns - amountColumns - quantityColumns - width(priced)
  return padRight(name, left) + priced + padLeft(quantity, quantityColumns) + padLeft(amount, amountColumns)
}

/** Receipts in layouts that nobody drew: widths, forms, labels, spacing, noise. */
export const randomReceipt: fc.Arbitrary<RandomReceipt> = fc
  .tuple(
    fc.uniqueArray(good, { minLength: 1, maxLength: 8, selector: (one) => one.name }),
    fc.nat({ max: 5 }),
    style,
  )
  .map(([goods, off, how]) => {
    const sum = goods.reduce((whole, one) => whole + one.price * one.quantity, 0)
    const discount = off * 10 < sum ? off * 10 : 0
    const total = sum - discount
    const vat = Math.round(total / 11)
    const line = how.rule.repeat(how.rule === '━' ? Math.floor(how.columns / 2) : how.columns)
    const spread = (label: string, value: number): string => {
      const figure = `${grouped(value)}${how.won}`
      return padRight(label + how.colon, how.columns - width(figure)) + figure
    }
    const text = [
      '견본상점',
      how.date,
      line,
      headOf(how),
      line,
      ...goods.flatMap((one) => rowsOf(one, how)),
      line,
      ...(discount > 0 ? [spread('소계', sum), spread(how.discount, -discount)] : []),
      spread(how.total, total),
      ...(how.taxed ? [spread('공급가액', total - vat), spread('부 가 세', vat)] : []),
      spread(how.paid, total),
      line,
      how.noise,
    ].join('\n')
    return {
      text,
      items: goods.map((one) => `${one.name}*${one.quantity}=${one.price * one.quantity}`),
      total,
      discount,
    }
  })

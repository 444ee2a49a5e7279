import type { PaymentMethod } from '../../../electron/backend/receipts/reading/reading.ts'
import type { Random } from './random.ts'

/** What was sold, before any paper: whole won, everything positive. */
export interface Sale {
  readonly refund: boolean
  readonly at: SaleTime
  readonly number: string
  readonly goods: readonly Good[]
  readonly optionsAdd: boolean
  /** Won off the whole, beyond what single goods carry. */
  readonly discount: number
  readonly exempt: number
  readonly supply: number
  readonly vat: number
  readonly total: number
  readonly payments: readonly { readonly method: PaymentMethod; readonly amount: number }[]
  /** Cash handed over; the change is what exceeds the cash payment. */
  readonly received: number | null
}

export interface SaleTime {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

export interface Good {
  readonly name: string
  readonly price: number
  readonly quantity: number
  readonly exempt: boolean
  /** Won off this good, printed under it. */
  readonly off: number
  readonly options: readonly { readonly name: string; readonly amount: number }[]
}

const firstWords = [
  '제주',
  '통새우',
  '국산',
  '매콤',
  '유기농',
  '수제',
  '대용량',
  '시그니처',
  '흑임자',
  '옛날',
] as const
const nouns = [
  '아메리카노',
  '라떼',
  '김밥',
  '떡볶이',
  '식빵',
  '우유',
  '두부',
  '양말',
  '볼펜',
  '샴푸',
  '치킨',
  '파스타',
  '만두',
  '커트',
  '장갑',
] as const
const tails = [
  '',
  '',
  '',
  '(대)',
  '(소)',
  ' 500ml',
  ' 2입',
  ' 세트',
  ' ICE',
  ' 1+1기획',
  ' L',
  '&치즈',
  ' 3종 모음',
  '/따뜻하게',
] as const
const optionNames = ['샷추가', '얼음적게', '맵게', '곱빼기', '치즈추가', '포장', '휘핑없이'] as const

const goodFrom = (random: Random, withOptions: boolean): Good => {
  const long = random.chance(0.12)
    ? ` ${random.pick(firstWords)} ${random.pick(nouns)} ${random.pick(nouns)}`
    : ''
  const options = withOptions && random.chance(0.35) ? random.whole(1, 2) : 0
  return {
    name: `${random.pick(firstWords)} ${random.pick(nouns)}${random.pick(tails)}${long}`,
    price: random.chance(0.03) ? 0 : random.whole(5, 400) * (random.chance(0.15) ? 10 : 100),
    quantity: random.chance(0.7) ? 1 : random.whole(2, random.chance(0.1) ? 24 : 5),
    exempt: false,
    off: 0,
    options: Array.from({ length: options }, () => ({
      name: random.pick(optionNames),
      amount: random.chance(0.5) ? 0 : random.whole(1, 10) * 100,
    })),
  }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
export const amountOf = (good: Good): number => good.price * good.quantity
const extras = (good: Good): number => sum(good.options.map((option) => option.amount))

const paymentsOf = (random: Random, total: number): Sale['payments'] => {
  const method = random.pick(['card', 'card', 'card', 'cash', 'easy-pay', 'prepaid', 'transfer'] as const)
  if (total < 4000 || !random.chance(0.15)) return [{ method, amount: total }]
  const part = random.whole(1, Math.floor(total / 2000)) * 1000
  const second = random.pick(['points', 'voucher', 'cash'] as const)
  return [
    { method: second === 'cash' ? 'card' : method, amount: total - part },
    { method: second, amount: part },
  ]
}

const receivedOf = (random: Random, payments: Sale['payments']): number | null => {
  const cash = payments.length === 1 && payments[0]?.method === 'cash' ? payments[0].amount : 0
  if (cash === 0 || random.chance(0.3)) return null
  return Math.ceil((cash + 1) / 10_000) * 10_000
}

/** A random sale or refund that balances; at least one good has a price. */
export const saleFrom = (random: Random): Sale => {
  const withOptions = random.chance(0.3)
  const optionsAdd = random.chance(0.5)
  const exempts = random.chance(0.25)
  const goods = Array.from({ length: random.whole(1, random.chance(0.1) ? 25 : 6) }, () => {
    const good = goodFrom(random, withOptions)
    // What is already in the amount cannot be more than it.
    const fits = optionsAdd || extras(good) < good.price
    const off = !withOptions && good.price >= 2000 && random.chance(0.06) ? random.whole(1, 9) * 100 : 0
    return {
      ...good,
      options: fits ? good.options : [],
      off,
      exempt: exempts && off === 0 && random.chance(0.3),
    }
  })
  if (!goods.some((good) => good.price > 0 && !good.exempt)) {
    goods.push({ name: '봉투', price: 100, quantity: 1, exempt: false, off: 0, options: [] })
  }
  const value = (good: Good): number => amountOf(good) - good.off + (optionsAdd ? extras(good) : 0)
  const exempt = sum(goods.filter((good) => good.exempt).map(value))
  const taxable = sum(goods.filter((good) => !good.exempt).map(value))
  const discount = taxable > 3000 && random.chance(0.2) ? random.whole(1, Math.floor(taxable / 300)) * 100 : 0
  const supply = Math.round((taxable - discount) / 1.1)
  const total = exempt + taxable - discount
  const refund = random.chance(0.1)
  const payments = paymentsOf(random, total)
  return {
    refund,
    at: {
      year: random.whole(2024, 2026),
      month: random.whole(1, 10),
      day: random.whole(1, 28),
      hour: random.whole(6, 23),
      minute: random.whole(0, 59),
      second: random.whole(0, 59),
    },
    number: String(random.whole(1, 99_999)).padStart(random.pick([4, 5, 6]), '0'),
    goods,
    optionsAdd,
    discount,
    exempt,
    supply,
    vat: taxable - discount - supply,
    total,
    payments,
    received: refund ? null : receivedOf(random, payments),
  }
}

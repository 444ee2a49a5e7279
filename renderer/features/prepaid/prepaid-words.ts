import type { CallOutput } from '#shared/contract/index.ts'
import type { Words } from '../../app/words.ts'

export type Unit = 'won' | 'times'
export type Usable = CallOutput<'prepaid.atCounter'>[number]
export type Holding = CallOutput<'prepaid.ofCustomer'>[number]
export type Product = CallOutput<'prepaid.products'>[number]
export type Terms = Product['terms'][number]
export type Reckoned = CallOutput<'prepaid.working'>

/** `32,000원`, `3회`. */
export const amountText = ({ t, won }: Pick<Words, 't' | 'won'>, unit: Unit, count: number): string =>
  unit === 'won' ? won(count) : t('prepaid.times', { n: count })

/** What is left: `32,000원 남음`, `3/10회 남음`. */
export const leftText = (
  words: Pick<Words, 't' | 'won'>,
  { unit, left, of }: { readonly unit: Unit; readonly left: number; readonly of: number },
): string =>
  unit === 'times'
    ? words.t('prepaid.leftOf', { left, of })
    : words.t('prepaid.left', { amount: words.won(left) })

/** Until when: `2027-03-02까지`. */
export const untilText = ({ t }: Pick<Words, 't'>, endsOn: string | null): string =>
  endsOn === null ? t('prepaid.noEnd') : t('prepaid.until', { date: endsOn })

/** `18개월`, `5년`. */
export const timeText = ({ t }: Pick<Words, 't'>, months: number): string =>
  months % 12 === 0 ? t('prepaid.years', { n: months / 12 }) : t('prepaid.months', { n: months })

/** What is got for it: `50,000원 내면 55,000원`, `300,000원에 11회`. */
export const worthText = (words: Pick<Words, 't' | 'won'>, terms: Terms): string => {
  const price = words.won(terms.price)
  const worth = amountText(words, terms.unit, terms.paid + terms.bonus)
  return terms.unit === 'won'
    ? words.t('prepaidProducts.says.won', { price, worth })
    : words.t('prepaidProducts.says.times', { price, times: worth })
}

/** A product in a sentence: `300,000원에 10회 · 덤 1회 포함 · 1년 동안 · 위약금 10%`. */
export const termsText = (words: Pick<Words, 't' | 'won'>, terms: Terms): string => {
  const { t } = words
  return [
    worthText(words, terms),
    terms.bonus === 0
      ? ''
      : t('prepaidProducts.says.bonus', { bonus: amountText(words, terms.unit, terms.bonus) }),
    terms.months === null
      ? t('prepaidProducts.says.noEnd')
      : t('prepaidProducts.says.months', { time: timeText(words, terms.months) }),
    terms.penaltyPercent === 0
      ? t('prepaidProducts.says.noPenalty')
      : t('prepaidProducts.says.penalty', { n: terms.penaltyPercent }),
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

/** What can be sold today. */
export const soldNow = (products: readonly Product[]): { productId: number; terms: Terms }[] =>
  products.flatMap(({ productId, terms }) => {
    const now = terms.find((one) => one.state === 'now')
    return now?.sold === true ? [{ productId, terms: now }] : []
  })

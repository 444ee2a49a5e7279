import type { CallOutput } from '#shared/contract/index.ts'
import type { Words } from '../../app/words.ts'

export type HeldCoupon = CallOutput<'coupons.look'>
export type CouponTerms = HeldCoupon['terms']
export type CouponKind = CallOutput<'coupons.kinds'>[number]

/** `3,000원 할인`, `20% 할인, 최대 5,000원`, `한 개 무료`. */
export const benefitWords = ({ t, won }: Words, { benefit, value, most }: CouponTerms): string => {
  if (benefit === 'amount') return t('coupon.benefit.amount', { won: won(value) })
  if (benefit === 'item')
    return value === 0 ? t('coupon.benefit.item') : t('coupon.benefit.itemMost', { won: won(value) })
  return most === null
    ? t('coupon.benefit.percent', { percent: String(value) })
    : t('coupon.benefit.percentMost', { percent: String(value), won: won(most) })
}

/** Minutes of the day as `14:30`. */
export const hourText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** What it is tied to, one phrase each; none for a coupon that is always good. */
export const conditionWords = ({ t, won }: Words, terms: CouponTerms): string[] => {
  const names = Array.from(t('time.weekdays'))
  const days = names.filter((_, day) => (terms.weekdays & (1 << day)) !== 0)
  const words = terms.targets.flatMap((target) => target.word ?? [])
  const hours = { from: hourText(terms.fromMinute), to: hourText(terms.toMinute) }
  return [
    ...(words.length === 0 ? [] : [t('coupon.condition.items', { items: words.join(', ') })]),
    ...(words.length < terms.targets.length ? [t('coupon.condition.someItems')] : []),
    ...(terms.leastSpend === 0 ? [] : [t('coupon.condition.least', { won: won(terms.leastSpend) })]),
    ...(days.length === 7 ? [] : [t('coupon.condition.days', { days: days.join('·') })]),
    ...(terms.fromMinute === terms.toMinute ? [] : [t('coupon.condition.hours', hours)]),
  ]
}

/** Until when, or when and where it was used. */
export const standingWords = (words: Words, coupon: HeldCoupon, now: number): string => {
  const { t, moment } = words
  if (coupon.state === 'used' && coupon.usedAt !== null)
    return t('coupon.usedAt', { when: moment(coupon.usedAt, now), where: coupon.usedAtPlace ?? '' })
  if (coupon.state === 'withdrawn') return t('coupon.state.withdrawn')
  if (coupon.state === 'not-yet') return t('coupon.from', { date: coupon.fromDate })
  return coupon.untilDate === null ? t('coupon.noEnd') : t('coupon.until', { date: coupon.untilDate })
}

import { groupedCode } from '#shared/coupon-code.ts'
import type { BusinessDate, EpochMs } from '#shared/dates.ts'
import { formatWon } from '#shared/won.ts'
import { dateText } from '../slips/templates/shown.ts'
import { joinValues, type SlipValues } from '../slips/templates/values.ts'
import type { Terms } from './terms.ts'

/** What a coupon's slip says. The name is masked: it lies around on counters and in bins. */
export interface CouponSlip {
  readonly number: string
  readonly at: EpochMs
  readonly shopName: string
  readonly maskedName: string
  readonly code: string
  readonly terms: Terms
  /** What it is for, in words; empty for everything. */
  readonly items: readonly string[]
  readonly fromDate: BusinessDate
  readonly untilDate: BusinessDate | null
}

/** What a coupon fills its template with: what, until when, on what condition, and its code. */
export const couponValues = (slip: CouponSlip): SlipValues =>
  joinValues({
    fields: {
      shopName: slip.shopName,
      customerName: slip.maskedName,
      slipNumber: slip.number,
      date: dateText(slip.at).slice(0, -6),
      moment: dateText(slip.at),
      couponName: slip.terms.name,
      couponBenefit: benefitText(slip.terms),
      couponValid: validText(slip),
      couponCode: groupedCode(slip.code),
    },
    lists: { couponTerms: conditionTexts(slip).map((left) => ({ left, right: '' })) },
  })

/** `3,000원 할인`, `20% 할인 (최대 5,000원)`, `한 개 무료`. */
export const benefitText = ({ benefit, value, most }: Terms): string => {
  if (benefit === 'amount') return `${formatWon(value)} 할인`
  if (benefit === 'percent') return `${value}% 할인${most === null ? '' : ` (최대 ${formatWon(most)})`}`
  return value === 0 ? '한 개 무료' : `한 개 무료 (${formatWon(value)}까지)`
}

const validText = ({ fromDate, untilDate, terms }: CouponSlip): string => {
  if (untilDate === null) return '기한 없음'
  return terms.validFrom === null ? `${untilDate}까지` : `${fromDate} ~ ${untilDate}`
}

const weekdayNames = ['일', '월', '화', '수', '목', '금', '토'] as const

const conditionTexts = ({ terms, items }: CouponSlip): string[] => {
  const days = weekdayNames.filter((_, day) => (terms.weekdays & (1 << day)) !== 0)
  return [
    ...(items.length === 0 ? [] : [`${items.join(', ')}에 쓸 수 있어요`]),
    ...(terms.leastSpend === 0 ? [] : [`${formatWon(terms.leastSpend)} 이상 사실 때`]),
    ...(days.length === 7 ? [] : [`${days.join('·')}요일`]),
    ...(terms.fromMinute === terms.toMinute
      ? []
      : [`${hourText(terms.fromMinute)} ~ ${hourText(terms.toMinute)}`]),
    ...(terms.personal ? ['본인만 쓸 수 있어요'] : []),
  ]
}

const hourText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

import type { SlipColumns } from '#shared/contract/devices.ts'
import { groupedCode } from '#shared/coupon-code.ts'
import type { BusinessDate } from '#shared/dates.ts'
import { displayWidth } from '#shared/display-width.ts'
import { formatWon } from '#shared/won.ts'
import { wrapEvenly } from '../slips/columns.ts'
import { printableText } from '../slips/printable.ts'
import { feed, type SlipBlock, textBlock } from '../slips/slip-block.ts'
import type { Terms } from './terms.ts'

/** What a coupon's slip says. The name is masked: it lies around on counters and in bins. */
export interface CouponSlip {
  readonly number: string
  readonly shopName: string
  readonly maskedName: string
  readonly code: string
  readonly terms: Terms
  /** What it is for, in words; empty for everything. */
  readonly items: readonly string[]
  readonly fromDate: BusinessDate
  readonly untilDate: BusinessDate | null
}

/** As Korean as the paper of the shop: what, until when, on what condition, and the code three ways. */
export const couponSlipBlocks = (slip: CouponSlip, columns: SlipColumns): SlipBlock[] => {
  const thin = textBlock('-'.repeat(columns))
  const centred = (text: string): SlipBlock[] =>
    wrapEvenly(printableText(text), columns).map((line) => textBlock(line, { align: 'center' }))
  return [
    ...wrapEvenly(printableText(slip.shopName), columns).map((line) =>
      textBlock(line, { align: 'center', bold: true }),
    ),
    ...centred('쿠폰'),
    thin,
    ...large(printableText(slip.terms.name), columns),
    ...large(benefitText(slip.terms), columns),
    feed(),
    ...centred(validText(slip)),
    ...conditionTexts(slip).flatMap(centred),
    ...centred(`${slip.maskedName} 님께 드려요`),
    feed(),
    { type: 'qr', content: slip.code },
    { type: 'bars', digits: slip.code },
    ...centred(groupedCode(slip.code)),
    thin,
    ...centred('한 번만 쓸 수 있어요.'),
    ...centred(`전표 번호 ${slip.number}`),
  ]
}

const large = (text: string, columns: SlipColumns): SlipBlock[] => {
  const width = displayWidth(text) * 2 <= columns ? 2 : 1
  return wrapEvenly(text, Math.floor(columns / width)).map((line) =>
    textBlock(line, { align: 'center', width, height: 2, bold: true }),
  )
}

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

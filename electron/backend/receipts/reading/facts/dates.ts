import { type EpochMs, epochOf, koreanTime } from '#shared/dates.ts'
import type { Line } from '../text/line.ts'
import { remembered } from '../text/remembering.ts'

/** A date or time found on the paper, before the best is chosen. */
interface Day {
  readonly year: number | null
  readonly month: number
  readonly day: number
  /** Index after it in the line. */
  readonly end: number
}
interface Time {
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly exact: boolean
}

export interface Issued {
  readonly at: EpochMs
  /** Whether the paper gave a time, and whether with its seconds. */
  readonly precision: 'second' | 'minute' | 'day'
}

const fullDay = /(?<![\d,])(20\d{2}|19\d{2})\s?(?:[-./]|년)\s?(\d{1,2})\s?(?:[-./]|월)\s?(\d{1,2})(?!\d)/
const packedDay = /(?<![\d-])(20\d{2})([01]\d)([0-3]\d)(?=\s|$|[-(]|\d{6}(?!\d)|\d{4}(?!\d))/
const shortDay =
  /(?<![\d,.\-/]|\d:)['’]?(\d{2})\s?(?:[-./]|년)\s?(\d{1,2})\s?(?:[-./]|월)\s?(\d{1,2})(?![\d,-])/
const bareDay = /(?<![\d,.\-/:])(\d{1,2})\s?(?:[-./]|월)\s?(\d{1,2})일?(?![\d,.\-/%원])/
const englishDay =
  /(JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]*\.?\s+(\d{1,2})(?:ST|ND|RD|TH)?,?\s+(20\d{2})/i
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const timeAfter =
  /^[일\])]?[\s,.\-T]*(?:[(<[]?[월화수목금토일](?:요일)?[)>\]])?[\s,.\-T]*(오전|오후|AM|PM|am|pm)?\s*(\d{1,2})\s?(?::|시)\s?(\d{1,2})(?:\s?(?::|분)\s?(\d{1,2}))?/
const packedTime = /^\s*(\d{2})(\d{2})(\d{2})?(?!\d)/
const timeAlone = /(?<![\d:])(오전|오후|AM|PM)?\s*(\d{1,2}):(\d{2})(?::(\d{2}))?(?![\d:])/
const koreanTimeAlone = /(오전|오후)?\s*(\d{1,2})시\s?(\d{1,2})분(?:\s?(\d{1,2})초)?/
const trailingHalf = /^\s*(AM|PM|am|pm)\b/

const dayLabel = /일시|일자|날짜|시간|시각|date|time|발행|판매일|거래일|주문일|결제일|승인일|영업일/i
const bestLabel =
  /거래일시|판매일시|주문일시|주문시간|결제일시|매출일시|거래일자|판매일자|판매일|매출일|결제일|거래일/
const wrongLabel =
  /원거래|원승인|원판매|원영수|유효|만료|까지|부터|이내|기한|기간|소멸|생일|예약|예정|가입|배달예상|도착|방문예정|입실|퇴실|체크인|체크아웃|제조|유통|소비기한|최종방문|오픈|~/
const lesserLabel = /출력|인쇄|재발행|승인|취소시간|영업일|발급/

const halfOf = (hour: number, half: string | undefined): number => {
  if (half === undefined) return hour
  const afternoon = half === '오후' || half.toLowerCase() === 'pm'
  if (afternoon) return hour < 12 ? hour + 12 : hour
  return hour === 12 ? 0 : hour
}

const timeOf = (half: string | undefined, h = '', m = '', s?: string): Time | null => {
  const hour = halfOf(Number(h), half)
  const minute = Number(m)
  const second = s === undefined ? 0 : Number(s)
  if (hour > 23 || minute > 59 || second > 59) return null
  return { hour, minute, second, exact: s !== undefined }
}

const dayOf = (match: RegExpExecArray, year: string | null, month = '', day = ''): Day | null => {
  const m = Number(month)
  const d = Number(day)
  if (m < 1 || m > 12 || d < 1 || d > 31) return null
  const y = year === null ? null : Number(year.length === 2 ? `20${year}` : year)
  return { year: y, month: m, day: d, end: match.index + match[0].length }
}

const findDay = (text: string, labelled: boolean): Day | null => {
  const full = fullDay.exec(text) ?? packedDay.exec(text) ?? shortDay.exec(text)
  if (full !== null) {
    const day = dayOf(full, full[1] ?? '', full[2], full[3])
    if (day !== null) return day
  }
  const english = englishDay.exec(text)
  if (english !== null) {
    const month = months.indexOf((english[1] ?? '').toLowerCase()) + 1
    return dayOf(english, english[3] ?? '', String(month), english[2])
  }
  const bare = bareDay.exec(text)
  if (bare === null) return null
  const rest = text.slice(bare.index + bare[0].length)
  return labelled || timeAfter.test(rest) ? dayOf(bare, null, bare[1], bare[2]) : null
}

const findTimeAfter = (rest: string): Time | null => {
  const spaced = timeAfter.exec(rest)
  if (spaced !== null) {
    const half = spaced[1] ?? trailingHalf.exec(rest.slice(spaced[0].length))?.[1]
    return timeOf(half, spaced[2], spaced[3], spaced[4])
  }
  const packed = packedTime.exec(rest)
  return packed === null ? null : timeOf(undefined, packed[1], packed[2], packed[3])
}

const findTimeAlone = (text: string): Time | null => {
  const found = timeAlone.exec(text) ?? koreanTimeAlone.exec(text)
  if (found === null) return null
  const half = found[1] ?? trailingHalf.exec(text.slice(found.index + found[0].length))?.[1]
  return timeOf(half, found[2], found[3], found[4])
}

const instant = (day: Day, time: Time | null, receivedAt: EpochMs): EpochMs | null => {
  const h = time?.hour ?? 0
  const m = time?.minute ?? 0
  const s = time?.second ?? 0
  if (day.year !== null) return epochOf(day.year, day.month, day.day, h, m, s)
  // No year: the nearest past, a day's grace for clocks that run ahead.
  const thisYear = koreanTime(receivedAt).year
  const grace = 24 * 60 * 60 * 1000
  for (let year = thisYear + 1; year > thisYear - 9; year -= 1) {
    const at = epochOf(year, day.month, day.day, h, m, s)
    if (at !== null && at <= receivedAt + grace) return at
  }
  return null
}

const rankOf = (text: string, day: Day, time: Time | null): number => {
  const packed = text.replace(/\s+/g, '')
  let rank = time === null ? 0 : 4
  if (time?.exact === true) rank += 1
  if (bestLabel.test(packed)) rank += 3
  else if (dayLabel.test(packed)) rank += 1
  if (lesserLabel.test(packed)) rank -= 2
  if (day.year !== null) rank += 2
  return rank
}

const hasDigits = /\d\D*\d\D*\d/
const timeHint = /\d\s?[:시]/

/** What one line says of a time: a day with the time beside it, or a time alone. */
interface Said {
  readonly day: Day | null
  readonly time: Time | null
  readonly rank: number
  readonly labelled: boolean
  /** An expiry or another paper's date. */
  readonly wrong: boolean
}

const saidIn = remembered(({ text: whole, compact: packed }: Line): Said | null => {
  if (!hasDigits.test(whole)) return null
  // `접수 2026-11-20 09:12  예정 2026-11-23`: only what stands before the other date's label counts.
  const other = whole.search(wrongLabel)
  const text = other > 0 ? whole.slice(0, other) : whole
  const wrong = other === 0 || (wrongLabel.test(packed) && !hasDigits.test(text))
  const labelled = dayLabel.test(packed)
  const day = findDay(text, labelled)
  if (day === null)
    return { day, time: timeHint.test(text) ? findTimeAlone(text) : null, rank: 0, labelled, wrong }
  const time = findTimeAfter(text.slice(day.end)) ?? findTimeAlone(text)
  return { day, time, rank: rankOf(text, day, time), labelled, wrong }
})

/**
 * When the paper was issued. A date without a year takes the nearest past of `receivedAt`; a date and a
 * time on lines of their own are put together; expiry dates and the original sale's are passed over.
 */
export const issuedOn = (lines: readonly Line[], receivedAt: EpochMs): Issued | null => {
  let best: { rank: number; day: Day; time: Time | null } | null = null
  let lone: Time | null = null
  for (const line of lines) {
    const said = line.blank || line.rule ? null : saidIn(line)
    if (said === null || said.wrong) continue
    const { day, time, rank } = said
    if (day === null) {
      if (said.labelled || best !== null) lone ??= time
      continue
    }
    if (best === null || rank > best.rank) best = { rank, day, time }
  }
  if (best === null) return null
  const time = best.time ?? lone
  const at = instant(best.day, time, receivedAt)
  if (at === null) return null
  if (time === null) return { at, precision: 'day' }
  return { at, precision: time.exact ? 'second' : 'minute' }
}

import { serialText } from '../reading/serial-date.ts'
import { type Cell, textOf } from '../reading/table.ts'

/** A date as somebody wrote it. */
export interface DateFound {
  /** Null where only month and day were written. */
  readonly year: number | null
  readonly month: number
  readonly day: number
  readonly lunar: boolean
  /** The second of two lunar months of one number. */
  readonly leapMonth: boolean
  /** Seconds since midnight; null where no time was written. */
  readonly seconds: number | null
}

const lunarMark = /음(?!식)|lunar/i
const solarMark = /양력|\(\s*양\s*\)/
const leapMark = /윤/
const daysOfMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/**
 * `1990.1.2`, `90-01-02`, `1990년 1월 2일`, `19900102`, a spreadsheet's day number, `1월 2일`, each with a time behind it
 * or a mark for the lunar calendar about it. Null for anything that is no date.
 * @param thisYear two figures of a year mean the latest such year that is not after it.
 */
export const dateIn = (cell: Cell | undefined, thisYear: number): DateFound | null => {
  const text = textOf(cell).normalize('NFKC')
  if (text === '') return null
  const lunar = lunarMark.test(text) && !solarMark.test(text)
  const leapMonth = lunar && leapMark.test(text)
  const bare = text
    .replace(/\([^)\d]*\)|[일월화수목금토]요일/g, ' ')
    .replace(/[양음윤]력?달?/g, ' ')
    .trim()
  const [day, rest] = dayIn(bare, thisYear)
  if (day === null) return null
  const seconds = timeIn(rest)
  if (seconds === undefined) return null
  const { year, month, day: number } = day
  const valid = lunar ? month >= 1 && month <= 12 && number >= 1 && number <= 30 : isDay(year, month, number)
  return valid ? { year, month, day: number, lunar, leapMonth, seconds } : null
}

interface Day {
  readonly year: number | null
  readonly month: number
  readonly day: number
}

const withSigns = /^(\d{4}|\d{2})\s*[-./년]\s*(\d{1,2})\s*[-./월]\s*(\d{1,2})\s*[일.]?(?:\s*T\s*|\s+|$)(.*)$/s
const monthAndDay = /^(\d{1,2})\s*[-./월]\s*(\d{1,2})\s*[일.]?$/
const together = /^(\d{4})(\d{2})(\d{2})(?:\s*(\d{2})(\d{2})(\d{2})?)?$/
const together6 = /^(\d{2})(\d{2})(\d{2})$/
const serial = /^\d{5}(?:\.\d+)?$/

const dayIn = (text: string, thisYear: number): [Day | null, string] => {
  const signed = withSigns.exec(text)
  if (signed !== null) return [dayOf(signed, thisYear), signed[4] ?? '']
  const eight = together.exec(text)
  if (eight !== null) {
    const time = eight[4] === undefined ? '' : `${eight[4]}:${eight[5]}:${eight[6] ?? '00'}`
    return [dayOf(eight, thisYear), time]
  }
  const six = together6.exec(text)
  if (six !== null) return [dayOf(six, thisYear), '']
  if (serial.test(text)) {
    const written = serialText(Number(text))
    return written === null ? [null, ''] : dayIn(written, thisYear)
  }
  const short = monthAndDay.exec(text)
  return [short === null ? null : { year: null, month: Number(short[1]), day: Number(short[2]) }, '']
}

const dayOf = (found: RegExpExecArray, thisYear: number): Day => {
  const written = Number(found[1])
  const century = Math.floor(thisYear / 100) * 100
  const year =
    (found[1] ?? '').length === 4
      ? written
      : century + written > thisYear
        ? century - 100 + written
        : century + written
  return { year, month: Number(found[2]), day: Number(found[3]) }
}

const isDay = (year: number | null, month: number, day: number): boolean => {
  const most = daysOfMonth[month - 1] ?? 0
  if (day < 1 || day > most) return false
  if (year === null) return true
  if (year < 1900 || year > 2199) return false
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return !(month === 2 && day === 29 && !leap)
}

const clock =
  /^(오전|오후|am|pm)?\s*(\d{1,2})\s*[:시]\s*(\d{1,2})?\s*[:분]?\s*(\d{1,2})?(?:\.\d+)?\s*초?\s*(am|pm|z|[+-]\d{2}:?\d{2})?$/i

/** Seconds since midnight; null for no time, undefined for something that is none. */
export const timeIn = (text: string): number | null | undefined => {
  const trimmed = text.trim()
  if (trimmed === '') return null
  const found = clock.exec(trimmed)
  if (found === null) return undefined
  const half = (found[1] ?? found[5] ?? '').toLowerCase()
  const written = Number(found[2])
  const afternoon = half === '오후' || half === 'pm'
  const morning = half === '오전' || half === 'am'
  const hour = afternoon && written < 12 ? written + 12 : morning && written === 12 ? 0 : written
  const minute = Number(found[3] ?? 0)
  const second = Number(found[4] ?? 0)
  return hour < 24 && minute < 60 && second < 60 ? hour * 3_600 + minute * 60 + second : undefined
}

const pad = (value: number, length = 2): string => String(value).padStart(length, '0')

/** `1990-01-02`; null where the year is not known. */
export const dateText = ({ year, month, day }: DateFound): string | null =>
  year === null ? null : `${pad(year, 4)}-${pad(month)}-${pad(day)}`

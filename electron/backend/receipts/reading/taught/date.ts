import { type EpochMs, epochOf, koreanTime } from '#shared/dates.ts'
import type { Line } from '../text/line.ts'

/** In which order a paper prints year, month and day. */
export const dateOrders = ['ymd', 'dmy', 'mdy', 'md', 'dm'] as const
export type DateOrder = (typeof dateOrders)[number]

/** How an owner has shown the date to be printed. */
export interface TaughtDate {
  /** What stands right before it, without blanks; '' where nothing does. */
  readonly label: string
  readonly order: DateOrder
  /** The line's form (see `lineForm`), which finds it where there is no label. */
  readonly form: string
}

/** A line with every number and every word made alike: what stays the same from paper to paper. */
export const lineForm = (text: string): string =>
  text
    .replace(/\s+/g, '')
    .replace(/\d+/g, '0')
    .replace(/[가-힣A-Za-z]+/g, 'a')
    .slice(0, 60)

const pairs = (run: string): string[] => run.match(/\d{2}/g) ?? []

/** `20261122143015` and `1405` are several numbers printed as one. */
const numbersIn = (text: string, order: DateOrder): number[] => {
  const out: string[] = []
  for (const [run] of text.slice(0, 60).matchAll(/\d+/g)) {
    const packed = out.length === 0 && order === 'ymd'
    if (packed && run.length >= 8) out.push(run.slice(0, 4), ...pairs(run.slice(4)))
    else if (packed && run.length === 6) out.push(...pairs(run))
    else if (out.length >= order.length && (run.length === 4 || run.length === 6)) out.push(...pairs(run))
    else out.push(run)
  }
  return out.map(Number).slice(0, 6)
}

const hourOf = (hour: number, text: string): number => {
  if (/오후|pm/i.test(text)) return hour < 12 ? hour + 12 : hour
  return /오전|am/i.test(text) && hour === 12 ? 0 : hour
}

const dayMs = 24 * 60 * 60_000

/** The instant that `text` begins with; null where it holds none in that order. */
export const dateIn = (text: string, order: DateOrder, receivedAt: EpochMs): EpochMs | null => {
  const numbers = numbersIn(text, order)
  const [a, b, c] = numbers
  if (a === undefined || b === undefined) return null
  const length = order.length
  const [hour = 0, minute = 0, second = 0] = numbers.slice(length)
  const part = (sign: string): number => [a, b, c][order.indexOf(sign)] ?? 0
  const at = (year: number): EpochMs | null =>
    epochOf(year, part('m'), part('d'), hourOf(hour, text), minute, second)
  if (length === 3) {
    const year = part('y')
    if (year >= 100 && (year < 1990 || year > 2100)) return null
    return at(year < 100 ? 2000 + year : year)
  }
  const thisYear = koreanTime(receivedAt).year
  for (const year of [thisYear + 1, thisYear, thisYear - 1]) {
    const found = at(year)
    if (found !== null && found <= receivedAt + dayMs) return found
  }
  return null
}

/** The text from behind the label on, in a line without its blanks; null where the label is not in it. */
export const afterLabel = (line: Line, label: string): string | null => {
  const at = label === '' ? -1 : line.compact.indexOf(label)
  return at < 0 ? null : line.compact.slice(at + label.length)
}

/** What stands between two figures keeps them apart even without blanks. */
const spaced = (line: Line, label: string): string | null => {
  if (afterLabel(line, label) === null) return null
  let left = line.compact.indexOf(label) + label.length
  let index = 0
  for (; left > 0 && index < line.text.length; index += 1) if (/\S/.test(line.text.charAt(index))) left -= 1
  return line.text.slice(index)
}

/** When the paper was issued, by the place that the owner has shown. */
export const taughtDate = (
  lines: readonly Line[],
  date: TaughtDate | null,
  receivedAt: EpochMs,
): EpochMs | null => {
  if (date === null) return null
  for (const line of lines) {
    if (line.blank || line.rule) continue
    const alike = date.label === '' && lineForm(line.text) === date.form
    const text = alike ? line.text : spaced(line, date.label)
    const found = text === null ? null : dateIn(text, date.order, receivedAt)
    if (found !== null) return found
  }
  return null
}

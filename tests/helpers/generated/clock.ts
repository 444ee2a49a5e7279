import type { SaleTime } from './sale.ts'

const two = (value: number): string => String(value).padStart(2, '0')
const weekday = (t: SaleTime): string =>
  '일월화수목금토'.charAt(new Date(Date.UTC(t.year, t.month - 1, t.day)).getUTCDay())
const hours = (t: SaleTime): string => `${two(t.hour)}:${two(t.minute)}`
const full = (t: SaleTime): string => `${hours(t)}:${two(t.second)}`
const halfDay = (t: SaleTime): string =>
  `${t.hour < 12 ? '오전' : '오후'} ${t.hour % 12 || 12}:${two(t.minute)}`

export const clockNames = [
  'seconds',
  'minutes',
  'korean',
  'dots',
  'short',
  'slashes',
  'no-year',
  'in-brackets',
  'glued',
] as const
export type ClockName = (typeof clockNames)[number]

/** The moment as a POS writes it. */
export const clocks: Record<ClockName, (t: SaleTime) => string> = {
  seconds: (t) => `${t.year}-${two(t.month)}-${two(t.day)} ${full(t)}`,
  minutes: (t) => `${t.year}-${two(t.month)}-${two(t.day)} (${weekday(t)}) ${hours(t)}`,
  korean: (t) => `${t.year}년 ${two(t.month)}월 ${two(t.day)}일 ${halfDay(t)}`,
  dots: (t) => `${t.year}.${two(t.month)}.${two(t.day)}(${weekday(t)}) ${full(t)}`,
  short: (t) => `${two(t.year % 100)}-${two(t.month)}-${two(t.day)} ${full(t)}`,
  slashes: (t) => `${t.year}/${two(t.month)}/${two(t.day)} ${hours(t)}`,
  'no-year': (t) => `${two(t.month)}/${two(t.day)} ${full(t)}`,
  'in-brackets': (t) => `[${t.year}-${two(t.month)}-${two(t.day)}] [${full(t)}]`,
  glued: (t) => `${t.year}${two(t.month)}${two(t.day)} ${full(t)}`,
}

const minutesOnly: ReadonlySet<ClockName> = new Set(['minutes', 'korean', 'slashes'])
/** Whether the paper tells the second. */
export const showsSeconds = (clock: ClockName): boolean => !minutesOnly.has(clock)
export const showsYear = (clock: ClockName): boolean => clock !== 'no-year'

const pad = (value: number): string => String(value).padStart(2, '0')

/** 202611 of `2026-11-22`. */
export const monthPeriod = (date: string): number => Number(date.slice(0, 4)) * 100 + Number(date.slice(5, 7))

/** 202512 is one month before 202601. */
export const monthsBefore = (period: number, months: number): number => {
  const count = Math.floor(period / 100) * 12 + (period % 100) - 1 - months
  return Math.floor(count / 12) * 100 + (count % 12) + 1
}

/** `2026-11` of 202611. */
export const monthText = (period: number): string => `${Math.floor(period / 100)}-${pad(period % 100)}`

/** First and last day of a period, which may be a day (20261122) itself. */
export const firstDay = (period: number): string =>
  period > 1_000_000
    ? `${monthText(Math.floor(period / 100))}-${pad(period % 100)}`
    : `${monthText(period)}-01`

export const lastDay = (period: number): string => {
  if (period > 1_000_000) return firstDay(period)
  const end = new Date(Date.UTC(Math.floor(period / 100), period % 100, 0))
  return `${monthText(period)}-${pad(end.getUTCDate())}`
}

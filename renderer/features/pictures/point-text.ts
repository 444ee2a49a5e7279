import type { PictureStep } from '#shared/contract/analytics.ts'
import type { Words } from '../../app/words.ts'

interface Span {
  readonly from: string
  readonly to: string
}

/** What a point is called at the axis: `11/22`, `11/16~`, `2026-11`, `2026`. */
export const axisText = ({ from }: Span, step: PictureStep, withYear: boolean): string => {
  if (step === 'year') return from.slice(0, 4)
  if (step === 'month') return from.slice(0, 7)
  const day = `${Number(from.slice(5, 7))}/${Number(from.slice(8))}`
  const dated = withYear ? `${from.slice(2, 4)}/${day}` : day
  return step === 'week' ? `${dated}~` : dated
}

/** What a point is called where there is room: `2026-11-22 (일)`, `2026-11-16 ~ 11-22`. */
export const pointText = ({ from, to }: Span, step: PictureStep, { t }: Pick<Words, 't'>): string => {
  if (step === 'year') return from.slice(0, 4)
  if (step === 'month') return from.slice(0, 7)
  if (from === to) return `${from} (${weekdayText(weekdayOf(from), t)})`
  return `${from} ~ ${from.slice(0, 4) === to.slice(0, 4) ? to.slice(5) : to}`
}

export const weekdayText = (weekday: number, t: Words['t']): string =>
  Array.from(t('time.weekdays'))[weekday] ?? ''

const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay()

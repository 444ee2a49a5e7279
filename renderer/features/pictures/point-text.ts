import type { PictureStep } from '#shared/contract/analytics.ts'
import { daysBetween } from '#shared/dates.ts'
import type { Span } from '#shared/spans.ts'
import type { Words } from '../../app/words.ts'
import { isCut } from './range/places.ts'

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

/** The same in a tooltip: of a week, month or year that is not whole, how many days of it there are. */
export const saidPoint = (point: Span, step: PictureStep, words: Pick<Words, 't'>): string => {
  const text = pointText(point, step, words)
  if (!isCut(point, step)) return text
  const days = daysBetween(point.from, point.to) + 1
  return `${text} (${words.t('pictures.cutDays', { days, count: days })})`
}

/** The value of a bar; one that is not whole is paler than the others. */
export const cutBar = (value: number, point: Span | undefined, step: PictureStep) =>
  point !== undefined && isCut(point, step) ? { value, itemStyle: { opacity: 0.5 } } : { value }

/** The places of bars that are not whole. */
export const cutPlaces = (points: readonly Span[], step: PictureStep): ReadonlySet<number> =>
  new Set(points.flatMap((point, place) => (isCut(point, step) ? [place] : [])))

/** Why some bars are paler; null where none is. */
export const cutNote = (
  points: readonly Span[],
  step: PictureStep,
  { t }: Pick<Words, 't'>,
): string | null =>
  step !== 'day' && points.some((point) => isCut(point, step)) ? t(`pictures.cut.${step}`) : null

export const weekdayText = (weekday: number, t: Words['t']): string =>
  Array.from(t('time.weekdays'))[weekday] ?? ''

const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay()

import type { CallOutput } from '#shared/contract/index.ts'
import { baseOption, quietAxis } from './chart/base.ts'
import type { Drawing } from './chart/drawing.ts'
import type { PictureOption } from './chart/echarts.ts'
import { counted, percentText } from './compact.ts'

export type Cohort = CallOutput<'analytics.cohorts'>['cohorts'][number]

/** As many as can be read; older ones stand in the table. */
export const mostCohorts = 24
const mostMonths = 24

/** The latest ones that have a month after their first. */
const drawnCohorts = (cohorts: readonly Cohort[]): Cohort[] =>
  cohorts.filter(({ guests }) => guests.length > 1).slice(-mostCohorts)

export const retained = ({ guests }: Cohort, later: number): number =>
  guests[0] === undefined || guests[0] === 0 ? 0 : (guests[later] ?? 0) / guests[0]

/** Months of first visits down, months later across; as dark as the part that still came. */
export const cohortsOption = (cohorts: readonly Cohort[], drawing: Drawing): PictureOption | null => {
  if (cohorts.length === 0) return null
  const { colours, words } = drawing
  const { t } = words
  const base = baseOption(colours)
  const axis = quietAxis(colours)
  const shown = drawnCohorts(cohorts)
  const months = Math.min(mostMonths, Math.max(...shown.map(({ guests }) => guests.length - 1)))
  const across = Array.from({ length: months }, (_, place) => place + 1)
  const cells = shown.flatMap((cohort, row) =>
    across
      .filter((later) => later < cohort.guests.length)
      .map((later) => [later - 1, row, retained(cohort, later)] as const),
  )
  if (cells.length === 0) return null
  const most = Math.max(0.01, ...cells.map(([, , share]) => share))
  return {
    ...base,
    grid: { left: 4, right: 8, top: 8, bottom: 4, containLabel: true },
    tooltip: {
      ...base.tooltip,
      formatter: (given: unknown) => {
        const found = cohortAt(given, cohorts)
        if (found === null) return ''
        const { cohort, later } = found
        return [
          t('pictures.cohorts.first', { month: cohort.month, ...counted(cohort.guests[0] ?? 0) }),
          t('pictures.cohorts.later', { months: later, ...counted(cohort.guests[later] ?? 0) }),
          percentText(retained(cohort, later)),
        ].join('\n')
      },
    },
    xAxis: {
      type: 'category',
      position: 'top',
      data: across.map((later) => t('pictures.cohorts.month', { months: later })),
      ...axis,
      axisLine: { show: false },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: shown.map(({ month, guests }) => `${month} · ${t('pictures.people', counted(guests[0] ?? 0))}`),
      ...axis,
      axisLine: { show: false },
      splitLine: { show: false },
    },
    visualMap: {
      show: false,
      min: 0,
      max: most,
      inRange: { color: [colours['picture-low'], colours['picture-high']] },
      dimension: 2,
    },
    series: [
      {
        type: 'heatmap',
        data: cells.map((cell) => ({
          value: [...cell],
          label: {
            show: across.length <= 13,
            color: cell[2] > most * 0.7 ? colours.sheet : colours.ink,
            fontFamily: colours.font,
            fontSize: 13,
            formatter: percentText(cell[2]),
          },
        })),
        itemStyle: { borderColor: colours.sheet, borderWidth: 2, borderRadius: 3 },
        emphasis: { itemStyle: { borderColor: colours.ink, borderWidth: 2 } },
      },
    ],
  }
}

/** Which cohort, and how many months later, the library's event or its data is about. */
export const cohortAt = (
  given: unknown,
  cohorts: readonly Cohort[],
): { readonly cohort: Cohort; readonly later: number } | null => {
  const data: unknown = typeof given === 'object' && given !== null && 'data' in given ? given.data : given
  const cell: unknown = typeof data === 'object' && data !== null && 'value' in data ? data.value : data
  if (!Array.isArray(cell)) return null
  const cohort = drawnCohorts(cohorts)[Number(cell[1])]
  return cohort === undefined ? null : { cohort, later: Number(cell[0]) + 1 }
}

/** So many months after a month: `2026-11` and 2 are `2027-01`. */
export const laterMonth = (month: string, later: number): string => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const months = year * 12 + number - 1 + later
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
}

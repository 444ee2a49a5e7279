import type { CallOutput } from '#shared/contract/index.ts'
import type { Words } from '../../app/words.ts'
import { baseOption, quietAxis } from './chart/base.ts'
import type { Drawing } from './chart/drawing.ts'
import type { PictureOption } from './chart/echarts.ts'
import { compact, counted } from './compact.ts'
import { weekdayText } from './point-text.ts'

export type HeatCell = CallOutput<'analytics.heat'>['cells'][number]
export type HeatAxis = 'weekday' | 'hour' | 'month'
export interface HeatAxes {
  readonly rows: 'weekday' | 'month'
  readonly columns: 'hour' | 'weekday'
}

/** Mondays first, as in a Korean calendar of the trade. */
const week = [1, 2, 3, 4, 5, 6, 0] as const

/** On average of a day: a month with five Sundays is no busier for that. */
export const perDay = (cell: HeatCell): number => (cell.days === 0 ? 0 : cell.net / cell.days)

export const axisName = (kind: HeatAxis, value: number, t: Words['t']): string => {
  if (kind === 'weekday') return t('pictures.weekday', { day: weekdayText(value, t) })
  if (kind === 'hour') return t('pictures.hour', { hour: value })
  return `${String(value).slice(0, 4)}-${String(value).slice(4)}`
}

export const cellName = (cell: HeatCell, { rows, columns }: HeatAxes, t: Words['t']): string =>
  `${axisName(rows, cell.row, t)} ${axisName(columns, cell.column, t)}`

/** Everything between the first and the last hour, so that a quiet one shows as quiet. */
const hoursOf = (cells: readonly HeatCell[]): number[] => {
  const hours = cells.map((cell) => cell.column)
  const first = Math.min(...hours)
  return Array.from({ length: Math.max(...hours) - first + 1 }, (_, place) => first + place)
}

const axisOf = (names: string[], { colours }: Drawing) => ({
  type: 'category' as const,
  data: names,
  ...quietAxis(colours),
  axisLine: { show: false },
  splitLine: { show: false },
})

export const heatOption = (
  cells: readonly HeatCell[],
  axes: HeatAxes,
  drawing: Drawing,
): PictureOption | null => {
  if (cells.length === 0) return null
  const { colours, words } = drawing
  const { t, won } = words
  const base = baseOption(colours)
  const across = axes.columns === 'weekday' ? [...week] : hoursOf(cells)
  const down =
    axes.rows === 'weekday' ? [...week] : [...new Set(cells.map((cell) => cell.row))].sort((a, b) => a - b)
  const most = Math.max(...cells.map(perDay))
  const said = (cell: HeatCell): string =>
    [
      cellName(cell, axes, t),
      t('pictures.heat.aDay', { sum: won(Math.round(perDay(cell))) }),
      `${t('pictures.receipts', counted(cell.sales))} · ${won(cell.net)}`,
    ].join('\n')
  return {
    ...base,
    grid: { left: 4, right: 8, top: 8, bottom: 48, containLabel: true },
    tooltip: {
      ...base.tooltip,
      formatter: (given: unknown) => {
        const cell = cellAt(given, cells)
        return cell === undefined ? '' : said(cell)
      },
    },
    xAxis: axisOf(
      across.map((value) => axisName(axes.columns, value, t)),
      drawing,
    ),
    yAxis: {
      ...axisOf(
        down.map((value) => axisName(axes.rows, value, t)),
        drawing,
      ),
      inverse: true,
    },
    visualMap: {
      min: 0,
      max: most,
      calculable: false,
      orient: 'horizontal',
      left: 0,
      bottom: 0,
      itemHeight: 140,
      itemWidth: 14,
      text: [compact(most, words), '0'],
      textStyle: { color: colours.soft, fontFamily: colours.font, fontSize: 13 },
      inRange: { color: [colours['picture-low'], colours['picture-high']] },
      dimension: 2,
    },
    series: [
      {
        type: 'heatmap',
        // The fourth figure only says which cell it is.
        data: cells.map((cell, place) => [
          across.indexOf(cell.column),
          down.indexOf(cell.row),
          Math.round(perDay(cell)),
          place,
        ]),
        itemStyle: { borderColor: colours.sheet, borderWidth: 2, borderRadius: 3 },
        emphasis: { itemStyle: { borderColor: colours.ink, borderWidth: 2 } },
      },
    ],
  }
}

/** The cell that the library's event or its data is about. */
export const cellAt = (given: unknown, cells: readonly HeatCell[]): HeatCell | undefined => {
  const data: unknown = typeof given === 'object' && given !== null && 'data' in given ? given.data : given
  return Array.isArray(data) ? cells[Number(data[3])] : undefined
}

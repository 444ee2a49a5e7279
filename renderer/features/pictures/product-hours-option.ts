import type { CallOutput } from '#shared/contract/index.ts'
import { baseOption, quietAxis } from './chart/base.ts'
import type { Drawing } from './chart/drawing.ts'
import type { PictureOption } from './chart/echarts.ts'
import { counted } from './compact.ts'

export type ProductHours = CallOutput<'analytics.productHours'>
export type ProductHour = ProductHours['cells'][number]

/** Share of a product's own day: what sells little has its hours too. */
const shareOf = (cell: ProductHour, totals: ReadonlyMap<number, number>): number => {
  const all = totals.get(cell.product) ?? 0
  return all <= 0 ? 0 : cell.quantity / all
}

export const productTotals = (cells: readonly ProductHour[]): Map<number, number> => {
  const totals = new Map<number, number>()
  for (const { product, quantity } of cells) totals.set(product, (totals.get(product) ?? 0) + quantity)
  return totals
}

/** Products down, hours across; as dark as the hour's share of what sells of it in a day. */
export const productHoursOption = (
  data: ProductHours | undefined,
  drawing: Drawing,
): PictureOption | null => {
  if (data === undefined || data.cells.length === 0) return null
  const { products, cells } = data
  const { colours, words } = drawing
  const { t, won } = words
  const base = baseOption(colours)
  const totals = productTotals(cells)
  const hours = cells.map(({ hour }) => hour)
  const first = Math.min(...hours)
  const across = Array.from({ length: Math.max(...hours) - first + 1 }, (_, place) => first + place)
  const most = Math.max(...cells.map((cell) => shareOf(cell, totals)))
  const axis = quietAxis(colours)
  return {
    ...base,
    grid: { left: 4, right: 8, top: 8, bottom: 4, containLabel: true },
    tooltip: {
      ...base.tooltip,
      formatter: (given: unknown) => {
        const cell = productHourAt(given, cells)
        if (cell === undefined) return ''
        const name = products.find(({ id }) => id === cell.product)?.name ?? ''
        const share = Math.round(shareOf(cell, totals) * 100)
        return [
          `${name}, ${t('pictures.hour', { hour: cell.hour })}`,
          `${t('pictures.pieces', counted(cell.quantity))} · ${won(cell.net)}`,
          t('pictures.productHours.share', { percent: share }),
        ].join('\n')
      },
    },
    xAxis: {
      type: 'category',
      data: across.map((hour) => t('pictures.hour', { hour })),
      ...axis,
      axisLine: { show: false },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: products.map(({ name }) => name),
      ...axis,
      axisLine: { show: false },
      splitLine: { show: false },
      axisLabel: { ...axis.axisLabel, color: colours.ink, width: 132, overflow: 'truncate', interval: 0 },
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
        data: cells.map((cell, place) => [
          across.indexOf(cell.hour),
          products.findIndex(({ id }) => id === cell.product),
          shareOf(cell, totals),
          place,
        ]),
        itemStyle: { borderColor: colours.sheet, borderWidth: 2, borderRadius: 3 },
        emphasis: { itemStyle: { borderColor: colours.ink, borderWidth: 2 } },
      },
    ],
  }
}

/** The cell that the library's event or its data is about. */
export const productHourAt = (given: unknown, cells: readonly ProductHour[]): ProductHour | undefined => {
  const data: unknown = typeof given === 'object' && given !== null && 'data' in given ? given.data : given
  return Array.isArray(data) ? cells[Number(data[3])] : undefined
}

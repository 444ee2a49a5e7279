import { useMemo, useState } from 'react'
import { useDrawing } from './chart/drawing.ts'
import { counted } from './compact.ts'
import { cellAt, cellName, type HeatCell, heatOption, perDay } from './heat-option.ts'
import { Picture } from './picture.tsx'
import type { RangeState } from './range/range-state.ts'
import { rangeText } from './range/range-text.ts'
import { SmallChoice } from './small-choice.tsx'
import { useOpenReceipts } from './use-open-behind.ts'
import { useCompared, usePicture } from './use-picture.ts'

const views = ['weekday-hour', 'month-hour', 'month-weekday'] as const
type View = (typeof views)[number]

const axesOf = {
  'weekday-hour': { rows: 'weekday', columns: 'hour' },
  'month-hour': { rows: 'month', columns: 'hour' },
  'month-weekday': { rows: 'month', columns: 'weekday' },
} as const

const none: HeatCell[] = []

const busiest = (cells: readonly HeatCell[]): HeatCell | null =>
  cells.reduce<HeatCell | null>(
    (top, cell) => (top === null || perDay(cell) > perDay(top) ? cell : top),
    null,
  )

const daysOfMonth = (month: number): { from: string; to: string } => {
  const text = `${String(month).slice(0, 4)}-${String(month).slice(4)}`
  const end = new Date(Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5)), 0)).getUTCDate()
  return { from: `${text}-01`, to: `${text}-${end}` }
}

/** When the shop is busy: weekday, month and hour against each other. */
export const HeatPicture = ({ state }: { readonly state: RangeState }) => {
  const drawing = useDrawing()
  const { t, won } = drawing.words
  const { range, compare } = state
  const [view, look] = useState<View>('weekday-hour')
  const axes = axesOf[view]
  const query = usePicture('analytics.heat', { range, ...axes })
  const before = useCompared('analytics.heat', compare, (other) => ({ range: other, ...axes }))
  const openReceipts = useOpenReceipts()
  // While other axes are fetched the cells are still those of the ones before.
  const cells = query.isPlaceholderData ? none : (query.data?.cells ?? none)
  const option = useMemo(() => heatOption(cells, axes, drawing), [cells, axes, drawing])
  const best = busiest(cells)
  const earlier = busiest(before?.cells ?? none)
  const open = (cell: HeatCell): void => {
    const part = axes.rows === 'month' ? daysOfMonth(cell.row) : range
    const from = part.from > range.from ? part.from : range.from
    const to = part.to < range.to ? part.to : range.to
    const weekday = axes.rows === 'weekday' ? cell.row : axes.columns === 'weekday' ? cell.column : null
    openReceipts(
      {
        range: { from, to },
        ...(weekday === null ? {} : { weekday }),
        ...(axes.columns === 'hour' ? { hour: cell.column } : {}),
      },
      t('pictures.receiptsOf', { what: `${cellName(cell, axes, t)}, ${rangeText({ from, to })}` }),
    )
  }
  return (
    <Picture
      title={t('pictures.heat')}
      range={range}
      query={query}
      says={
        best === null
          ? ''
          : t('pictures.heat.says', { when: cellName(best, axes, t), sum: won(Math.round(perDay(best))) })
      }
      before={earlier === null ? null : cellName(earlier, axes, t)}
      option={option}
      tall
      wide
      onPick={({ data }) => {
        const cell = cellAt(data, cells)
        if (cell !== undefined) open(cell)
      }}
      controls={
        <SmallChoice
          label={t('pictures.heat.view')}
          value={view}
          options={views.map((value) => ({ value, text: t(`pictures.heat.${value}`) }))}
          onChange={look}
        />
      }
      table={{
        head: [t('pictures.when'), t('pictures.heat.perDay'), t('pictures.net'), t('pictures.receiptsHead')],
        rows: [...cells]
          .sort((a, b) => perDay(b) - perDay(a))
          .map((cell) => ({
            key: `${cell.row} ${cell.column}`,
            cells: [
              cellName(cell, axes, t),
              won(Math.round(perDay(cell))),
              won(cell.net),
              t('pictures.count', counted(cell.sales)),
            ],
            open: () => open(cell),
          })),
      }}
    />
  )
}

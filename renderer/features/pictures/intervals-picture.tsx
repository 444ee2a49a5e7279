import { useMemo } from 'react'
import type { CallOutput } from '#shared/contract/index.ts'
import type { Words } from '../../app/words.ts'
import { baseOption, legendOf, quietAxis } from './chart/base.ts'
import { comparedLine } from './chart/compared-line.ts'
import { type Drawing, indexOf, useDrawing } from './chart/drawing.ts'
import type { PictureOption } from './chart/echarts.ts'
import { counted, percentText } from './compact.ts'
import { monthsNote } from './months.ts'
import { Picture } from './picture.tsx'
import type { RangeState } from './range/range-state.ts'
import { useOpenPeople } from './use-open-behind.ts'
import { useCompared, usePicture } from './use-picture.ts'

type Intervals = CallOutput<'analytics.intervals'>
type Bar = Intervals['bars'][number]

const barName = ({ from, to }: Bar, t: Words['t']): string => {
  if (to === null) return t('pictures.intervals.over', { from })
  return from === to
    ? t('pictures.intervals.days', { days: from })
    : t('pictures.intervals.between', { from, to })
}

/** The bar in which the middle lies: half of all visits come sooner, half later. */
const isMiddle = (bar: Bar, median: number | null): boolean =>
  median !== null && median >= bar.from && (bar.to === null || median < bar.to + 1)

const intervalsOption = (
  data: Intervals | undefined,
  before: Intervals | undefined,
  drawing: Drawing,
): PictureOption | null => {
  if (data === undefined || data.visits === 0) return null
  const { bars, visits, median } = data
  const { colours, words } = drawing
  const { t } = words
  const base = baseOption(colours)
  const axis = quietAxis(colours)
  return {
    ...base,
    legend:
      before === undefined
        ? { show: false }
        : legendOf(base.legend, {
            bars: [t('pictures.visitsHead')],
            lines: [],
            dashes: [t('pictures.before')],
          }),
    grid: { left: 4, right: 8, top: before === undefined ? 12 : 36, bottom: 4, containLabel: true },
    tooltip: {
      ...base.tooltip,
      trigger: 'axis',
      axisPointer: { type: 'shadow', shadowStyle: { color: colours.soft, opacity: 0.08 } },
      formatter: (given: unknown) => {
        const bar = bars[indexOf(given)]
        if (bar === undefined) return ''
        const other = before?.bars[indexOf(given)]
        return [
          barName(bar, t),
          `${t('pictures.visits', counted(bar.visits))} (${percentText(bar.visits / visits)})`,
          ...(other === undefined
            ? []
            : [`${t('pictures.before')} ${t('pictures.visits', counted(other.visits))}`]),
        ].join('\n')
      },
    },
    xAxis: {
      type: 'category',
      data: bars.map((bar) => barName(bar, t)),
      ...axis,
      axisLabel: { ...axis.axisLabel, interval: 0, rotate: 40, hideOverlap: false },
      splitLine: { show: false },
    },
    yAxis: { type: 'value', ...axis, axisLine: { show: false }, minInterval: 1 },
    series: [
      {
        type: 'bar',
        name: t('pictures.visitsHead'),
        barCategoryGap: '12%',
        // Of the legend; each bar has its own below.
        itemStyle: { color: colours['picture-1'] },
        data: bars.map((bar) => ({
          value: bar.visits,
          itemStyle: {
            color: isMiddle(bar, median) ? colours['picture-2'] : colours['picture-1'],
            borderRadius: [3, 3, 0, 0],
          },
          label: {
            show: isMiddle(bar, median),
            position: 'top' as const,
            color: colours.ink,
            fontFamily: colours.font,
            fontSize: 13,
            textBorderColor: colours.sheet,
            textBorderWidth: 3,
            formatter: t('pictures.intervals.middle'),
          },
        })),
      },
      ...(before === undefined
        ? []
        : comparedLine(
            t('pictures.before'),
            bars.map((_, place) => before.bars[place]?.visits ?? null),
            colours,
          )),
    ],
  }
}

/** After how many days people come again. */
export const IntervalsPicture = ({ state }: { readonly state: RangeState }) => {
  const drawing = useDrawing()
  const { t } = drawing.words
  const { range, compare } = state
  const query = usePicture('analytics.intervals', { range })
  const before = useCompared('analytics.intervals', compare, (other) => ({ range: other }))
  const openPeople = useOpenPeople()
  const { data } = query
  const option = useMemo(() => intervalsOption(data, before, drawing), [data, before, drawing])
  const open = (bar: Bar): void =>
    openPeople(
      { kind: 'interval', range, from: bar.from, to: bar.to },
      t('pictures.behind.interval', { what: barName(bar, t) }),
    )
  const visits = data?.visits ?? 0
  return (
    <Picture
      title={t('pictures.intervals')}
      range={range}
      query={query}
      says={data?.median == null ? '' : t('pictures.intervals.says', { days: counted(data.median).n })}
      before={
        before?.median == null ? null : t('pictures.intervals.days', { days: counted(before.median).n })
      }
      option={option}
      onPick={({ index }) => {
        const bar = data?.bars[index]
        if (bar !== undefined) open(bar)
      }}
      note={data === undefined ? null : monthsNote(data.months, t)}
      table={{
        head: [
          t('pictures.intervals.head'),
          t('pictures.visitsHead'),
          t('pictures.share'),
          ...(before === undefined ? [] : [t('pictures.before')]),
        ],
        rows: (data?.bars ?? []).map((bar, place) => ({
          key: String(bar.from),
          cells: [
            barName(bar, t),
            t('pictures.visits', counted(bar.visits)),
            percentText(visits === 0 ? 0 : bar.visits / visits),
            ...(before === undefined ? [] : [t('pictures.visits', counted(before.bars[place]?.visits ?? 0))]),
          ],
          open: () => open(bar),
        })),
      }}
    />
  )
}

import { useMemo } from 'react'
import type { CallOutput } from '#shared/contract/index.ts'
import { baseOption, quietAxis } from './chart/base.ts'
import { type Drawing, indexOf, useDrawing } from './chart/drawing.ts'
import type { PictureOption } from './chart/echarts.ts'
import { counted, percentText } from './compact.ts'
import { Picture } from './picture.tsx'
import type { RangeState } from './range/range-state.ts'
import { rangeText } from './range/range-text.ts'
import { useOpenPeople } from './use-open-behind.ts'
import { useCompared, usePicture } from './use-picture.ts'

type Top = CallOutput<'analytics.top'>
type Share = Top['shares'][number]

const topOption = (data: Top | undefined, drawing: Drawing): PictureOption | null => {
  if (data === undefined || data.customers === 0 || data.net <= 0) return null
  const { colours, words } = drawing
  const { t, won } = words
  const base = baseOption(colours)
  const axis = quietAxis(colours)
  const shares = data.shares.filter(({ percent }) => percent < 100)
  return {
    ...base,
    legend: { show: false },
    grid: { left: 4, right: 56, top: 8, bottom: 4, containLabel: true },
    tooltip: {
      ...base.tooltip,
      trigger: 'axis',
      axisPointer: { type: 'shadow', shadowStyle: { color: colours.soft, opacity: 0.08 } },
      formatter: (given: unknown) => {
        const share = shares[indexOf(given)]
        if (share === undefined) return ''
        return [
          `${t('pictures.top.best', { percent: share.percent })} · ${t('pictures.people', counted(share.customers))}`,
          `${won(share.net)} (${percentText(share.net / data.net)})`,
          t('pictures.top.least', { sum: won(share.least) }),
        ].join('\n')
      },
    },
    xAxis: {
      type: 'value',
      max: 1,
      ...axis,
      axisLabel: { ...axis.axisLabel, formatter: (value: number) => `${Math.round(value * 100)}%` },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: shares.map(({ percent }) => t('pictures.top.best', { percent })),
      ...axis,
      axisLabel: { ...axis.axisLabel, color: colours.ink, interval: 0 },
    },
    series: [
      {
        type: 'bar',
        name: t('pictures.share'),
        data: shares.map(({ net }) => net / data.net),
        itemStyle: { color: colours['picture-1'], borderRadius: [0, 3, 3, 0] },
        barMaxWidth: 30,
        label: {
          show: true,
          position: 'right',
          color: colours.ink,
          fontFamily: colours.font,
          fontSize: 14,
          formatter: ({ value }) => percentText(Number(value)),
        },
      },
    ],
  }
}

/** What the best fifth bought of it all; null where nothing was bought. */
const fifthOf = (data: Top | undefined): number | null => {
  const fifth = data?.shares.find(({ percent }) => percent === 20)
  return data === undefined || fifth === undefined || data.net <= 0 ? null : fifth.net / data.net
}

/** How much hangs on the best customers. */
export const TopPicture = ({ state }: { readonly state: RangeState }) => {
  const drawing = useDrawing()
  const { t, won } = drawing.words
  const { range, compare } = state
  const query = usePicture('analytics.top', { range })
  const before = useCompared('analytics.top', compare, (other) => ({ range: other }))
  const openPeople = useOpenPeople()
  const { data } = query
  const option = useMemo(() => topOption(data, drawing), [data, drawing])
  const shares = data?.shares ?? []
  const fifth = fifthOf(data)
  const earlier = fifthOf(before)
  const open = ({ percent }: Share): void =>
    openPeople({ kind: 'top', range, percent }, t('pictures.behind.top', { percent, what: rangeText(range) }))
  return (
    <Picture
      title={t('pictures.top')}
      range={range}
      query={query}
      says={fifth === null ? '' : t('pictures.top.says', { share: percentText(fifth) })}
      before={earlier === null ? null : percentText(earlier)}
      option={option}
      onPick={({ index }) => {
        const share = shares[index]
        if (share !== undefined) open(share)
      }}
      table={{
        head: [
          t('pictures.top.head'),
          t('pictures.peopleHead'),
          t('pictures.net'),
          t('pictures.share'),
          t('pictures.top.leastHead'),
        ],
        rows: shares.map((share) => ({
          key: String(share.percent),
          cells: [
            t('pictures.top.best', { percent: share.percent }),
            t('pictures.people', counted(share.customers)),
            won(share.net),
            percentText(data === undefined || data.net <= 0 ? 0 : share.net / data.net),
            won(share.least),
          ],
          open: () => open(share),
        })),
      }}
    />
  )
}

import { useMemo } from 'react'
import { baseOption, compactAxis, legendOf, quietAxis } from '../pictures/chart/base.ts'
import { type Drawing, indexOf, useDrawing } from '../pictures/chart/drawing.ts'
import type { PictureOption } from '../pictures/chart/echarts.ts'
import { Picture } from '../pictures/picture.tsx'
import { useOpenReceipts } from '../pictures/use-open-behind.ts'
import { type Evening, weekdayName } from './sentences.ts'

type Hour = Evening['hours'][number]

const hoursOption = ({ hours, date }: Evening, isToday: boolean, drawing: Drawing): PictureOption => {
  const { colours, words } = drawing
  const { t, won } = words
  const base = baseOption(colours)
  const name = t(isToday ? 'evening.title.today' : 'evening.hoursThatDay')
  const usual = t('evening.hoursUsual', { weekday: weekdayName(date, t) })
  return {
    ...base,
    legend: legendOf(base.legend, { bars: [name], lines: [usual], dashes: [] }),
    tooltip: {
      ...base.tooltip,
      trigger: 'axis',
      axisPointer: { type: 'shadow', shadowStyle: { color: colours.soft, opacity: 0.08 } },
      formatter: (given: unknown) => {
        const hour = hours[indexOf(given)]
        if (hour === undefined) return ''
        return `${t('pictures.hour', { hour: hour.hour })}\n${won(hour.net)}\n${usual} ${won(Math.round(hour.usual))}`
      },
    },
    xAxis: {
      type: 'category',
      data: hours.map(({ hour }) => t('pictures.hour', { hour })),
      ...quietAxis(colours),
      splitLine: { show: false },
    },
    yAxis: { ...compactAxis(drawing), splitNumber: 3 },
    series: [
      {
        type: 'bar',
        name,
        data: hours.map(({ net }) => net),
        barMaxWidth: 32,
        itemStyle: { color: colours['picture-1'], borderRadius: [3, 3, 0, 0] },
      },
      {
        type: 'line',
        name: usual,
        data: hours.map((hour) => Math.round(hour.usual)),
        symbol: 'none',
        lineStyle: { color: colours['picture-2'], width: 3 },
        itemStyle: { color: colours['picture-2'] },
      },
    ],
  }
}

/** The day hour by hour, and what such a day usually is; the receipts of an hour are behind its bar. */
export const HoursPicture = ({
  evening,
  isToday,
}: {
  readonly evening: Evening
  readonly isToday: boolean
}) => {
  const drawing = useDrawing()
  const { t, won } = drawing.words
  const openReceipts = useOpenReceipts()
  const { hours, date } = evening
  const option = useMemo(
    () => (hours.length === 0 ? null : hoursOption(evening, isToday, drawing)),
    [evening, hours, isToday, drawing],
  )
  const busiest = hours.reduce<Hour | null>(
    (top, hour) => (top === null || hour.net > top.net ? hour : top),
    null,
  )
  if (busiest === null) return null
  const range = { from: date, to: date }
  const open = ({ hour }: Hour): void =>
    openReceipts(
      { range, hour },
      t('pictures.receiptsOf', { what: `${date}, ${t('pictures.hour', { hour })}` }),
    )
  return (
    <Picture
      title={t('evening.hours')}
      range={range}
      query={{ data: evening, isFetching: false, error: null }}
      says={t(busiest.net > 0 ? 'evening.hoursSays' : 'evening.hoursNone', { hour: busiest.hour })}
      option={option}
      onPick={({ index }) => {
        const hour = hours[index]
        if (hour !== undefined && hour.net !== 0) open(hour)
      }}
      table={{
        head: [
          t('pictures.hourHead'),
          t('pictures.net'),
          t('evening.hoursUsual', { weekday: weekdayName(date, t) }),
        ],
        rows: hours.map((one) => ({
          key: String(one.hour),
          cells: [t('pictures.hour', { hour: one.hour }), won(one.net), won(Math.round(one.usual))],
          ...(one.net === 0 ? {} : { open: () => open(one) }),
        })),
      }}
    />
  )
}

import { useMemo } from 'react'
import { baseOption, compactAxis, quietAxis } from '../pictures/chart/base.ts'
import { Chart } from '../pictures/chart/chart.tsx'
import { type Drawing, indexOf, useDrawing } from '../pictures/chart/drawing.ts'
import type { PictureOption } from '../pictures/chart/echarts.ts'
import { type Evening, weekdayName } from './sentences.ts'

const hoursOption = ({ hours, date }: Evening, drawing: Drawing): PictureOption => {
  const { colours, words } = drawing
  const { t, won } = words
  const base = baseOption(colours)
  const usual = t('evening.hoursUsual', { weekday: weekdayName(date, t) })
  return {
    ...base,
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
        name: t('evening.hoursToday'),
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

/** The day hour by hour, and what such a day usually is. */
export const HoursPicture = ({ evening }: { readonly evening: Evening }) => {
  const drawing = useDrawing()
  const { t } = drawing.words
  const option = useMemo(() => hoursOption(evening, drawing), [evening, drawing])
  const busiest = evening.hours.reduce<Evening['hours'][number] | null>(
    (top, hour) => (top === null || hour.net > top.net ? hour : top),
    null,
  )
  if (busiest === null) return null
  const says = busiest.net > 0 ? t('evening.hoursSays', { hour: busiest.hour }) : ''
  return (
    <section className="evening-part" aria-labelledby="evening-hours">
      <h2 id="evening-hours">{t('evening.hours')}</h2>
      <p className="evening-says">{says}</p>
      <Chart option={option} label={`${t('evening.hours')}. ${says}`} low />
    </section>
  )
}

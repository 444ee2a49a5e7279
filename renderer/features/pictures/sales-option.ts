import type { PictureStep } from '#shared/contract/analytics.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import { baseOption, compactAxis, legendOf, quietAxis } from './chart/base.ts'
import { comparedLine } from './chart/compared-line.ts'
import { type Drawing, indexOf } from './chart/drawing.ts'
import type { PictureOption } from './chart/echarts.ts'
import { counted } from './compact.ts'
import { axisText, cutBar, cutPlaces, saidPoint } from './point-text.ts'

type Point = CallOutput<'analytics.sales'>['points'][number]

const line = (name: string, values: (number | null)[], color: string) => ({
  type: 'line' as const,
  name,
  data: values,
  symbol: 'none',
  lineStyle: { color, width: 3 },
  itemStyle: { color },
})

/**
 * Bars of what was sold, a line of the average, a broken line of what it is compared with.
 * @param compared what stands beside each point; null where nothing is compared.
 */
export const salesOption = (
  points: readonly Point[],
  compared: readonly (Point | undefined)[] | null,
  step: PictureStep,
  drawing: Drawing,
): PictureOption | null => {
  if (points.every((point) => point.sales === 0 && point.refunds === 0)) return null
  const { colours, words } = drawing
  const { t, won } = words
  const base = baseOption(colours)
  const withYear = points[0]?.from.slice(0, 4) !== points.at(-1)?.from.slice(0, 4)
  const said = (index: number): string => {
    const point = points[index]
    if (point === undefined) return ''
    const other = compared?.[index]
    return [
      saidPoint(point, step, words),
      `${won(point.net)} · ${t('pictures.receipts', counted(point.sales))}`,
      ...(point.average === null
        ? []
        : [`${t(`pictures.average.${step}`)} ${won(Math.round(point.average))}`]),
      ...(other === undefined ? [] : [`${saidPoint(other, step, words)} ${won(other.net)}`]),
    ].join('\n')
  }
  return {
    ...base,
    legend: legendOf(base.legend, {
      bars: [t('pictures.net')],
      lines: step === 'year' ? [] : [t(`pictures.average.${step}`)],
      dashes: compared === null ? [] : [t('pictures.before')],
    }),
    tooltip: {
      ...base.tooltip,
      trigger: 'axis',
      axisPointer: { type: 'shadow', shadowStyle: { color: colours.soft, opacity: 0.08 } },
      formatter: (given: unknown) => said(indexOf(given)),
    },
    xAxis: {
      type: 'category',
      data: points.map((point) => axisText(point, step, withYear)),
      ...quietAxis(colours),
      splitLine: { show: false },
    },
    yAxis: compactAxis(drawing),
    series: [
      {
        type: 'bar',
        name: t('pictures.net'),
        data: points.map((point) => cutBar(point.net, point, step)),
        itemStyle: { color: colours['picture-1'], borderRadius: [3, 3, 0, 0] },
        barMaxWidth: 44,
        barCategoryGap: '28%',
      },
      ...(step === 'year'
        ? []
        : [
            line(
              t(`pictures.average.${step}`),
              points.map((point) => point.average),
              colours['picture-2'],
            ),
          ]),
      ...(compared === null
        ? []
        : comparedLine(
            t('pictures.before'),
            points.map((_, place) => compared[place]?.net ?? null),
            colours,
            cutPlaces(points, step),
          )),
    ],
  }
}

import type { PictureStep } from '#shared/contract/analytics.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import { baseOption, compactAxis, legendOf, quietAxis } from './chart/base.ts'
import { comparedLine } from './chart/compared-line.ts'
import { type Drawing, indexOf } from './chart/drawing.ts'
import type { PictureOption } from './chart/echarts.ts'
import { counted, percentText } from './compact.ts'
import { axisText, cutBar, cutPlaces, saidPoint } from './point-text.ts'

export type GuestPoint = CallOutput<'analytics.guests'>['points'][number]

interface Part {
  readonly name: string
  readonly values: readonly number[]
  readonly color: string
}

/** What is drawn of the compared range, point by point, and what it says of one. */
interface Compared {
  readonly name: string
  /** Beside each point; null where nothing is compared. */
  readonly points: readonly (GuestPoint | undefined)[] | null
  readonly value: (point: GuestPoint) => number
  readonly said: (point: GuestPoint) => string
}

/** Parts of a whole upon each other; the second has stripes, so that colours are not needed to tell them. */
const stacked = (
  points: readonly GuestPoint[],
  step: PictureStep,
  parts: readonly Part[],
  said: (point: GuestPoint) => string,
  compared: Compared,
  drawing: Drawing,
  axis: object,
): PictureOption => {
  const { colours, words } = drawing
  const base = baseOption(colours)
  const withYear = points[0]?.from.slice(0, 4) !== points.at(-1)?.from.slice(0, 4)
  return {
    ...base,
    legend: legendOf(base.legend, {
      bars: parts.map(({ name }) => name),
      lines: [],
      dashes: compared.points === null ? [] : [compared.name],
    }),
    tooltip: {
      ...base.tooltip,
      trigger: 'axis',
      axisPointer: { type: 'shadow', shadowStyle: { color: colours.soft, opacity: 0.08 } },
      formatter: (given: unknown) => {
        const point = points[indexOf(given)]
        const other = compared.points?.[indexOf(given)]
        const before = other === undefined ? '' : `\n${saidPoint(other, step, words)} ${compared.said(other)}`
        return point === undefined ? '' : said(point) + before
      },
    },
    xAxis: {
      type: 'category',
      data: points.map((point) => axisText(point, step, withYear)),
      ...quietAxis(colours),
      splitLine: { show: false },
    },
    yAxis: { type: 'value', ...axis },
    series: [
      ...parts.map(({ name, values, color }, place) => ({
        type: 'bar' as const,
        stack: 'all',
        name,
        data: values.map((value, index) => cutBar(value, points[index], step)),
        barMaxWidth: 44,
        barCategoryGap: '28%',
        itemStyle: {
          color,
          ...(place === 1
            ? {
                decal: {
                  symbol: 'rect',
                  dashArrayX: [1, 0],
                  dashArrayY: [3, 5],
                  rotation: -Math.PI / 4,
                  color: colours.sheet,
                },
              }
            : {}),
        },
      })),
      ...(compared.points === null
        ? []
        : comparedLine(
            compared.name,
            compared.points.map((other) => (other === undefined ? null : compared.value(other))),
            colours,
            cutPlaces(points, step),
          )),
    ],
  }
}

/** What customers bought, and what was bought by nobody known. */
export const membersOption = (
  points: readonly GuestPoint[],
  compared: readonly (GuestPoint | undefined)[] | null,
  step: PictureStep,
  drawing: Drawing,
): PictureOption | null => {
  if (points.every(({ sales, net }) => sales === 0 && net === 0)) return null
  const { colours, words } = drawing
  const { t, won } = words
  return stacked(
    points,
    step,
    [
      {
        name: t('pictures.members.known'),
        values: points.map((one) => one.guestNet),
        color: colours['picture-1'],
      },
      {
        name: t('pictures.members.unknown'),
        values: points.map((one) => one.net - one.guestNet),
        color: colours['picture-before'],
      },
    ],
    (point) =>
      [
        saidPoint(point, step, words),
        `${t('pictures.members.known')} ${won(point.guestNet)} (${percentText(point.net <= 0 ? 0 : point.guestNet / point.net)})`,
        `${t('pictures.members.unknown')} ${won(point.net - point.guestNet)}`,
      ].join('\n'),
    {
      name: `${t('pictures.before')}, ${t('pictures.members.known')}`,
      points: compared,
      value: (point) => point.guestNet,
      said: (point) => `${t('pictures.members.known')} ${won(point.guestNet)}`,
    },
    drawing,
    compactAxis(drawing),
  )
}

/** First visits and visits of those who had been there before. */
export const newcomersOption = (
  points: readonly GuestPoint[],
  compared: readonly (GuestPoint | undefined)[] | null,
  step: PictureStep,
  drawing: Drawing,
): PictureOption | null => {
  if (points.every(({ visits }) => visits === 0)) return null
  const { colours, words } = drawing
  const { t } = words
  return stacked(
    points,
    step,
    [
      {
        name: t('pictures.guests.returning'),
        values: points.map((one) => one.visits - one.newcomers),
        color: colours['picture-1'],
      },
      {
        name: t('pictures.guests.new'),
        values: points.map((one) => one.newcomers),
        color: colours['picture-2'],
      },
    ],
    (point) =>
      [
        saidPoint(point, step, words),
        `${t('pictures.guests.returning')} ${t('pictures.visits', counted(point.visits - point.newcomers))}`,
        `${t('pictures.guests.new')} ${t('pictures.people', counted(point.newcomers))}`,
      ].join('\n'),
    {
      name: t('pictures.before'),
      points: compared,
      value: (point) => point.visits,
      said: (point) => t('pictures.visits', counted(point.visits)),
    },
    drawing,
    { ...quietAxis(colours), axisLine: { show: false }, minInterval: 1 },
  )
}

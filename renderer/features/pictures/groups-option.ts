import type { CallOutput } from '#shared/contract/index.ts'
import { baseOption, quietAxis } from './chart/base.ts'
import { type Drawing, indexOf } from './chart/drawing.ts'
import type { PictureOption } from './chart/echarts.ts'
import { counted } from './compact.ts'

type Day = CallOutput<'segments.history'>['days'][number]

/** A stage of a customer's life with its size on the days that were kept. */
export interface StageHistory {
  readonly id: number
  readonly name: string
  readonly days: readonly Day[]
}

/** As many bars as can be told apart. */
const mostBars = 60

/** The kept days of a range; of many of them every so manieth, the last one always. */
export const keptDays = (stages: readonly StageHistory[], from: string, to: string): string[] => {
  const dates = [...new Set(stages.flatMap(({ days }) => days.map(({ date }) => date)))]
    .filter((date) => date >= from && date <= to)
    .sort()
  const every = Math.ceil(dates.length / mostBars)
  return dates.filter((_, place) => (dates.length - 1 - place) % every === 0)
}

/** How many were in it on that day: what was kept last before it. */
export const sizeOn = ({ days }: StageHistory, date: string): number =>
  days.findLast((day) => day.date <= date)?.members ?? 0

const tones = ['picture-3', 'picture-5', 'picture-1', 'picture-2', 'picture-before', 'picture-4'] as const

/** The stages upon each other, day by day. */
export const groupsOption = (
  stages: readonly StageHistory[],
  dates: readonly string[],
  drawing: Drawing,
): PictureOption | null => {
  if (dates.length === 0) return null
  const { colours, words } = drawing
  const { t } = words
  const base = baseOption(colours)
  const axis = quietAxis(colours)
  return {
    ...base,
    tooltip: {
      ...base.tooltip,
      trigger: 'axis',
      axisPointer: { type: 'shadow', shadowStyle: { color: colours.soft, opacity: 0.08 } },
      formatter: (given: unknown) => {
        const date = dates[indexOf(given)]
        if (date === undefined) return ''
        return [
          date,
          ...stages.map((stage) => `${stage.name} ${t('pictures.people', counted(sizeOn(stage, date)))}`),
        ].join('\n')
      },
    },
    xAxis: {
      type: 'category',
      data: dates.map((date) => date.slice(2).replaceAll('-', '/')),
      ...axis,
      splitLine: { show: false },
    },
    yAxis: { type: 'value', ...axis, axisLine: { show: false }, minInterval: 1 },
    series: stages.map((stage, place) => ({
      type: 'bar' as const,
      stack: 'all',
      name: stage.name,
      barCategoryGap: '12%',
      barMaxWidth: 44,
      data: dates.map((date) => sizeOn(stage, date)),
      itemStyle: {
        color: colours[tones[place % tones.length] ?? 'picture-1'],
        // A line between neighbours, for eyes that see their colours alike.
        borderColor: colours.sheet,
        borderWidth: dates.length > 40 ? 0 : 1,
        ...(place % 2 === 1
          ? {
              decal: {
                symbol: 'rect',
                dashArrayX: [1, 0],
                dashArrayY: [2, 6],
                rotation: -Math.PI / 4,
                color: colours.sheet,
              },
            }
          : {}),
      },
    })),
  }
}

export interface Stream {
  readonly from: number
  readonly to: number
  readonly people: number
}

/** From what people were on a day to what they are now. */
export const flowOption = (
  streams: readonly Stream[],
  nameOf: (id: number) => string,
  drawing: Drawing,
): PictureOption | null => {
  if (streams.length === 0) return null
  const { colours, words } = drawing
  const { t } = words
  const base = baseOption(colours)
  const ids = [...new Set(streams.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b)
  const colourOf = (id: number): string => colours[tones[ids.indexOf(id) % tones.length] ?? 'picture-1']
  const then = (id: number): string => t('pictures.flow.then', { name: nameOf(id) })
  const now = (id: number): string => t('pictures.flow.now', { name: nameOf(id) })
  // Names stand beside the ends, where no stream runs through them.
  const node = (name: string, id: number, side: 'left' | 'right') => ({
    name,
    itemStyle: { color: colourOf(id) },
    label: { position: side },
  })
  return {
    ...base,
    legend: { show: false },
    tooltip: {
      ...base.tooltip,
      formatter: (given: unknown) => {
        const stream = streams[indexOf(given)]
        const isEdge =
          typeof given === 'object' && given !== null && 'dataType' in given && given.dataType === 'edge'
        if (!isEdge || stream === undefined) return ''
        return `${then(stream.from)} → ${now(stream.to)}\n${t('pictures.people', counted(stream.people))}`
      },
    },
    series: [
      {
        type: 'sankey',
        left: 150,
        right: 150,
        top: 8,
        bottom: 8,
        nodeGap: 14,
        draggable: false,
        emphasis: { focus: 'adjacency' },
        label: { color: colours.ink, fontFamily: colours.font, fontSize: 14 },
        lineStyle: { color: 'source', opacity: 0.35 },
        data: [
          ...[...new Set(streams.map(({ from }) => from))].map((id) => node(then(id), id, 'left')),
          ...[...new Set(streams.map(({ to }) => to))].map((id) => node(now(id), id, 'right')),
        ],
        links: streams.map(({ from, to, people }) => ({
          source: then(from),
          target: now(to),
          value: people,
        })),
      },
    ],
  }
}

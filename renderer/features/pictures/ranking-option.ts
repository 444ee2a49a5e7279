import type { CallOutput } from '#shared/contract/index.ts'
import type { Words } from '../../app/words.ts'
import { baseOption, compactAxis, quietAxis } from './chart/base.ts'
import { type Drawing, indexOf } from './chart/drawing.ts'
import type { PictureOption } from './chart/echarts.ts'
import { counted, growth } from './compact.ts'

export type RankedItem = CallOutput<'analytics.ranking'>['items'][number]

/** As many as have room beside their names. */
const mostBars = 12

/** `+12%`, `-3%`; a word where there was nothing before. */
export const growthText = (item: RankedItem, t: Words['t']): string => {
  if (item.before === null) return ''
  const more = growth(item.net, item.before.net)
  if (more === null) return t('pictures.ranking.new')
  return more === 0 ? '±0%' : `${more > 0 ? '▲' : '▼'}${Math.abs(more)}%`
}

export const itemName = (item: RankedItem, t: Words['t']): string =>
  item.name === '' ? t('pictures.noCategory') : item.name

/** The best first, what they were before in grey beneath, growth at the end of each bar. */
export const rankingOption = (items: readonly RankedItem[], drawing: Drawing): PictureOption | null => {
  if (items.length === 0) return null
  const { colours, words } = drawing
  const { t, won } = words
  const shown = items.slice(0, mostBars)
  const base = baseOption(colours)
  const compared = shown.some((item) => item.before !== null)
  const said = (item: RankedItem): string =>
    [
      itemName(item, t),
      `${won(item.net)} · ${t('pictures.pieces', counted(item.quantity))}`,
      ...(item.before === null
        ? []
        : [`${t('pictures.before')} ${won(item.before.net)} · ${growthText(item, t)}`]),
    ].join('\n')
  /** At the end of the longer of the two bars, where nothing is in its way. */
  const growthLabel = (here: (item: RankedItem) => boolean) => ({
    show: true,
    position: 'right' as const,
    color: colours.ink,
    fontFamily: colours.font,
    fontSize: 13,
    formatter: ({ dataIndex }: { readonly dataIndex: number }) => {
      const item = shown[dataIndex]
      return item === undefined || !here(item) ? '' : growthText(item, t)
    },
  })
  return {
    ...base,
    grid: { left: 4, right: 64, top: compared ? 32 : 8, bottom: 4, containLabel: true },
    tooltip: {
      ...base.tooltip,
      trigger: 'axis',
      axisPointer: { type: 'shadow', shadowStyle: { color: colours.soft, opacity: 0.08 } },
      formatter: (given: unknown) => {
        const item = shown[indexOf(given)]
        return item === undefined ? '' : said(item)
      },
    },
    xAxis: { ...compactAxis(drawing), splitNumber: 4 },
    yAxis: {
      type: 'category',
      inverse: true,
      data: shown.map((item) => itemName(item, t)),
      ...quietAxis(colours),
      axisLabel: {
        ...quietAxis(colours).axisLabel,
        color: colours.ink,
        width: 132,
        overflow: 'truncate',
        interval: 0,
      },
    },
    series: [
      {
        type: 'bar',
        name: t('pictures.net'),
        data: shown.map((item) => item.net),
        itemStyle: { color: colours['picture-1'], borderRadius: [0, 3, 3, 0] },
        barGap: '10%',
        barCategoryGap: '32%',
        label: growthLabel((item) => compared && item.net >= (item.before?.net ?? 0)),
      },
      ...(compared
        ? [
            {
              type: 'bar' as const,
              name: t('pictures.before'),
              data: shown.map((item) => item.before?.net ?? 0),
              itemStyle: { color: colours['picture-before'], borderRadius: [0, 3, 3, 0] },
              label: growthLabel((item) => item.net < (item.before?.net ?? 0)),
            },
          ]
        : []),
    ],
  }
}

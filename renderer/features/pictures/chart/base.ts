import { compact } from '../compact.ts'
import type { Colours } from './colours.ts'
import type { Drawing } from './drawing.ts'
import type { PictureOption } from './echarts.ts'

/** What all pictures share: letters, quiet axes, tooltips drawn on the canvas (the page's policy allows no other). */
export const baseOption = (colours: Colours) =>
  ({
    animation: false,
    textStyle: { fontFamily: colours.font, fontSize: 14, color: colours.ink },
    grid: { left: 4, right: 16, top: 36, bottom: 4, containLabel: true },
    tooltip: {
      renderMode: 'richText' as const,
      confine: true,
      backgroundColor: colours.sheet,
      borderColor: colours.line,
      textStyle: { fontFamily: colours.font, color: colours.ink, fontSize: 15, lineHeight: 24 },
    },
    legend: {
      top: 0,
      right: 0,
      itemGap: 20,
      textStyle: { fontFamily: colours.font, color: colours.ink, fontSize: 14 },
      icon: 'roundRect' as const,
      itemHeight: 12,
      itemWidth: 12,
    },
  }) satisfies PictureOption

/** How a series is drawn, so that its sign in the legend is drawn the same way. */
const signs = {
  bars: 'roundRect',
  lines: 'path://M0 0h12v3h-12z',
  dashes: 'path://M0 0h5v3h-5zM7 0h5v3h-5z',
} as const

/** The legend with a sign for each series that looks like it: a block, a line, dashes. */
export const legendOf = <L extends object>(
  legend: L,
  names: Readonly<Record<keyof typeof signs, readonly string[]>>,
) => ({
  ...legend,
  data: (['bars', 'lines', 'dashes'] as const).flatMap((look) =>
    names[look].map((name) => ({ name, icon: signs[look] })),
  ),
})

export const quietAxis = (colours: Colours) => ({
  axisLine: { lineStyle: { color: colours.line } },
  axisTick: { show: false },
  splitLine: { lineStyle: { color: colours.line } },
  axisLabel: { color: colours.soft, fontFamily: colours.font, fontSize: 13, hideOverlap: true },
})

/** An axis of won. */
export const compactAxis = ({ colours, words }: Drawing) => ({
  type: 'value' as const,
  ...quietAxis(colours),
  axisLine: { show: false },
  axisLabel: {
    ...quietAxis(colours).axisLabel,
    formatter: (value: number) => compact(value, words),
  },
})

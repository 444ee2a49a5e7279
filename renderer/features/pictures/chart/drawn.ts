import type { Colours } from './colours.ts'
import { init, type PictureOption } from './echarts.ts'

const width = 1400
const height = 760
/** What the title takes; and the scale of colours, where there is one. */
const headHeight = 120
const footHeight = 64

/** A flow has no grid: it is moved out of the title's way itself. A scale of colours stands off the edge. */
const roomBelowTitle = ({ series, visualMap }: PictureOption): PictureOption => ({
  ...(Array.isArray(series) && series[0]?.type === 'sankey'
    ? { series: [{ type: 'sankey', top: headHeight, bottom: 32 }] }
    : {}),
  ...(visualMap === undefined || Array.isArray(visualMap) ? {} : { visualMap: { left: 24, bottom: 20 } }),
})

/**
 * The picture as a PNG with its title and range on it: what is taken out of the app says what it is.
 * @returns base64, without the words before it.
 */
export const drawnPng = (
  option: PictureOption,
  title: string,
  subtitle: string,
  colours: Colours,
): string => {
  const place = document.createElement('div')
  const chart = init(place, null, { renderer: 'canvas', width, height, devicePixelRatio: 2 })
  try {
    chart.setOption({ ...option, animation: false })
    chart.setOption({
      title: {
        text: title,
        subtext: subtitle,
        left: 24,
        top: 20,
        textStyle: { color: colours.ink, fontFamily: colours.font, fontSize: 26 },
        subtextStyle: { color: colours.soft, fontFamily: colours.font, fontSize: 17 },
      },
      grid: { left: 24, right: 32, top: headHeight, bottom: footHeight, containLabel: true },
      ...(option.legend === undefined ? {} : { legend: { top: 28, right: 32 } }),
      ...roomBelowTitle(option),
    })
    const url = chart.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: colours.sheet })
    return url.slice(url.indexOf(',') + 1)
  } finally {
    chart.dispose()
  }
}

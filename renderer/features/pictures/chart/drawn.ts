import type { Colours } from './colours.ts'
import { init, type PictureOption } from './echarts.ts'

const width = 1400
const height = 760

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
      grid: { left: 24, right: 32, top: 120, bottom: 40, containLabel: true },
    })
    const url = chart.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: colours.sheet })
    return url.slice(url.indexOf(',') + 1)
  } finally {
    chart.dispose()
  }
}

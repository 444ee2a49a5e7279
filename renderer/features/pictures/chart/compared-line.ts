import type { Colours } from './colours.ts'

/**
 * What a picture is compared with: a broken line over its bars, told apart by its dashes and not by its colour. A light
 * edge lifts it off dark bars. Where a bar is not whole the line stops and a dash stands alone, for a line down to it
 * would look like a fall.
 * @param alone places of the bars that are not whole.
 */
export const comparedLine = (
  name: string,
  values: readonly (number | null)[],
  colours: Colours,
  alone: ReadonlySet<number> = new Set(),
) => {
  const line = {
    type: 'line' as const,
    name,
    z: 3,
    silent: true,
    itemStyle: { color: colours.ink },
    lineStyle: {
      color: colours.ink,
      width: 3,
      type: 'dashed' as const,
      shadowColor: colours.sheet,
      shadowBlur: 5,
    },
  }
  const whole = {
    ...line,
    symbol: 'none',
    data: values.map((value, place) => (alone.has(place) ? null : value)),
  }
  if (alone.size === 0) return [whole]
  const dash = {
    ...line,
    symbol: 'rect',
    symbolSize: [24, 3],
    lineStyle: { ...line.lineStyle, opacity: 0 },
    data: values.map((value, place) => (alone.has(place) ? value : null)),
  }
  return [whole, dash]
}

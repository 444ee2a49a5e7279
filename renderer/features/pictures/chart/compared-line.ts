import type { Colours } from './colours.ts'

/**
 * What a picture is compared with: a broken line over its bars, told apart by its dashes and not by its colour. A light
 * edge lifts it off dark bars.
 */
export const comparedLine = (name: string, values: readonly (number | null)[], colours: Colours) => ({
  type: 'line' as const,
  name,
  data: [...values],
  symbol: 'none',
  z: 3,
  silent: true,
  lineStyle: {
    color: colours.ink,
    width: 3,
    type: 'dashed' as const,
    shadowColor: colours.sheet,
    shadowBlur: 5,
  },
  itemStyle: { color: colours.ink },
})

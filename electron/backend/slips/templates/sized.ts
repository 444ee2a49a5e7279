import type { BlockOf } from '#shared/contract/slip-templates.ts'
import { displayWidth } from '#shared/display-width.ts'
import { wrap, wrapEvenly } from '../columns.ts'

export interface Sized {
  readonly lines: readonly string[]
  readonly width: number
  readonly height: number
}

type Size = BlockOf<'text'>['size']

const times: Readonly<Record<Size, number>> = { normal: 1, tall: 1, large: 2, huge: 3 }
/** A name in large letters may take this many lines before it is better printed smaller. */
const mostLargeLines = 3

/**
 * A text as large as asked for, or as fits: on one line at up to three times, on a few lines at twice where no word
 * has to be broken, and else at its own width and twice its height.
 * @param text as it is printed, one line. @param columns of the paper.
 */
export const sized = (text: string, size: Size, align: 'left' | 'center', columns: number): Sized => {
  const broken = align === 'center' ? wrapEvenly : wrap
  if (times[size] === 1) {
    return { lines: broken(text, columns), width: 1, height: size === 'tall' ? 2 : 1 }
  }
  for (let larger = times[size]; larger > 1; larger -= 1) {
    if (displayWidth(text) * larger <= columns)
      return { lines: broken(text, columns), width: larger, height: larger }
  }
  const half = Math.floor(columns / 2)
  const lines = broken(text, half)
  const whole = text.split(' ').every((word) => displayWidth(word) <= half)
  return whole && lines.length <= mostLargeLines
    ? { lines, width: 2, height: 2 }
    : { lines: broken(text, columns), width: 1, height: 2 }
}

/** Lines of one size in which a text stands whole. Lengths in millimetres. */
export interface FittedText {
  readonly size: number
  readonly lines: readonly string[]
}

export interface TextSpace {
  readonly width: number
  readonly height: number
  /** The size that is tried first, and the one below which it does not go unless it has to. */
  readonly largest: number
  readonly smallest: number
  /** At most so many lines while that can be had. */
  readonly lines: number
}

/** From one line to the next, in sizes. */
export const lineStep = 1.32

/** Widths of signs of the text face in sizes, a little more than they are: nothing may be cut. */
const widthOf = (sign: string): number => {
  const code = sign.codePointAt(0) ?? 0
  if (code === 0x20) return 0.28
  if (/[ilI|.,:;'!]/.test(sign)) return 0.34
  if (/[\dabcdefghknopqrstuvxyzJL(){}[\]\-_/*]/.test(sign)) return 0.66
  if (code < 0x80) return 0.92
  return 0.98
}

/** mm of a line of text at a size. */
export const textWidth = (text: string, size: number): number =>
  Array.from(text).reduce((sum, sign) => sum + widthOf(sign), 0) * size

/**
 * The largest size at which a text stands whole in a space, broken at blanks and, where a word alone is too long, inside
 * it. Nothing is ever cut off: where even the smallest size is too large, it goes on below it.
 */
export const fitText = (text: string, space: TextSpace): FittedText => {
  const clean = text.replace(/\s+/g, ' ').trim()
  for (let size = space.largest; ; size *= 0.95) {
    const lines = brokenAt(clean, space.width / size)
    const fits = lines.length * size * lineStep <= space.height && lines.length <= linesAllowed(space, size)
    if (fits || size < 0.4) return { size: Math.round(size * 100) / 100, lines }
  }
}

const linesAllowed = ({ lines, smallest }: TextSpace, size: number): number =>
  size > smallest ? lines : Number.POSITIVE_INFINITY

/** @param width of a line, in sizes. */
const brokenAt = (text: string, width: number): string[] => {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (textWidth(longer, 1) <= width) line = longer
    else {
      if (line !== '') lines.push(line)
      line = word
      while (textWidth(line, 1) > width && Array.from(line).length > 1) {
        const signs = Array.from(line)
        let many = signs.length - 1
        while (many > 1 && textWidth(signs.slice(0, many).join(''), 1) > width) many -= 1
        lines.push(signs.slice(0, many).join(''))
        line = signs.slice(many).join('')
      }
    }
  }
  if (line !== '' || lines.length === 0) lines.push(line)
  return lines
}

import { characterWidth, displayWidth } from '#shared/display-width.ts'

export interface Column {
  readonly title: string
  readonly side: 'left' | 'right'
  /** Wider texts are cut; terminal columns. */
  readonly most?: number
}

/** Lines of a table in a terminal, where Hangul is two columns wide. */
export const tableLines = (columns: readonly Column[], rows: readonly (readonly string[])[]): string[] => {
  const cells = [columns.map(({ title }) => title), ...rows].map((row) =>
    columns.map(({ most }, place) => shortened(row[place] ?? '', most ?? 200)),
  )
  const widths = columns.map((_, place) => Math.max(...cells.map((row) => displayWidth(row[place] ?? ''))))
  const lines = cells.map((row) =>
    row
      .map((text, place) => padded(text, widths[place] ?? 0, columns[place]?.side ?? 'left'))
      .join('  ')
      .trimEnd(),
  )
  const rule = widths.map((width) => '-'.repeat(width)).join('  ')
  return [...lines.slice(0, 1), rule, ...lines.slice(1)]
}

const padded = (text: string, width: number, side: Column['side']): string => {
  const blanks = ' '.repeat(Math.max(0, width - displayWidth(text)))
  return side === 'left' ? text + blanks : blanks + text
}

/** At most so many columns; what was cut ends in two dots, which are narrow in every terminal. */
export const shortened = (text: string, most: number): string => {
  if (displayWidth(text) <= most) return text
  let width = 0
  let kept = ''
  for (const character of text) {
    width += characterWidth(character)
    if (width > most - 2) break
    kept += character
  }
  return `${kept}..`
}

import type { CallOutput } from '#shared/contract/index.ts'
import { displayWidth } from '#shared/display-width.ts'

type Line = CallOutput<'review.paper'>['lines'][number]

/** A printed word: its signs in the line's text, and the cells that it covers before the line is moved. */
export interface PaperWord {
  readonly line: number
  readonly start: number
  readonly end: number
  readonly text: string
  readonly left: number
  readonly width: number
}

interface Cell {
  readonly left: number
  readonly right: number
}

/** Where each sign that is no blank was printed, left to right. */
const printedCells = (line: Line): Cell[] =>
  [...line.runs]
    .sort((a, b) => a.column - b.column)
    .flatMap((run) => {
      const cells: Cell[] = []
      let left = run.column
      for (const sign of run.text) {
        const right = left + displayWidth(sign) * run.width
        if (sign.trim() !== '') cells.push({ left, right })
        left = right
      }
      return cells
    })

const signsIn = (text: string): number => Array.from(text.replace(/\s+/g, '')).length

/** The words of a line, each with its place on the paper. */
export const wordsOn = (line: Line, index: number): PaperWord[] => {
  const cells = printedCells(line)
  return [...line.text.matchAll(/\S+/g)].map(({ 0: text, index: start }): PaperWord => {
    const before = signsIn(line.text.slice(0, start))
    const first = cells[before]
    const last = cells[before + signsIn(text) - 1]
    const left = first?.left ?? displayWidth(line.text.slice(0, start))
    const right = last?.right ?? left + displayWidth(text)
    return { line: index, start, end: start + text.length, text, left, width: Math.max(1, right - left) }
  })
}

/** The word that an arrow key leads to; null at the paper's edge. */
export const neighbour = (
  rows: readonly (readonly PaperWord[])[],
  from: PaperWord,
  key: string,
): PaperWord | null => {
  const flat = rows.flat()
  const at = flat.findIndex((word) => word.line === from.line && word.start === from.start)
  if (key === 'ArrowRight') return flat[at + 1] ?? null
  if (key === 'ArrowLeft') return flat[at - 1] ?? null
  const beyond =
    key === 'ArrowDown'
      ? rows.find((row) => row.some((word) => word.line > from.line))
      : rows.findLast((row) => row.some((word) => word.line < from.line))
  const middle = from.left + from.width / 2
  const away = (word: PaperWord): number => Math.abs(word.left + word.width / 2 - middle)
  return [...(beyond ?? [])].sort((a, b) => away(a) - away(b))[0] ?? null
}

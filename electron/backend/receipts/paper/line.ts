import { cellsIn } from './cells.ts'
import { type Look, sameLook } from './look.ts'
import type { PaperLine, PaperRun } from './paper.ts'

export type Align = PaperLine['align']

/** A line while it is being printed: runs in the order in which they came. */
export interface LineInPrint {
  /** Where the next character goes, in cells of single width. */
  column: number
  runs: { text: string; column: number; end: number; look: Look }[]
  align: Align
}

export const newLine = (): LineInPrint => ({ column: 0, runs: [], align: 'left' })

/** Puts a text at the print position; joins the run before it where nothing changed. `cells` at single width. */
export const put = (line: LineInPrint, text: string, cells: number, look: Look, align: Align): void => {
  if (line.runs.length === 0) line.align = align
  const last = line.runs.at(-1)
  const end = line.column + cells * look.width
  if (last !== undefined && last.end === line.column && sameLook(last.look, look)) {
    last.text += text
    last.end = end
  } else line.runs.push({ text, column: line.column, end, look })
  line.column = end
}

const trailingBlanks = /[ \u3000]+$/

/**
 * The line as plain text, each run at its column. A wide run fills more cells than its letters: no blanks are
 * put between the letters, the difference follows after them. What was printed twice in one place (a way to
 * print bold) stands once; other text printed over is set behind.
 */
const textOf = (line: LineInPrint): string => {
  let text = ''
  let cells = 0
  let before: LineInPrint['runs'][number] | null = null
  for (const run of line.runs) {
    if (before !== null && before.column === run.column && before.text === run.text) continue
    const touches =
      before !== null &&
      before.look.width > 1 &&
      before.look.width === run.look.width &&
      before.end === run.column
    if (!touches) {
      const blanks = run.column < cells ? 1 : run.column - cells
      text += ' '.repeat(blanks)
      cells += blanks
    }
    text += run.text
    cells += cellsIn(run.text)
    before = run
  }
  return text.replace(trailingBlanks, '')
}

const asPrinted = (line: LineInPrint): PaperRun[] =>
  line.runs.map(({ text, column, look }) => ({ text, column, ...look }))

/** The finished line. A line of blanks that show nothing has no runs. */
export const finishLine = (line: LineInPrint): PaperLine => {
  const inOrder = line.runs.every((run, i) => i === 0 || run.column >= (line.runs[i - 1]?.column ?? 0))
  if (!inOrder) line.runs.sort((a, b) => a.column - b.column)
  const text = textOf(line)
  const shows = text !== '' || line.runs.some((run) => run.look.underline || run.look.inverse)
  return { text, runs: shows ? asPrinted(line) : [], align: line.align }
}

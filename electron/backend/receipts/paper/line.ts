import { heightOf, isBold, isInverse, isUnderlined, type LookCode, widthOf } from './look.ts'
import type { PaperLine, PaperRun } from './paper.ts'

export type Align = PaperLine['align']

interface RunInPrint {
  text: string
  /** Cells of the text at single width. */
  cells: number
  readonly column: number
  /** The column after the last character, at its printed width. */
  end: number
  readonly look: LookCode
}

/** A line while it is being printed: runs in the order in which they came. */
export interface LineInPrint {
  /** Where the next character goes, in cells of single width. */
  column: number
  runs: RunInPrint[]
  align: Align
  /** Something may stand before what came earlier. */
  movedBack: boolean
}

export const newLine = (): LineInPrint => ({ column: 0, runs: [], align: 'left', movedBack: false })

/** Puts a text at the print position; joins the run before it where nothing changed. `cells` at single width. */
export const put = (line: LineInPrint, text: string, cells: number, look: LookCode, align: Align): void => {
  if (line.runs.length === 0) line.align = align
  const last = line.runs.at(-1)
  const end = line.column + cells * widthOf(look)
  if (last !== undefined && last.end === line.column && last.look === look) {
    last.text += text
    last.cells += cells
    last.end = end
  } else {
    line.movedBack ||= last !== undefined && line.column < last.column
    line.runs.push({ text, cells, column: line.column, end, look })
  }
  line.column = end
}

/** Blanks of either width at the end do not count. */
const withoutTrailingBlanks = (text: string): string => {
  let end = text.length
  while (end > 0 && (text[end - 1] === ' ' || text[end - 1] === '\u3000')) end--
  return text.slice(0, end)
}

/**
 * The line as plain text, each run at its column. A wide run fills more cells than its letters: no blanks are
 * put between the letters, the difference follows after them. What was printed twice in one place (a way to
 * print bold) stands once; other text printed over is set behind.
 */
const textOf = (line: LineInPrint): string => {
  let text = ''
  let cells = 0
  let before: RunInPrint | null = null
  for (const run of line.runs) {
    if (before !== null && before.column === run.column && before.text === run.text) continue
    const touches =
      before !== null &&
      widthOf(before.look) > 1 &&
      widthOf(before.look) === widthOf(run.look) &&
      before.end === run.column
    if (!touches) {
      const blanks = run.column < cells ? 1 : run.column - cells
      text += ' '.repeat(blanks)
      cells += blanks
    }
    text += run.text
    cells += run.cells
    before = run
  }
  return withoutTrailingBlanks(text)
}

const asPrinted = ({ text, column, look }: RunInPrint): PaperRun => ({
  text,
  column,
  width: widthOf(look),
  height: heightOf(look),
  bold: isBold(look),
  underline: isUnderlined(look),
  inverse: isInverse(look),
})

/** The finished line. A line of blanks that show nothing has no runs. */
export const finishLine = (line: LineInPrint): PaperLine => {
  if (line.movedBack) line.runs.sort((a, b) => a.column - b.column)
  const text = textOf(line)
  const shows = text !== '' || line.runs.some((run) => isUnderlined(run.look) || isInverse(run.look))
  return { text, runs: shows ? line.runs.map(asPrinted) : [], align: line.align }
}

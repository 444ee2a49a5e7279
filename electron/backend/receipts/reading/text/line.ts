import { cellsIn } from '../../paper/cells.ts'
import type { Paper, PaperLine } from '../../paper/paper.ts'
import { compact, normalise } from './normalise.ts'
import { type Word, wordsOf } from './words.ts'

/** One printed line, prepared once for all that look at it. */
export interface Line {
  readonly index: number
  /** As printed. */
  readonly raw: string
  /** One spelling per sign; same indices as `raw`. */
  readonly text: string
  /** Without blanks. */
  readonly compact: string
  /** Columns before the first sign. */
  readonly indent: number
  readonly blank: boolean
  /** A ruler of dashes or the like, without words. */
  readonly rule: boolean
  /** Printed larger than usual somewhere. */
  readonly big: boolean
  /** Words and figures, left to right. */
  readonly words: readonly Word[]
}

const ruleLine = /^[-=_*~.·―ㅡ+|#<>\u2500-\u257f]{4,}$/
const wordSign = /[0-9A-Za-z가-힣]/

const isBig = (line: PaperLine): boolean => line.runs.some((run) => run.height > 1 || run.width > 1)

/** Signs of a line that are looked at: no printer is wider, and no noise may cost more. */
const longestLine = 300

export const lineOf = (line: PaperLine, index: number): Line => {
  const raw = line.text.length > longestLine ? line.text.slice(0, longestLine) : line.text
  const text = normalise(raw)
  const packed = compact(text)
  const start = text.search(/\S/)
  const rule = packed.length >= 4 && !wordSign.test(packed) && ruleLine.test(packed)
  return {
    index,
    raw,
    text,
    compact: packed,
    indent: start <= 0 ? 0 : cellsIn(raw.slice(0, start)),
    blank: packed === '',
    rule,
    big: isBig(line),
    words: rule || packed === '' ? [] : wordsOf(text),
  }
}

/** Box edges (`│ 합계  1,000 │`) are taken for blanks, so that the words inside stand alone. */
const unboxed = (line: PaperLine): PaperLine =>
  /[│┃║|]/.test(line.text) ? { ...line, text: line.text.replace(/[│┃║|]/g, ' ').trimEnd() } : line

export const linesOf = (paper: Paper): Line[] =>
  paper.lines.map((line, index) => lineOf(unboxed(line), index))

import { cellsIn } from '../../paper/cells.ts'
import type { Paper, PaperLine } from '../../paper/paper.ts'
import { compact, normalise } from './normalise.ts'
import { type Notes, remembering } from './remembering.ts'
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
  /** What has been found in lines that print alike (`remembered`). */
  readonly notes: Notes
}

const ruleLine = /^[-=_*~.·―ㅡ+|#<>\u2500-\u257f]{4,}$/
const boxEdge = /[│┃║|]/
const wordSign = /[0-9A-Za-z가-힣]/

const isBig = (line: PaperLine): boolean => line.runs.some((run) => run.height > 1 || run.width > 1)

/** Signs of a line that are looked at: no printer is wider, and no noise may cost more. */
const longestLine = 300

type Content = Omit<Line, 'index' | 'big'>

/** Box edges (`│ 합계  1,000 │`) are taken for blanks, so that the words inside stand alone. */
const unboxed = (text: string): string => (boxEdge.test(text) ? text.replace(/[│┃║|]/g, ' ').trimEnd() : text)

const contentOf = remembering((printed: string): Content => {
  const raw = unboxed(printed.length > longestLine ? printed.slice(0, longestLine) : printed)
  const text = normalise(raw)
  const packed = compact(text)
  const start = text.search(/\S/)
  const rule = packed.length >= 4 && !wordSign.test(packed) && ruleLine.test(packed)
  return {
    raw,
    text,
    compact: packed,
    indent: start <= 0 ? 0 : cellsIn(raw.slice(0, start)),
    blank: packed === '',
    rule,
    words: rule || packed === '' ? [] : wordsOf(text),
    notes: [],
  }
})

export const linesOf = (paper: Paper): Line[] =>
  paper.lines.map((line, index) => ({ ...contentOf(line.text), index, big: isBig(line) }))

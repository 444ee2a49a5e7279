import type { Column } from '../items/columns.ts'
import { endFrom, type Region } from '../items/region.ts'
import type { Line } from '../text/line.ts'
import type { Lexicon } from '../vocabulary/lexicon.ts'

/** Where an owner has shown the list of items to be. */
export interface TaughtList {
  /** The line above the first item, without blanks; or else how many rulers stand above it. */
  readonly head?: string | undefined
  readonly rule?: number | undefined
  readonly columns: readonly Column[]
  /** The first ruler below an item ends the list, whatever the words after it mean. */
  readonly endsAtRule: boolean
}

const startOf = (lines: readonly Line[], list: TaughtList): number => {
  if (list.head !== undefined) return lines.findIndex((line) => line.compact === list.head) + 1
  let rules = 0
  for (const line of lines) {
    if (line.rule) rules += 1
    if (rules > 0 && rules === list.rule) return line.index + 1
  }
  return 0
}

const hasFigure = (line: Line): boolean => line.words.some((word) => word.figure !== null)

/** The list as it was taught; null where this paper has no such place. */
export const taughtRegion = (
  lines: readonly Line[],
  lexicon: Lexicon,
  list: TaughtList | null,
): Region | null => {
  const start = list === null ? 0 : startOf(lines, list)
  if (list === null || start === 0) return null
  const figures = list.columns.filter((column) => column.role !== 'name').length
  const far = endFrom(lines, start, lexicon, figures)
  const first = lines.findIndex((line) => line.index >= start && hasFigure(line))
  const rule = lines.findIndex((line) => line.rule && line.index > first)
  const end = list.endsAtRule && first >= 0 && rule >= 0 ? Math.min(far, rule) : far
  const header = { first: start - 1, last: start - 1, columns: list.columns }
  return end > start ? { header, start, end } : null
}

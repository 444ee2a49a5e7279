import { leadOf } from '../reading/items/region.ts'
import type { ProfileData } from '../reading/profiles/schema.ts'
import type { Reading } from '../reading/reading.ts'
import type { Line } from '../reading/text/line.ts'
import { commonLexicon, labelKey } from '../reading/vocabulary/lexicon.ts'
import { type Mark, markOf } from './marks.ts'

export type Labels = ProfileData['labels']

/** A figure with words before it, somewhere below the first item. */
interface Labelled {
  readonly key: string
  readonly value: number
  readonly line: number
}

const mostLooked = 12

const labelledBelow = (lines: readonly Line[], from: number): Labelled[] =>
  lines
    .filter((line) => line.index > from && !line.blank && !line.rule)
    .flatMap((line): Labelled[] => {
      const key = labelKey(leadOf(line, commonLexicon).label)
      const value = line.words.at(-1)?.figure?.value
      return key.length < 2 || value === undefined ? [] : [{ key, value, line: line.index }]
    })
    .slice(0, mostLooked)

/**
 * Words that may end the list, the lowest first: those of the lines between the first item and the total. None is
 * among the ways too.
 */
export const endingLabels = (lines: readonly Line[], marks: readonly Mark[]): Labels[] => {
  const first = markOf(marks, 'amount')
  const total = markOf(marks, 'total')
  if (first === null || total === null) return [[]]
  const between = labelledBelow(lines, first.line).filter(({ line }) => line < total.line)
  return [[], ...between.toReversed().map(({ key }): Labels => [{ role: 'subtotal', rank: 0, words: [key] }])]
}

/** Where the items differ from the total by just what one line prints, that line takes it off or adds it. */
export const balancingLabels = (
  lines: readonly Line[],
  marks: readonly Mark[],
  reading: Reading,
): Labels | null => {
  const first = markOf(marks, 'amount')
  const total = markOf(marks, 'total')
  if (first === null || total === null || reading.total === null) return null
  const over = reading.items.reduce((sum, item) => sum + item.amount, 0) - reading.total
  const names = new Set(reading.items.map((item) => labelKey(item.name)))
  const found = labelledBelow(lines, first.line).find(
    ({ key, value, line }) => line !== total.line && Math.abs(value) === Math.abs(over) && !names.has(key),
  )
  if (over === 0 || found === undefined) return null
  return [{ role: over > 0 ? 'discount' : 'service', words: [found.key] }]
}

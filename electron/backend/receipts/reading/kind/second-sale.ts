import type { EpochMs } from '#shared/dates.ts'
import { issuedOn } from '../facts/dates.ts'
import { numbersOn } from '../facts/numbers.ts'
import type { Line } from '../text/line.ts'
import type { Lexicon } from '../vocabulary/lexicon.ts'

const shortestHead = 4
const fewLines = 3

const hasTotal = (lines: readonly Line[], lexicon: Lexicon): boolean =>
  lines.some((line) => {
    const label = line.words[0]
    if (label === undefined || label.figure !== null || line.words.at(-1)?.figure === null) return false
    const words = line.words.filter((word) => word.figure === null).map((word) => word.text)
    const role = lexicon.meaningOf(words.join(''))?.role
    return role === 'total' || role === 'pay-total'
  })

/**
 * Whether a paper that no cut ended holds two sales: its first line is printed again below a total, another
 * total follows, and date or number differ. A copy below its original repeats both, and is none.
 */
export const holdsSecondSale = (lines: readonly Line[], lexicon: Lexicon, receivedAt: EpochMs): boolean => {
  const head = lines.find((line) => !line.blank && !line.rule)
  if (head === undefined || head.compact.length < shortestHead) return false
  const again = lines.find((line) => line.index > head.index + fewLines && line.compact === head.compact)
  if (again === undefined) return false
  const first = lines.filter((line) => line.index < again.index)
  const second = lines.filter((line) => line.index >= again.index)
  if (!hasTotal(first, lexicon) || !hasTotal(second, lexicon)) return false
  const numbers = [numbersOn(first).receiptNumber, numbersOn(second).receiptNumber]
  const dates = [issuedOn(first, receivedAt)?.at ?? null, issuedOn(second, receivedAt)?.at ?? null]
  return [numbers, dates].some(([one, other]) => one !== null && other !== null && one !== other)
}

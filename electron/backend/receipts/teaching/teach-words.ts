import type { EpochMs } from '#shared/dates.ts'
import { dateIn, dateOrders, lineForm, type TaughtDate } from '../reading/taught/date.ts'
import type { Line } from '../reading/text/line.ts'
import { labelKey } from '../reading/vocabulary/lexicon.ts'
import { isTelling, labelBefore, type Mark } from './marks.ts'

/** The words left of a marked figure, or on the line above where the figure stands alone; null where there are none. */
export const totalLabel = (lines: readonly Line[], mark: Mark): string | null => {
  const line = lines[mark.line]
  if (line === undefined) return null
  const below = lines.find((one) => one.index > line.index && !one.blank)
  if (![line, below].some((one) => one?.words.some((word) => word.figure !== null))) return null
  let label = ''
  let figured = false
  for (const word of line.words) {
    if (word.figure !== null && word.end > mark.start) break
    // A count between the words and the sum is part of neither.
    if (word.figure === null) label = figured ? word.text : label + word.text
    figured = word.figure !== null
  }
  if (labelKey(label) !== '') return label
  const above = lines.slice(0, mark.line).findLast((one) => !one.blank)
  const bare = above === undefined || above.rule || above.words.some((word) => word.figure !== null)
  return bare || labelKey(above.compact) === '' ? null : above.compact
}

/** How the date is printed: of the orders that give a date at all, the one nearest to the paper's arrival. */
export const dateFrom = (lines: readonly Line[], mark: Mark, receivedAt: EpochMs): TaughtDate | null => {
  const line = lines[mark.line]
  if (line === undefined) return null
  const before = labelBefore(line, mark.start)
  const label = isTelling(before) ? before.slice(-40) : ''
  const text = label === '' ? line.text : line.text.slice(mark.start)
  let best: { readonly away: number; readonly date: TaughtDate } | null = null
  for (const order of dateOrders) {
    // Two numbers make a date only where no three do.
    if (order.length === 2 && best !== null && best.date.order.length === 3) break
    const at = dateIn(text, order, receivedAt)
    if (at === null || at > receivedAt + aheadMs) continue
    const away = Math.abs(receivedAt - at)
    if (away <= longestAgoMs && (best === null || away < best.away)) {
      best = { away, date: { label, order, form: lineForm(line.text) } }
    }
  }
  return best?.date ?? null
}

/** What stands before a marked number; null where that names nothing. */
export const numberLabelOf = (lines: readonly Line[], mark: Mark): string | null => {
  const line = lines[mark.line]
  if (line === undefined) return null
  const label = labelBefore(line, mark.start)
  return isTelling(label) && /\d/.test(line.text.slice(mark.start, mark.end)) ? label.slice(-40) : null
}

/** A till's clock may run ahead of this PC's. */
const aheadMs = 2 * 24 * 60 * 60_000
/** A paper that is taught may have been kept for long. */
const longestAgoMs = 3 * 365 * 24 * 60 * 60_000

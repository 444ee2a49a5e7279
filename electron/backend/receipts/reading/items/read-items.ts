import type { ReadItem } from '../reading.ts'
import type { Entries, Entry } from '../sums/entries.ts'
import { judge, type Verdict } from '../sums/judge.ts'
import { hasRival } from '../sums/rivals.ts'
import type { Line } from '../text/line.ts'
import type { Lexicon } from '../vocabulary/lexicon.ts'
import { assemble } from './assemble.ts'
import type { ColumnRole } from './columns.ts'
import type { DraftItem, Listed } from './draft.ts'
import { headEdges, hypothesesFor } from './hypotheses.ts'
import { labelledItem } from './labelled.ts'
import { leadingCounts, type Naming, namesOf, quantityIn } from './names.ts'
import type { Region } from './region.ts'
import { rowOf } from './row.ts'

interface Tried {
  readonly listed: Listed
  readonly verdict: Verdict
}

/** The list as it was read best, with the sums that it was judged by. */
export interface Judged extends Tried {
  /** Another sum is named as what is to be paid, and nothing tells why. */
  readonly rival: boolean
}

const nothingListed: Listed = { items: [], discounts: [], stray: 0, proven: 0, disproven: 0, doubtful: false }

const worth = ({ listed, verdict }: Tried): number =>
  verdict.score + listed.proven * 0.5 - listed.disproven - listed.stray * 2

const isWhole = ({ listed, verdict }: Tried): boolean =>
  verdict.balanced && listed.disproven === 0 && listed.stray === 0 && listed.items.every((item) => !item.bare)

/** Without a list: the one item that labels tell, where unit price and quantity give the total. */
const labelled = (lines: readonly Line[], entries: Entries): Tried => {
  const empty: Tried = { listed: nothingListed, verdict: judge(nothingListed, entries) }
  const item = labelledItem(lines, empty.verdict.total)
  if (item === null || item.unit === null || item.quantity === null) return empty
  if (Math.abs(item.unit * item.quantity - item.amount) > Math.max(1, item.unit / 100)) return empty
  const listed: Listed = { ...nothingListed, items: [item], proven: 1 }
  return { listed, verdict: judge(listed, entries) }
}

const tried = (
  lines: readonly Line[],
  region: Region | null,
  entries: Entries,
  lexicon: Lexicon,
  columns: readonly ColumnRole[],
): Tried => {
  if (region === null) return labelled(lines, entries)
  const rows = lines.slice(region.start, region.end).map(rowOf)
  let best: Tried | null = null
  for (const hypothesis of hypothesesFor(region.header, rows, columns)) {
    const listed = assemble(rows, hypothesis, headEdges(region.header, hypothesis.roles), lexicon)
    const judged: Tried = { listed, verdict: judge(listed, entries) }
    if (best === null || worth(judged) > worth(best)) best = judged
    if (isWhole(judged)) break
  }
  if (best === null || best.listed.items.length === 0) return labelled(lines, entries)
  if (best.verdict.balanced) return best
  const told = labelled(lines, entries)
  return told.verdict.balanced ? told : best
}

/** Reads the list every likely way and keeps the one whose arithmetic holds. */
export const judgedItems = (
  lines: readonly Line[],
  region: Region | null,
  entries: Entries,
  lexicon: Lexicon,
  columns: readonly ColumnRole[],
): Judged => {
  const best = tried(lines, region, entries, lexicon, columns)
  return { ...best, rival: hasRival(entries, best.listed, best.verdict) }
}

const positiveLike = (quantity: number, amount: number): number =>
  amount > 0 ? Math.abs(quantity) : quantity

/** The label as printed, without its colon and brackets. */
const addedName = (entry: Entry): string => {
  const printed = entry.label.replace(/^[^가-힣A-Za-z]+|[^가-힣A-Za-z)]+$/g, '')
  return printed === '' ? (entry.role === 'delivery' ? '배달팁' : '봉사료') : printed
}

const unitOf = (item: DraftItem): number | null => (item.unit === null ? null : Math.abs(item.unit))

/** Items in the shape of a reading: names cleaned, quantities filled in. */
export const readItems = ({ listed, verdict }: Judged, naming: Naming): ReadItem[] => {
  const names = namesOf(listed.items, naming)
  const counted = leadingCounts(listed.items, names)
  const items = listed.items.map((item, index): ReadItem => {
    const printed = names[index] ?? ''
    const inName = item.quantity === null ? (counted[index] ?? quantityIn(printed)) : null
    const quantity = positiveLike(item.quantity ?? inName?.quantity ?? 1, item.amount)
    return {
      name: inName?.name ?? printed,
      unitPrice: unitOf(item),
      quantity,
      amount: item.amount,
      options: item.options.map((option) => ({ ...option })),
    }
  })
  for (const entry of verdict.added) {
    if (entry.role === 'vat') continue
    items.push({ name: addedName(entry), unitPrice: null, quantity: 1, amount: entry.value, options: [] })
  }
  return items
}

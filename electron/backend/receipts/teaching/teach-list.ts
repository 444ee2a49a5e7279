import { cellsIn } from '../paper/cells.ts'
import { type Row, rowOf } from '../reading/items/row.ts'
import type { ProfileData } from '../reading/profiles/schema.ts'
import type { Line } from '../reading/text/line.ts'
import { type Mark, markOf } from './marks.ts'

export type TaughtListData = NonNullable<NonNullable<ProfileData['taught']>['list']>
type ColumnData = TaughtListData['columns'][number]

/** Half-width columns before sign `end` of a line. */
const edgeAt = (line: Line, end: number): number => cellsIn(line.raw.slice(0, end))

/** The figure of a row on which a mark lies. */
const figureUnder = (row: Row, line: Line, mark: Mark | null): number | null => {
  if (mark === null || mark.line !== line.index) return null
  const word = line.words.find((one) => one.figure !== null && one.start < mark.end && mark.start < one.end)
  const at = row.figures.findIndex((figure) => figure === word?.figure)
  return at < 0 ? null : at
}

/** The line of the first item that bears its figures: the amount's, or else the quantity's or the name's. */
const figureLine = (lines: readonly Line[], marks: readonly Mark[]): Line | null => {
  const mark = markOf(marks, 'amount') ?? markOf(marks, 'quantity') ?? markOf(marks, 'name')
  return mark === null ? null : (lines[mark.line] ?? null)
}

/** A figure that nobody has named is the unit price where price and count give the amount. */
const restRole = (value: number, quantity: number | null, amount: number | null): ColumnData['role'] =>
  quantity !== null && amount !== null && Math.round(value * quantity) === amount ? 'unit' : 'list'

const columnsOf = (line: Line, marks: readonly Mark[]): ColumnData[] | null => {
  const row = rowOf(line)
  const quantityAt = figureUnder(row, line, markOf(marks, 'quantity'))
  const amountAt = figureUnder(row, line, markOf(marks, 'amount')) ?? row.figures.length - 1
  if (amountAt < 0) return null
  const quantity = quantityAt === null ? null : (row.figures[quantityAt]?.value ?? null)
  const amount = row.figures[amountAt]?.value ?? null
  const figures = row.figures.map((figure, index): ColumnData => {
    const right = row.edges[index] ?? 0
    if (index === amountAt) return { role: 'amount', right }
    if (index === quantityAt) return { role: 'quantity', right }
    return { role: restRole(figure.value, quantity ?? 1, amount), right }
  })
  const name = markOf(marks, 'name')
  const right = name !== null && name.line === line.index ? edgeAt(line, name.end) : 0
  const first = leadingQuantity(line, marks)
  return [...(first === null ? [] : [first]), { role: 'name' as const, right }, ...figures]
}

/** `2 라떼 9,000`: the count stands before the name. */
const leadingQuantity = (line: Line, marks: readonly Mark[]): ColumnData | null => {
  const quantity = markOf(marks, 'quantity')
  const name = markOf(marks, 'name')
  const before =
    quantity !== null && name !== null && quantity.line === line.index && name.line === line.index
  return before && quantity.end <= name.start ? { role: 'quantity', right: edgeAt(line, quantity.end) } : null
}

const isHead = (line: Line): boolean =>
  !line.rule && !/\d/.test(line.compact) && !line.compact.includes(':') && /[가-힣A-Za-z]/.test(line.compact)

/** Where the list begins: below a head of words, or below a ruler that is always the same one. */
const beginning = (lines: readonly Line[], first: number): Pick<TaughtListData, 'head' | 'rule'> | null => {
  const above = lines.slice(0, first).filter((line) => !line.blank)
  const head = above.findLast((line) => !line.rule)
  const rulesBetween = above.filter((line) => line.rule && line.index > (head?.index ?? -1)).length
  if (head !== undefined && isHead(head) && head.compact.length <= 80) return { head: head.compact }
  return rulesBetween > 0 ? { rule: above.filter((line) => line.rule).length } : null
}

/** The likely ways to take the list that was pointed at; arithmetic chooses among them. Empty without a first item. */
export const listsFrom = (lines: readonly Line[], marks: readonly Mark[]): TaughtListData[] => {
  const line = figureLine(lines, marks)
  if (line === null) return []
  const columns = columnsOf(line, marks)
  const first = Math.min(line.index, markOf(marks, 'name')?.line ?? line.index)
  const begins = beginning(lines, first)
  if (columns === null || columns.length > 8 || begins === null) return []
  return [true, false].map((endsAtRule) => ({ ...begins, columns, endsAtRule }))
}

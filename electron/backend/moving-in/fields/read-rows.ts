import type { Field, MoveKind } from '#shared/moving.ts'
import { type Cell, isBlank, type Table, textOf } from '../reading/table.ts'
import { groupSales, withoutCancelled } from './group-sales.ts'
import type { OwnFieldInfo } from './more-row.ts'
import { cellsBy, type PersonDraft, personIn } from './person-row.ts'
import { type SaleDraft, type SaleRow, saleRowIn } from './sale-rows.ts'

/** What the owner has said of a table. */
export interface Plan {
  readonly sheet: number
  readonly kind: MoveKind
  readonly headerRow: number
  readonly columns: readonly (Field | null)[]
  /** Business date. */
  readonly today: string
  readonly own: readonly OwnFieldInfo[]
}

export interface Drafts {
  readonly people: readonly PersonDraft[]
  readonly sales: readonly SaleDraft[]
  /** Rows with something in them. */
  readonly rows: number
}

interface Row {
  readonly line: number
  readonly cells: readonly Cell[]
}

const sums = /^(?:합계|총계|총합계|소계|누계|계|total|subtotal|sum)\s*:?$/i

/** Rows that mean something: no blank ones, no headings printed again on each page, no sums at the end. */
export const rowsOf = (table: Table, headerRow: number): Row[] => {
  const heading = headerRow < 0 ? '' : JSON.stringify(table.rows[headerRow])
  return table.rows.flatMap((cells, index) => {
    if (index <= headerRow || cells.every(isBlank)) return []
    const first = cells.find((cell) => !isBlank(cell))
    if (sums.test(textOf(first)) || JSON.stringify(cells) === heading) return []
    return [{ line: index + 1, cells }]
  })
}

/** @param tell hears how many rows have been read, now and then. */
export const readRows = (table: Table, plan: Plan, tell: (done: number) => void): Drafts => {
  const rows = rowsOf(table, plan.headerRow)
  const by = cellsBy(plan.columns)
  const told = (done: number): void => {
    if (done % 2_000 === 0) tell(done)
  }
  if (plan.kind === 'customers') {
    const headings = plan.headerRow < 0 ? [] : (table.rows[plan.headerRow] ?? []).map(textOf)
    const people = rows.map(({ line, cells }, index) => {
      told(index)
      return personIn(line, by(cells), plan.today, {
        row: cells,
        columns: plan.columns,
        headings,
        own: plan.own,
      })
    })
    return { people: withoutTwins(people), sales: [], rows: rows.length }
  }
  const saleRows = rows.map(({ line, cells }, index): SaleRow => {
    told(index)
    return saleRowIn(line, by(cells), plan.today)
  })
  return { people: [], sales: withoutCancelled([...groupSales(saleRows)]).sort(byTime), rows: rows.length }
}

/** As they happened, refunds after their sales, however the list was sorted. */
const byTime = (one: SaleDraft, other: SaleDraft): number =>
  one.date.localeCompare(other.date) ||
  (one.seconds ?? noon) - (other.seconds ?? noon) ||
  Number(one.refund) - Number(other.refund)

const noon = 12 * 3_600

/** The first of a number stays; whoever has no number is the same where everything is. */
const withoutTwins = (people: readonly PersonDraft[]): PersonDraft[] => {
  const seen = new Set<string>()
  return people.map((person) => {
    const { line: _, problems, ...rest } = person
    const key = person.phone ?? (person.name === '' ? null : JSON.stringify(rest))
    if (key === null) return person
    if (seen.has(key)) return { ...person, problems: [...problems, 'twin'] }
    seen.add(key)
    return person
  })
}

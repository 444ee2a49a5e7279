import type { Hypothesis } from './assemble.ts'
import { type ColumnRole, isFigureRole } from './columns.ts'
import type { Header } from './header.ts'
import type { Row } from './row.ts'

const usual: readonly (readonly ColumnRole[])[] = [
  ['unit', 'quantity', 'amount'],
  ['quantity', 'unit', 'amount'],
  ['quantity', 'amount'],
  ['unit', 'quantity', 'discount', 'amount'],
  ['unit', 'amount'],
  ['amount'],
]

/** `러닝화 270`: a figure that stands right behind the words belongs to them. */
const inWords = (row: Row): boolean =>
  row.kind === 'full' && row.figures.length === 1 && row.gap < 2 && row.figures[0]?.grouped === false

const commonest = (rows: readonly Row[]): number => {
  const seen = new Map<number, number>()
  for (const row of rows) {
    if (row.figures.length > 0 && !inWords(row))
      seen.set(row.figures.length, (seen.get(row.figures.length) ?? 0) + 1)
  }
  let best = 0
  for (const [count, times] of seen)
    if (times > (seen.get(best) ?? 0) || (times === seen.get(best) && count > best)) best = count
  return best
}

/** Of three columns the first looks like counts and the second like prices. */
const quantityFirst = (rows: readonly Row[]): boolean => {
  let counts = 0
  let prices = 0
  for (const row of rows) {
    const [first, second, third] = row.figures.slice(-3)
    if (first === undefined || second === undefined || third === undefined || third.value === 0) continue
    if (Math.abs(first.value) < Math.abs(second.value) && !first.grouped) counts += 1
    else prices += 1
  }
  return counts > prices
}

/** Every row has one figure more than the head names, in a column of its own. */
const outgrows = (header: Header, rows: readonly Row[]): boolean => {
  const named = header.columns.filter((column) => isFigureRole(column.role)).length
  const full = rows.filter((row) => row.kind === 'full' && (row.figures.at(-1)?.value ?? 0) > 0)
  if (header.columns.some((column) => column.role === 'quantity') || named === 0 || named > 2) return false
  return (
    full.length > 0 &&
    full.every((row) => {
      const first = row.figures[0]
      return (
        row.figures.length === named + 1 &&
        row.gap >= 2 &&
        first !== undefined &&
        !first.grouped &&
        first.value < 1000
      )
    })
  )
}

/** The head's columns with the quantity that it does not name. */
const unnamed = (header: Header): ColumnRole[] => [
  'quantity',
  ...header.columns.map((column) => column.role).filter(isFigureRole),
]

const sameSet = (a: readonly ColumnRole[], b: readonly ColumnRole[]): boolean =>
  a.length === b.length && same([...a].sort(), [...b].sort())

const same = (a: readonly ColumnRole[], b: readonly ColumnRole[]): boolean =>
  a.length === b.length && a.every((role, index) => role === b[index])

/** The ways to take the columns, likeliest first: as a profile says (`own`), as the head says, then the usual orders. */
export const hypothesesFor = (
  header: Header | null,
  rows: readonly Row[],
  own: readonly ColumnRole[],
): Hypothesis[] => {
  const out: Hypothesis[] = []
  const printed = header?.columns.filter((column) => isFigureRole(column.role)).length ?? own.length
  if (own.length > 0 && own.length === printed) out.push({ roles: own, leadingQuantity: false })
  if (header !== null) {
    const nameAt = header.columns.findIndex((column) => column.role === 'name')
    const roles = header.columns.map((column) => column.role)
    const figures = roles.filter(isFigureRole)
    const leading = nameAt > 0 && roles.indexOf('quantity') >= 0 && roles.indexOf('quantity') < nameAt
    if (leading) out.push({ roles: roles.slice(nameAt).filter(isFigureRole), leadingQuantity: true })
    else out.push({ roles: figures, leadingQuantity: false })
  }
  const count = commonest(rows)
  if (header !== null && outgrows(header, rows))
    out.unshift({ roles: unnamed(header), leadingQuantity: false })
  const orders = quantityFirst(rows) ? [usual[1] ?? [], ...usual] : usual
  for (const roles of orders) {
    const likely =
      roles.length === count ||
      (count > 4 && roles.length === 3) ||
      (header === null && roles.length <= count)
    // The head says which is the price and which the count; their product cannot.
    const told = header !== null && out.some((other) => sameSet(other.roles, roles))
    if (likely && !told && !out.some((other) => same(other.roles, roles) && !other.leadingQuantity)) {
      out.push({ roles, leadingQuantity: false })
    }
  }
  return out
}

/** Right edges of the figure columns as the head prints them. */
export const headEdges = (header: Header | null, roles: readonly ColumnRole[]): number[] | null => {
  if (header === null) return null
  const columns = header.columns.filter((column) => roles.includes(column.role))
  return columns.length === roles.length ? columns.map((column) => column.right) : null
}

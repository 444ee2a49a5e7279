import type { Figure } from '../text/figure.ts'
import type { ColumnRole } from './columns.ts'
import type { Row } from './row.ts'

/** What the figures of one row are. */
export interface Values {
  readonly unit: number | null
  readonly quantity: number | null
  readonly discount: number | null
  readonly amount: number | null
  /** Figures that belong to the name, because the columns were full. */
  readonly spare: number
}

export interface Columns {
  /** Roles of the figures, left to right. */
  readonly roles: readonly ColumnRole[]
  /** The column at which each is flush right, as met on full rows; null where unknown. */
  readonly edges: readonly number[] | null
  /** In products (`2,500 x 2`) the price stands first. */
  readonly priceFirst: boolean
}

const maxQuantity = 9_999
const smallCount = 100

const valueAt = (picked: ReadonlyMap<ColumnRole, number>, role: ColumnRole): number | null =>
  picked.get(role) ?? null

const made = (picked: ReadonlyMap<ColumnRole, number>, spare: number): Values => ({
  unit: valueAt(picked, 'unit'),
  quantity: valueAt(picked, 'quantity'),
  discount: valueAt(picked, 'discount'),
  amount: valueAt(picked, 'amount'),
  spare,
})

const operatorAt = (figures: readonly Figure[]): number =>
  figures.findIndex((one, index) => index > 0 && (one.operator === 'x' || one.operator === '@'))

/** Which of two figures multiplied looks like the unit price: above 0 the left one, below 0 the right one. */
const leaning = (left: Figure, right: Figure): number => {
  if (left.unit === 'piece' || right.unit === 'won') return -4
  if (right.unit === 'piece' || left.unit === 'won') return 4
  if (left.grouped !== right.grouped) return left.grouped ? 2 : -2
  return Math.sign(Math.abs(left.value) - Math.abs(right.value))
}

/** Whether a list prints `price x count` (most do) or `count x price`: its rows vote. */
export const isPriceFirst = (rows: readonly Row[]): boolean => {
  let votes = 0
  for (const row of rows) {
    const at = operatorAt(row.figures)
    const left = row.figures[at - 1]
    const right = row.figures[at]
    if (at > 0 && left !== undefined && right !== undefined) votes += leaning(left, right)
  }
  return votes >= 0
}

/** `2,500 x 2 = 5,000`, `2개 @1,500`: the operators say it, whatever the columns are. */
const byOperator = (figures: readonly Figure[], unitFirst: boolean): Values | null => {
  const at = operatorAt(figures)
  const left = figures[at - 1]
  const right = figures[at]
  const [first, ...rest] = figures
  if (at < 1 && first?.operator === '@') {
    return { unit: first.value, quantity: null, discount: null, amount: rest.at(-1)?.value ?? null, spare: 0 }
  }
  if (at < 1 || left === undefined || right === undefined) return null
  const unit = unitFirst ? left.value : right.value
  const quantity = unitFirst ? right.value : left.value
  const result = figures[at + 1]
  return {
    unit,
    quantity,
    discount: null,
    amount: result?.value ?? Math.round(unit * quantity),
    spare: at - 1,
  }
}

/** The columns at which full rows are flush right, by their middle value; null where no row is full. */
export const fullEdges = (rows: readonly Row[], count: number): number[] | null => {
  const full = rows.filter((row) => row.figures.length === count)
  const sample = full[0]
  if (sample === undefined || count === 0) return null
  return sample.edges.map((_, column) => {
    const seen = full.map((row) => row.edges[column] ?? 0).sort((a, b) => a - b)
    return seen[Math.floor(seen.length / 2)] ?? 0
  })
}

const nearest = (row: Row, columns: Columns): Map<ColumnRole, number> | null => {
  if (columns.edges === null) return null
  const picked = new Map<ColumnRole, number>()
  let from = 0
  for (const [index, figure] of row.figures.entries()) {
    const room = columns.roles.length - (row.figures.length - index)
    let best = -1
    let bestGap = Number.POSITIVE_INFINITY
    for (let column = from; column <= room; column += 1) {
      const gap = Math.abs((columns.edges[column] ?? 0) - (row.edges[index] ?? 0))
      if (gap < bestGap) {
        best = column
        bestGap = gap
      }
    }
    const role = columns.roles[best]
    if (role === undefined || bestGap > 4) return null
    picked.set(role, figure.value)
    from = best + 1
  }
  return picked
}

/** A small count and a sum, wherever tabs have put them. */
const countAndSum = (row: Row, roles: readonly ColumnRole[]): Map<ColumnRole, number> | null => {
  const [count, sum] = row.figures
  if (row.figures.length !== 2 || count === undefined || sum === undefined) return null
  if (!roles.includes('quantity') || !roles.includes('amount')) return null
  const small =
    !count.grouped && count.unit !== 'won' && Math.abs(count.value) > 0 && Math.abs(count.value) < smallCount
  if (!small || sum.value % count.value !== 0) return null
  return new Map([
    ['quantity', count.value],
    ['amount', sum.value],
  ])
}

const byHabit = (row: Row, roles: readonly ColumnRole[]): Map<ColumnRole, number> => {
  const picked = new Map<ColumnRole, number>()
  const [first, second] = row.figures
  if (row.figures.length === 1 || second === undefined) {
    const onlyPieces = first !== undefined && (first.unit === 'piece' || !roles.includes('amount'))
    if (first !== undefined) picked.set(onlyPieces ? 'quantity' : 'amount', first.value)
    return picked
  }
  const pieces =
    first !== undefined && !first.grouped && first.unit !== 'won' && Math.abs(first.value) <= maxQuantity
  if (first !== undefined) picked.set(pieces ? 'quantity' : 'unit', first.value)
  const last = row.figures.at(-1)
  if (last !== undefined) picked.set('amount', last.value)
  return picked
}

/** Gives each figure of a row its role: by operators, by count, by its right edge, by habit. */
export const assign = (row: Row, columns: Columns): Values => {
  const operated = byOperator(row.figures, columns.priceFirst)
  if (operated !== null) return operated
  const { roles } = columns
  const [only] = row.figures
  if (row.figures.length === 1 && only?.operator === 'x' && !only.grouped && only.unit !== 'won')
    return { unit: null, quantity: only.value, discount: null, amount: null, spare: 0 }
  const spare = row.figures.length - roles.length
  if (spare < 0) return made(countAndSum(row, roles) ?? nearest(row, columns) ?? byHabit(row, roles), 0)
  const picked = new Map<ColumnRole, number>()
  for (const [index, role] of roles.entries()) {
    const figure = row.figures[index + spare]
    if (figure !== undefined) picked.set(role, figure.value)
  }
  return made(picked, spare)
}

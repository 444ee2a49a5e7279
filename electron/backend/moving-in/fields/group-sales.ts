import type { RowProblem } from '#shared/moving.ts'
import { refuses } from '#shared/moving.ts'
import type { SaleDraft, SaleRow } from './sale-rows.ts'

/**
 * Rows that are one receipt: the same number (or approval) on the same day, told apart by sale and refund. Without a
 * number, rows that follow each other with the same time to the second and the same person, and say an item each.
 */
export function* groupSales(rows: Iterable<SaleRow>): Generator<SaleDraft> {
  let open: SaleRow[] = []
  for (const row of rows) {
    const [first] = open
    if (first !== undefined && !belongs(first, row)) {
      yield saleOf(open)
      open = []
    }
    open.push(row)
  }
  if (open.length > 0) yield saleOf(open)
}

/** By what a refund finds its sale: number and sum. */
export const saleKey = ({ number, total }: Pick<SaleDraft, 'number' | 'total'>): string | null =>
  number === null ? null : `${number}/${Math.abs(total)}`

/**
 * A row that says "cancelled" gives a sale back where that sale stands in the list too. Where it does not, the row is
 * the sale that never was: it is left out.
 */
export const withoutCancelled = (sales: readonly SaleDraft[]): SaleDraft[] => {
  const sold = new Set(sales.filter(({ refund }) => !refund).map(saleKey))
  return sales.map((sale) => {
    const key = saleKey(sale)
    const alone = sale.cancelled && (key === null || !sold.has(key))
    return alone ? { ...sale, problems: [...sale.problems, 'cancelled'] } : sale
  })
}

const belongs = (first: SaleRow, row: SaleRow): boolean => {
  if (first.date === '' || first.date !== row.date || first.refund !== row.refund) return false
  if (first.number !== null || row.number !== null) return first.number === row.number
  if (first.approval !== null || row.approval !== null) return first.approval === row.approval
  if (first.item === null || row.item === null || row.seconds === null) return false
  return first.seconds === row.seconds && first.phone === row.phone && first.name === row.name
}

const saleOf = (rows: readonly SaleRow[]): SaleDraft => {
  const [first] = rows
  if (first === undefined) throw new Error('A sale has a row')
  const items = rows.flatMap(({ item }) => (item === null ? [] : [item]))
  const listed = items.reduce((sum, { amount }) => sum + amount, 0)
  const { total, discount } = paidFor(rows, listed)
  const problems = new Set<RowProblem>(rows.flatMap((row) => row.problems))
  // One row that cannot be read makes the sum of the others wrong: none of them goes in.
  if (rows.length > 1 && [...problems].some(refuses)) problems.add('group-refused')
  const known = items.length > 0
  if (known && Math.abs(listed) !== Math.abs(total) + discount) problems.add('sum-differs')
  return {
    lines: rows.map(({ line }) => line),
    refund: first.refund,
    cancelled: first.cancelled,
    date: first.date,
    seconds: first.seconds,
    number: first.number,
    approval: first.approval,
    items,
    total,
    discount,
    method: rows.find(({ method }) => method !== null)?.method ?? null,
    phone: rows.find(({ phone }) => phone !== null)?.phone ?? null,
    name: rows.find(({ name }) => name !== '')?.name ?? '',
    problems: [...problems],
  }
}

/**
 * A total beside every item is either the receipt's own, printed on each of its rows, or that of the item. Which of
 * them shows by adding up.
 */
const paidFor = (rows: readonly SaleRow[], listed: number): { total: number; discount: number } => {
  const totals = rows.map(({ total }) => total).filter((total) => total !== null)
  const [first] = totals
  const summed = rows.reduce((sum, { discount }) => sum + discount, 0)
  const shared = rows[0]?.discount ?? 0
  if (first === undefined) {
    const sign = listed < 0 ? -1 : 1
    return { total: sign * Math.max(0, Math.abs(listed) - summed), discount: summed }
  }
  if (rows.length === 1) return { total: first, discount: summed }
  const sum = totals.reduce((all, one) => all + one, 0)
  const oneForAll =
    totals.length === 1 ||
    (totals.every((one) => one === first) && Math.abs(listed) !== Math.abs(sum) + summed)
  if (!oneForAll) return { total: sum, discount: summed }
  const gap = Math.abs(listed) - Math.abs(first)
  return { total: first, discount: gap === summed ? summed : gap === shared ? shared : Math.max(0, gap) }
}

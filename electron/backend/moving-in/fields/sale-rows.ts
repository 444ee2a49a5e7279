import type { RowProblem } from '#shared/moving.ts'
import { type Cell, textOf } from '../reading/table.ts'
import { dateIn, dateText, timeIn } from './date-cell.ts'
import { quantityIn, wholeNumberIn } from './number-cell.ts'
import type { CellsOf } from './person-row.ts'
import { phoneIn } from './phone-cell.ts'

export interface SaleItem {
  readonly name: string
  readonly quantity: number
  readonly unitPrice: number | null
  readonly amount: number
}

/** A past sale, of one row or of several that belong together. Refunds have negative amounts. */
export interface SaleDraft {
  /** Its rows, from 1. */
  readonly lines: readonly number[]
  readonly refund: boolean
  /** Its row says "cancelled" beside an amount above nought: the sale itself, or its refund. */
  readonly cancelled: boolean
  /** Korean calendar day. */
  readonly date: string
  /** Since midnight; null where the list says no time. */
  readonly seconds: number | null
  readonly number: string | null
  readonly approval: string | null
  readonly items: readonly SaleItem[]
  readonly total: number
  readonly discount: number
  readonly method: string | null
  readonly phone: string | null
  readonly name: string
  readonly problems: readonly RowProblem[]
}

/** One row before rows are put together. */
export interface SaleRow {
  readonly line: number
  readonly refund: boolean
  readonly cancelled: boolean
  readonly date: string
  readonly seconds: number | null
  readonly number: string | null
  readonly approval: string | null
  readonly item: SaleItem | null
  readonly total: number | null
  readonly discount: number
  readonly method: string | null
  readonly phone: string | null
  readonly name: string
  readonly problems: readonly RowProblem[]
}

const givenBack = /취소|반품|환불|refund|cancel|void/i

/** @param today business date; nothing was sold after it. */
export const saleRowIn = (line: number, cells: CellsOf, today: string): SaleRow => {
  const problems: RowProblem[] = []
  const first = (field: Parameters<CellsOf>[0]): Cell | undefined => cells(field)[0]
  const text = (field: Parameters<CellsOf>[0]): string => textOf(first(field)).normalize('NFC').slice(0, 200)
  const money = (field: 'amount' | 'total' | 'discount' | 'unitPrice'): number | null => {
    const value = wholeNumberIn(first(field))
    if (value === undefined) problems.push(text(field).startsWith('#') ? 'formula' : 'amount-wrong')
    return value ?? null
  }
  const day = text('date') === '' ? null : dateIn(first('date'), Number(today.slice(0, 4)))
  const date = day === null || day.lunar ? null : dateText(day)
  if (text('date') === '') problems.push('date-missing')
  else if (date === null) problems.push('date-wrong')
  else if (date > today) problems.push('date-ahead')
  const time = timeOf(first('time'))
  const total = money('total')
  const amount = money('amount')
  const unitPrice = money('unitPrice')
  const discount = Math.abs(money('discount') ?? 0)
  const quantity = quantityIn(first('quantity'))
  if (quantity === undefined) problems.push('quantity-wrong')
  const phone = phoneIn(first('phone'))
  const pieces = quantity ?? 1
  const worth = amount ?? (unitPrice === null ? null : Math.round(unitPrice * pieces))
  const name = text('item')
  if (
    total === null &&
    worth === null &&
    !problems.some((one) => one === 'amount-wrong' || one === 'formula')
  ) {
    problems.push('amount-missing')
  }
  const negative = (total ?? worth ?? 0) < 0
  const refund =
    negative || (givenBack.test(text('status')) && !/취소\s*(?:x|n|아님|안)|정상/i.test(text('status')))
  const signed = (value: number): number => (refund ? 0 - Math.abs(value) : value)
  return {
    line,
    refund,
    cancelled: refund && !negative,
    date: date ?? '',
    seconds: day?.seconds ?? time,
    number: text('number') === '' ? null : text('number'),
    approval: text('approval') === '' ? null : text('approval'),
    item:
      name === '' || (worth ?? total) === null
        ? null
        : {
            name,
            quantity: signed(pieces),
            unitPrice:
              unitPrice ??
              (pieces !== 0 && Number.isInteger((worth ?? 0) / pieces)
                ? Math.abs((worth ?? total ?? 0) / pieces)
                : null),
            amount: signed(worth ?? (total ?? 0) + discount),
          },
    total: total === null ? null : signed(total),
    discount,
    method: text('method') === '' ? null : text('method').slice(0, 40),
    phone: phone.is === 'phone' ? phone.digits : null,
    name: text('name').replace(/\s*(?:고객님|님)$/, ''),
    problems,
  }
}

const timeOf = (cell: Cell | undefined): number | null => {
  // A time of its own column may be a part of a day, as spreadsheets keep it.
  if (typeof cell === 'number') return cell >= 0 && cell < 1 ? Math.round(cell * 86_400) : null
  // Before its first day, a workbook's time comes with a day that never was.
  return timeIn(textOf(cell).replace(/^(?:1899|1900)-\d\d-\d\d /, '')) ?? null
}

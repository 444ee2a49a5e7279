import { sql } from 'kysely'
import type { BusinessDate } from '#shared/dates.ts'
import type { Reader } from '../../platform/db/statements.ts'
import { unpackMonth } from '../months/month-list.ts'
import { listsBetween } from '../months/month-lists.repo.ts'
import { rowsOf } from './period.repo.ts'
import { isMonths, nextMonth, type Piece, piecesOf } from './pieces.ts'
import { type Keyed, sumByKey } from './sum-by-key.ts'

interface DayLists {
  readonly customers: string
  readonly nets: string
}

/** What each customer who has receipts in a range bought in it, by their ids. */
export const boughtBetween = (reader: Reader, from: BusinessDate, to: BusinessDate): Keyed =>
  sumByKey(partsBetween(reader, from, to))

/** A list for each month that has one, all other days as they are. A list that cannot be read is none. */
const partsBetween = (reader: Reader, from: BusinessDate, to: BusinessDate): Keyed[] => {
  const parts: Keyed[] = []
  const days: Piece[] = []
  for (const piece of piecesOf(from, to)) {
    if (!isMonths(piece)) {
      days.push(piece)
      continue
    }
    let next = piece.from
    for (const { month, guests } of listsBetween(reader, piece)) {
      const list = unpackMonth(guests)
      if (list === null) continue
      if (month > next) days.push({ from: next * 100, to: month * 100 })
      parts.push({ keys: list.customers, values: list.nets })
      next = nextMonth(month)
    }
    if (next <= piece.to) days.push({ from: next * 100, to: piece.to * 100 + 99 })
  }
  return [...parts, ...days.map((piece) => boughtOnDays(reader, piece))]
}

/** Not added up in SQL, which would sort a row for each visit: two lists of numbers come over at once. */
const boughtOnDays = (reader: Reader, { from, to }: Piece): Keyed => {
  const [lists] = rowsOf<DayLists>(
    reader,
    sql`SELECT json_group_array(customer_id) AS customers, json_group_array(net) AS nets
      FROM customer_day WHERE day BETWEEN ${from} AND ${to}`,
  )
  return {
    keys: Float64Array.from(numbersIn(lists?.customers)),
    values: Float64Array.from(numbersIn(lists?.nets)),
  }
}

/** @param list that SQLite made of a column of whole numbers. */
export const numbersIn = (list: string | undefined): readonly number[] => {
  const numbers: readonly number[] = list === undefined ? [] : JSON.parse(list)
  return numbers
}

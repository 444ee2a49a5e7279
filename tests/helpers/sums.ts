import { expect } from 'vitest'
import {
  countedRows,
  keptRows,
  monthlyTables,
  type SumRows,
  wholeTables,
} from '#backend/analytics/recount/recount.repo.ts'
import { query } from '#backend/platform/db/query.ts'
import type { Reader } from '#backend/platform/db/statements.ts'

const sorted = (rows: SumRows): string[] => rows.map((row) => row.join(' ')).sort()

/** Every sum over receipts is what counting from receipts gives, row by row, and no row is left over. */
export const expectSumsToBeRight = (reader: Reader): void => {
  const dates = reader.all(query.selectFrom('receipt').select('business_date').distinct())
  const months = [...new Set(dates.map(({ business_date: date }) => date.slice(0, 7)))]
  for (const table of monthlyTables) {
    const kept = months.flatMap((month) => keptRows(reader, table, month))
    const all = reader.all(query.selectFrom(table).selectAll()).length
    const counted = months.flatMap((month) => countedRows(reader, table, month))
    expect({ table, all, rows: sorted(kept) }).toEqual({ table, all: kept.length, rows: sorted(counted) })
  }
  for (const table of wholeTables) {
    const rows = sorted(keptRows(reader, table, null))
    expect({ table, rows }).toEqual({ table, rows: sorted(countedRows(reader, table, null)) })
  }
}

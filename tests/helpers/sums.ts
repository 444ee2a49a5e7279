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
    const counted = months.flatMap((month) => countedRows(reader, table, month))
    const kept = reader.all<Record<string, number>>(query.selectFrom(table).selectAll())
    expect(months.flatMap((month) => keptRows(reader, table, month)).length, `${table}, all`).toBe(
      kept.length,
    )
    expect(sorted(months.flatMap((month) => keptRows(reader, table, month))), table).toEqual(sorted(counted))
  }
  for (const table of wholeTables) {
    expect(sorted(keptRows(reader, table, null)), table).toEqual(sorted(countedRows(reader, table, null)))
  }
}

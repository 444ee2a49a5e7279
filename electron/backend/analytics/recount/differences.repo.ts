import { sql } from 'kysely'
import { query } from '../../platform/db/query.ts'
import type { Reader } from '../../platform/db/statements.ts'
import { listIsWrong } from '../months/month-lists.repo.ts'
import { rowsOf } from '../pictures/period.repo.ts'
import { monthPeriod } from '../shares/periods.ts'
import { type SumTable, sumTables } from '../shares/tables.ts'
import { createTally } from '../shares/tally.ts'
import { countedRows, keptRows, type Month, monthlyTables, wholeTables } from './recount.repo.ts'

/** A piece of counting again: one month, or null for the tables that are counted whole. */
export interface Recounted {
  /** Where the ledger stood in its journal; whoever writes the differences sees to it that it still stands there. */
  readonly journalSeq: number
  readonly tables: readonly { readonly table: SumTable; readonly rows: readonly (readonly number[])[] }[]
  /** The list of the month's customers says something else than their days do as they are kept. */
  readonly listIsWrong: boolean
}

/** What has to be added to make each sum right; nothing where all is well. To be called in one reading of the ledger. */
export const recounted = (reader: Reader, month: Month): Recounted => {
  const tables = month === null ? wholeTables : monthlyTables
  return {
    journalSeq: journalSeqOf(reader),
    listIsWrong: month !== null && listIsWrong(reader, monthPeriod(month)),
    tables: tables.flatMap((table) => {
      const from = sumTables[table].keys.length
      const tally = createTally()
      const put = (row: readonly number[], sign: 1 | -1): void =>
        tally.add(
          table,
          row.slice(0, from),
          row.slice(from).map((value) => value * sign),
        )
      for (const row of countedRows(reader, table, month)) put(row, 1)
      for (const row of keptRows(reader, table, month)) put(row, -1)
      const rows = tally.differences().get(table)
      return rows === undefined ? [] : [{ table, rows }]
    }),
  }
}

/** In a transaction: the number of the last one that was committed. */
export const journalSeqOf = (reader: Reader): number =>
  reader.first(query.selectFrom('ledger_state').select('journal_seq').where('id', '=', 1))?.journal_seq ?? 0

/** Every month that has receipts, or sums that should not be there. Ascending. */
export const monthsToCount = (reader: Reader): string[] =>
  rowsOf<{ month: string }>(
    reader,
    sql`SELECT substr(day, 1, 4) || '-' || substr(day, 5, 2) AS month FROM (
        SELECT min(period) AS day FROM period_sum WHERE period > 9999999 GROUP BY period / 100
        UNION SELECT min(day) FROM customer_day GROUP BY day / 100)
      UNION SELECT substr(business_date, 1, 7) FROM receipt GROUP BY 1 ORDER BY 1`,
  ).map(({ month }) => month)

/** Names on lines that the catalogue does not know yet. */
export const namesToKnow = (reader: Reader): string[] =>
  rowsOf<{ name: string }>(
    reader,
    sql`SELECT DISTINCT l.name FROM receipt_line AS l
      WHERE NOT EXISTS (SELECT 1 FROM product_name AS n WHERE n.name = l.name) ORDER BY l.name`,
  ).map(({ name }) => name)

import type { Table } from '../reading/table.ts'
import type { RefusedRow } from './talk.ts'

/**
 * The rows that were not brought in, as they were, each with its reason in a first column: put right there, the same
 * file can be brought in again.
 */
export const refusedWorkbook = async (
  table: Table,
  headerRow: number,
  {
    rows,
    heading,
    sheetName,
  }: { readonly rows: readonly RefusedRow[]; readonly heading: string; readonly sheetName: string },
): Promise<Uint8Array> => {
  // Only when it is wanted: it takes longer to load than most lists to read.
  const { default: ExcelJS } = await import('exceljs')
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet(sheetName, { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.addRow([heading, ...(headerRow < 0 ? [] : (table.rows[headerRow] ?? []))]).font = { bold: true }
  for (const { line, reason } of rows) {
    // As text: a spreadsheet must not drop a first 0 again, and must not take a name for a formula.
    sheet.addRow([
      reason,
      ...(table.rows[line - 1] ?? []).map((cell) => (cell === null ? null : String(cell))),
    ])
  }
  sheet.columns.forEach((column, index) => {
    column.width = index === 0 ? 44 : 18
    column.numFmt = '@'
  })
  return new Uint8Array(await book.xlsx.writeBuffer())
}

import type { Writable } from 'node:stream'
import Excel from 'exceljs'
import type { Connection } from '../platform/db/open.ts'
import { leaves } from './tables.repo.ts'

/** Rows that a sheet of Excel can hold, below its heading. */
const sheetRows = 1_048_575

/**
 * Writes the workbook into `out` row by row; nothing of it is kept. A list that is longer than a sheet goes on in the
 * next one.
 * @param onRow hears of each row; throws to stop.
 */
export const writeWorkbook = async (
  db: Connection,
  out: Writable,
  onRow: () => Promise<void> | void,
): Promise<void> => {
  const book = new Excel.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true })
  for (const leaf of leaves) {
    let number = 1
    const begin = () => {
      const sheet = book.addWorksheet(number === 1 ? leaf.name : `${leaf.name} ${number}`, {
        views: [{ state: 'frozen', ySplit: 1 }],
      })
      const head = sheet.addRow([...leaf.headings])
      head.font = { bold: true }
      head.commit()
      return sheet
    }
    let sheet = begin()
    let rows = 0
    for (const row of leaf.rows(db)) {
      if (rows === sheetRows) {
        sheet.commit()
        number += 1
        rows = 0
        sheet = begin()
      }
      // Ids are longer than Excel's fifteen digits: as text they stay what they are.
      sheet.addRow(row.map(cell)).commit()
      rows += 1
      await onRow()
    }
    sheet.commit()
  }
  await book.commit()
}

const cell = (value: unknown): unknown =>
  typeof value === 'number' && Math.abs(value) > 999_999_999_999_999 ? String(value) : value

import ExcelJS from 'exceljs'

/** A workbook as Excel saves it. */
export const workbookOf = async (
  fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void,
): Promise<Buffer> => {
  const book = new ExcelJS.Workbook()
  fill(book.addWorksheet('고객'), book)
  return Buffer.from(await book.xlsx.writeBuffer())
}

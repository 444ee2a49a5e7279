import { PassThrough } from 'node:stream'
import { formatPhone } from '#shared/phone.ts'
import type { ColumnKind } from './column.ts'

type Cell = string | number | null

export interface WorkbookColumn {
  readonly heading: string
  readonly kind: ColumnKind
  /** Pixels on the screen. */
  readonly width: number
}

/** An Excel file that grows row by row; only what is not compressed yet is held. */
export interface WorkbookFile {
  row(cells: readonly Cell[]): void
  /** The whole file. */
  end(): Promise<Buffer>
}

const formats: Partial<Record<ColumnKind, string>> = {
  number: '#,##0.##',
  won: '#,##0',
  points: '#,##0',
  date: 'yyyy-mm-dd',
  moment: 'yyyy-mm-dd hh:mm',
  // A phone is text, or Excel eats its first 0.
  phone: '@',
  text: '@',
}

const pixelsALetter = 8
const koreaMs = 9 * 60 * 60 * 1000

/** Resolves once the library is there: nobody waits for it at the start of the program. */
export const createWorkbook = async (
  sheetTitle: string,
  columns: readonly WorkbookColumn[],
): Promise<WorkbookFile> => {
  const { default: Excel } = await import('exceljs')
  const stream = new PassThrough()
  const chunks: Buffer[] = []
  stream.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<void>((resolve, reject) => {
    stream.once('end', () => resolve())
    stream.once('error', reject)
  })
  const book = new Excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false })
  const sheet = book.addWorksheet(sheetTitle, { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = columns.map(({ heading, kind, width }) => ({
    header: heading,
    width: Math.max(8, Math.round(width / pixelsALetter)),
    style: { numFmt: formats[kind] ?? '@' },
  }))
  const head = sheet.getRow(1)
  head.font = { bold: true }
  head.commit()
  return {
    row(cells) {
      sheet.addRow(cells.map((cell, index) => excelCell(columns[index]?.kind ?? 'text', cell))).commit()
    },
    async end() {
      sheet.commit()
      await book.commit()
      await ended
      return Buffer.concat(chunks)
    },
  }
}

/** Excel's clock knows no zones: a moment is written as the wall clock in Korea shows it. */
const excelCell = (kind: ColumnKind, cell: Cell): string | number | Date | null => {
  if (cell === null || cell === '') return null
  if (kind === 'moment' && typeof cell === 'number') return new Date(cell + koreaMs)
  if (kind === 'date' && typeof cell === 'string') return new Date(`${cell}T00:00:00Z`)
  if (kind === 'bool') return cell === 1 ? 'O' : ''
  if (kind === 'phone' && typeof cell === 'string' && /^\d+$/.test(cell)) return formatPhone(cell)
  return cell
}

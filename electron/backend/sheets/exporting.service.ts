import { setImmediate as breath } from 'node:timers/promises'
import type { CallOutput, CallParsed } from '#shared/contract/index.ts'
import { isoKorea } from '#shared/dates.ts'
import { koSheets } from '#shared/i18n/ko/sheets.ts'
import type { Clock } from '../platform/clock.ts'
import type { UnitOfWork } from '../platform/db/statements.ts'
import type { Ids } from '../platform/ids.ts'
import { byteOrderMark } from '../platform/text/csv.ts'
import { addReason } from './commands.repo.ts'
import { csvLine } from './csv.ts'
import { writeExportFile } from './export-file.port.ts'
import { maskedCell } from './masked.ts'
import type { SheetReading } from './reading.service.ts'
import { createWorkbook } from './workbook.port.ts'

export interface SheetExporting {
  run(asked: CallParsed<'sheets.export'>): Promise<CallOutput<'sheets.export'>>
}

export interface SheetExportingParts {
  readonly reading: SheetReading
  readonly unit: UnitOfWork
  readonly ids: Ids
  readonly clock: Clock
  readonly personId: () => number | null
  /** Where files go that the owner takes along. */
  readonly folder: string
}

const mostRows = 100_000
/** Rows between which whatever waits gets its turn: a few milliseconds. */
const ofAPiece = 40

/** Files for Excel, made piece by piece beside the counter's work. */
export const createSheetExporting = (parts: SheetExportingParts): SheetExporting => {
  const { reading, unit, ids, clock } = parts
  return {
    async run({ sheet, selection, columns: names, headings, sort, format, reason }) {
      const columns = reading.columns(sheet, names)
      const keys = reading.keys(sheet, selection, sort, mostRows)
      const at = clock.now()
      // Why is on record before anything leaves.
      if (reason !== null) {
        unit.write((tx) =>
          addReason(tx, {
            id: ids.next(at),
            at,
            person_id: parts.personId(),
            sheet,
            what: 'export',
            rows: keys.length,
            reason,
          }),
        )
      }
      const kinds = columns.map(({ kind }) => kind)
      const title = koSheets[`sheet.${sheet}.title`]
      const book =
        format === 'xlsx'
          ? await createWorkbook(
              title,
              columns.map(({ name, kind, width }, index) => ({
                heading: headings[index] ?? name,
                kind,
                width,
              })),
            )
          : null
      const lines = [
        byteOrderMark +
          csvLine(
            kinds.map(() => 'text' as const),
            columns.map(({ name }, index) => headings[index] ?? name),
          ),
      ]
      for (let from = 0; from < keys.length; from += ofAPiece) {
        if (from > 0) await breath()
        const piece = keys.slice(from, from + ofAPiece)
        const found = reading.cells(sheet, columns, piece)
        for (const key of piece) {
          const whole = found.get(key)
          if (whole === undefined) continue
          const cells =
            reason === null
              ? whole.map((cell, index) => maskedCell(columns[index] ?? { kind: 'text' }, cell))
              : whole
          if (book === null) lines.push(csvLine(kinds, cells))
          else book.row(cells)
        }
      }
      const bytes = book === null ? Buffer.from(lines.join(''), 'utf8') : await book.end()
      return {
        path: writeExportFile(parts.folder, `${title} ${isoKorea(at).slice(0, 10)}.${format}`, bytes),
        rows: keys.length,
        people: sheet === 'products' ? 0 : keys.length,
      }
    },
  }
}

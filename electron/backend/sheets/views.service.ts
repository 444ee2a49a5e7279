import { z } from 'zod'
import { type CallOutput, type CallParsed, methods } from '#shared/contract/index.ts'
import type { SheetName } from '#shared/contract/sheet-filter.ts'
import { DangolError } from '#shared/errors.ts'
import type { Clock } from '../platform/clock.ts'
import type { Reader, UnitOfWork } from '../platform/db/statements.ts'
import type { Ids } from '../platform/ids.ts'
import { dropView, putView, viewsOf } from './views.repo.ts'

type Layout = CallParsed<'sheets.saveView'>['layout']

export interface SheetViews {
  list(sheet: SheetName): CallOutput<'sheets.views'>
  save(asked: CallParsed<'sheets.saveView'>): number
  /** Throws `sheet.view-gone`. */
  remove(id: number): void
}

/** Layouts that are kept. What was looked for is no part of the one that a sheet opens with. */
export const createSheetViews = (reader: Reader, unit: UnitOfWork, ids: Ids, clock: Clock): SheetViews => ({
  list(sheet) {
    const rows = viewsOf(reader, sheet).flatMap((row) => {
      const layout = layoutIn(row.layout)
      return layout === null ? [] : [{ id: row.id, name: row.name, layout }]
    })
    return {
      current: rows.find(({ name }) => name === '')?.layout ?? null,
      named: rows.filter(({ name }) => name !== ''),
    }
  },
  save({ sheet, name, layout }) {
    const at = clock.now()
    const kept = name === null ? { ...layout, filter: {} } : layout
    return unit.write((tx) =>
      putView(tx, {
        id: ids.next(at),
        sheet,
        name: name?.normalize('NFC') ?? '',
        layout: JSON.stringify(kept),
        updated_at: at,
      }),
    )
  },
  remove(id) {
    if (!unit.write((tx) => dropView(tx, id))) throw new DangolError('sheet.view-gone')
  },
})

const layoutShape = methods['sheets.saveView'].input.shape.layout

/** Null for one that a later version kept otherwise. */
const layoutIn = (text: string): Layout | null => {
  const parsed = z.safeParse(layoutShape, JSON.parse(text))
  return parsed.success ? parsed.data : null
}

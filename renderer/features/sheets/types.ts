import type { CallOutput, CallParsed } from '#shared/contract/index.ts'

export type SheetColumn = CallOutput<'sheets.describe'>[number]
export type ColumnKind = SheetColumn['kind']
export type Cell = string | number | null
export type SheetLayout = CallParsed<'sheets.saveView'>['layout']
export type LayoutColumn = SheetLayout['columns'][number]
export type SheetView = CallOutput<'sheets.views'>['named'][number]
export type Selection = CallParsed<'sheets.totals'>['selection']
export type Done = CallOutput<'sheets.edit'>

/** A row as the grid holds it. */
export interface SheetRow {
  readonly key: string
  readonly cells: Readonly<Record<string, Cell>>
}

export const addsUp = (kind: ColumnKind): boolean => kind === 'number' || kind === 'won' || kind === 'points'

import type { z } from 'zod'
import type { columnKind } from '#shared/contract/sheets.ts'

export type ColumnKind = z.infer<typeof columnKind>

/** What a window is told of a column. */
export interface ColumnInfo {
  readonly name: string
  readonly kind: ColumnKind
  /** Null: a word of the program; otherwise what the shop calls its own field. */
  readonly label: string | null
  readonly sortable: boolean
  readonly filterable: boolean
  readonly editable: boolean
  readonly options: readonly { readonly value: string; readonly label: string | null }[] | null
  /** Whether it is there until the owner chooses otherwise. */
  readonly shown: boolean
  /** Pixels. */
  readonly width: number
}

/** Kinds of which a sum says something. */
export const addsUp = (kind: ColumnKind): boolean => kind === 'number' || kind === 'won' || kind === 'points'

/** Most columns: shown, sorted and filtered, not written into. */
export const columnInfo = (
  name: string,
  kind: ColumnKind,
  width: number,
  differs: Partial<Omit<ColumnInfo, 'name' | 'kind' | 'width'>> = {},
): ColumnInfo => ({
  name,
  kind,
  width,
  label: null,
  sortable: true,
  filterable: true,
  editable: false,
  options: null,
  shown: true,
  ...differs,
})

/** Values that have a word of the program each. */
export const choices = (...values: readonly string[]): ColumnInfo['options'] =>
  values.map((value) => ({ value, label: null }))

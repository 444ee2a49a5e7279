import { createContext } from 'react'
import type { SheetSort } from '#shared/contract/sheet-filter.ts'
import { nothingPicked, type Picked } from './selection.ts'

/** What the heads of columns need of their sheet. */
export interface SheetActions {
  readonly sort: SheetSort
  readonly picked: Picked
  readonly sortBy: (column: string, add: boolean) => void
  readonly openColumn: (column: string, at: HTMLElement | null) => void
  readonly pickAll: () => void
}

const nothing = (): void => undefined

export const SheetContext = createContext<SheetActions>({
  sort: [],
  picked: nothingPicked,
  sortBy: nothing,
  openColumn: nothing,
  pickAll: nothing,
})

import { useCallback, useSyncExternalStore } from 'react'
import type { SheetFilter, SheetName } from '#shared/contract/sheet-filter.ts'
import { type Page, useNavigation } from '../../app/navigation.tsx'

/** What a sheet shows when it is opened from elsewhere: a group, a bar of a picture, a search. */
export interface SheetOpening {
  readonly sheet: SheetName
  /** What stands above it: "이탈 징후 23명". The sheet's own name without it. */
  readonly title?: string
  readonly filter?: SheetFilter
  /** Ids of customers, receipts or products; of the receipts in the sheet of lines. */
  readonly ids?: readonly number[]
  readonly segmentId?: number
}

/** An opening with the page that its way back leads to. */
export interface OpenedSheet extends SheetOpening {
  readonly from: Page
}

let opened: OpenedSheet | null = null
const listeners = new Set<() => void>()

const listen = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What the sheet's page has to show; null when it was not asked for anything. */
export const useOpenedSheet = (): OpenedSheet | null => useSyncExternalStore(listen, () => opened)

/**
 * Opens a sheet as a page of its own; its way back leads here.
 * @example
 * const openSheet = useOpenSheet()
 * openSheet({ sheet: 'customers', segmentId, title: t('segments.dormant') })
 */
export const useOpenSheet = (): ((opening: SheetOpening) => void) => {
  const { page, go } = useNavigation()
  return useCallback(
    (opening) => {
      opened = { ...opening, from: page }
      for (const listener of listeners) listener()
      go('sheet')
    },
    [page, go],
  )
}

/** The filter that an opening stands for. */
export const filterOf = ({ filter, ids, segmentId }: SheetOpening): SheetFilter => ({
  ...filter,
  ...(ids === undefined ? {} : { ids: [...ids] }),
  ...(segmentId === undefined ? {} : { segmentId }),
})

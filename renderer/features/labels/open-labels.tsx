import { useCallback, useSyncExternalStore } from 'react'
import type { CallParsed } from '#shared/contract/index.ts'
import { type Page, useNavigation } from '../../app/navigation.tsx'

/** What another page wants to have on paper. */
export type LabelsOpening =
  | {
      readonly of: 'people'
      readonly selection: CallParsed<'labels.people'>['selection']
      readonly count: number
    }
  | { readonly of: 'person'; readonly customerId: number; readonly name: string }
  /** Null is today. */
  | { readonly of: 'day'; readonly date: string | null }

export type OpenedLabels = LabelsOpening & { readonly from: Page }

let opened: OpenedLabels | null = null
const listeners = new Set<() => void>()
const listen = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Null when nothing was asked for. */
export const useOpenedLabels = (): OpenedLabels | null => useSyncExternalStore(listen, () => opened)

/**
 * Opens the page on which cards, labels and lists are looked at and printed; its way back leads here.
 * @example
 * const openLabels = useOpenLabels()
 * openLabels({ of: 'day', date: null })
 */
export const useOpenLabels = (): ((opening: LabelsOpening) => void) => {
  const { page, go } = useNavigation()
  return useCallback(
    (opening) => {
      opened = { ...opening, from: page }
      for (const listener of listeners) listener()
      go('labels')
    },
    [page, go],
  )
}

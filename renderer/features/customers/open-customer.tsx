import { useCallback, useSyncExternalStore } from 'react'
import { type Page, useNavigation } from '../../app/navigation.tsx'

/** Whose page is open, and where its way back leads. */
export interface OpenedCustomer {
  readonly customerId: number
  readonly from: Page
}

let opened: OpenedCustomer | null = null
const listeners = new Set<() => void>()

const listen = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Null when nobody's page was asked for. */
export const useOpenedCustomer = (): OpenedCustomer | null => useSyncExternalStore(listen, () => opened)

/**
 * Opens somebody's page; its way back leads here.
 * @example
 * const openCustomer = useOpenCustomer()
 * openCustomer(row.id)
 */
export const useOpenCustomer = (): ((customerId: number) => void) => {
  const { page, go } = useNavigation()
  return useCallback(
    (customerId) => {
      // From one person to another (a household, an entry taken apart) the way back stays the first one's.
      const from = page === 'customer' && opened !== null ? opened.from : page
      opened = { customerId, from }
      for (const listener of listeners) listener()
      go('customer')
    },
    [page, go],
  )
}

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useSyncExternalStore } from 'react'
import { covered, coverWith } from '../api/api.ts'
import { keys } from '../api/keys.ts'
import { createVeil } from '../api/veil.ts'
import { useWords } from './words.ts'

const listeners = new Set<() => void>()
const listen = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export interface Anonymous {
  readonly on: boolean
  /** Hides every name and number of guests on every page, or shows them again. */
  readonly toggle: () => void
}

/** Showing the shop to somebody without showing its guests. Ends with the window. */
export const useAnonymous = (): Anonymous => {
  const { t } = useWords()
  const client = useQueryClient()
  const on = useSyncExternalStore(listen, covered)
  const toggle = useCallback(() => {
    coverWith(covered() ? null : createVeil((number) => t('anonymous.guest', { number })))
    for (const listener of listeners) listener()
    // Nothing that was shown before may stay.
    void client.resetQueries({ predicate: (query) => query.queryKey[0] !== keys.status[0] })
  }, [client, t])
  return { on, toggle }
}

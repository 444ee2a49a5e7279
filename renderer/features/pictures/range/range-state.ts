import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { DateRange } from '#shared/contract/analytics.ts'
import { businessDate } from '#shared/dates.ts'
import { api } from '../../../api/api.ts'
import { queries } from '../../../api/queries.ts'
import { useNow } from '../../../app/use-now.ts'
import { type Comparison, comparedWith, type Preset, rangeOf } from './ranges.ts'

interface Chosen {
  readonly preset: Preset
  readonly comparison: Comparison
  /** Of the preset `own`. */
  readonly own: DateRange | null
}

// One range for every picture, and it is still the same when the page is come back to.
let chosen: Chosen = { preset: 'days90', comparison: 'before', own: null }
const listeners = new Set<() => void>()
const listen = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export interface RangeState extends Chosen {
  readonly range: DateRange
  readonly compare: DateRange | null
  readonly choose: (change: Partial<Chosen>) => void
}

export const spanKey = ['analytics.span'] as const

/** The range and comparison that all pictures obey; null until it is known how far the receipts go back. */
export const useRange = (): RangeState | null => {
  const state = useSyncExternalStore(listen, () => chosen)
  const now = useNow(60_000)
  const shop = useQuery(queries.shop).data
  const life = useQuery({
    queryKey: spanKey,
    queryFn: () => api.call('analytics.span', {}),
    staleTime: 60_000,
  }).data
  const choose = useCallback((change: Partial<Chosen>) => {
    chosen = { ...chosen, ...change }
    for (const listener of listeners) listener()
  }, [])
  const today = shop === undefined ? null : businessDate(now, shop.closesAtHour)
  return useMemo(() => {
    if (today === null || life === undefined) return null
    const { preset, own, comparison } = state
    const range = preset === 'own' ? (own ?? rangeOf('days90', today, life)) : rangeOf(preset, today, life)
    return { ...state, range, compare: comparedWith(range, comparison), choose }
  }, [state, today, life, choose])
}

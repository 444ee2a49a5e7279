import { useSyncExternalStore } from 'react'
import type { Rule } from '#shared/contract/segment-rule.ts'

/** What of the groups is in front; it stays so while a sheet that was opened from there is looked at. */
export type SegmentsView =
  | { readonly is: 'list' }
  | { readonly is: 'group'; readonly id: number }
  | { readonly is: 'build'; readonly id: number | null; readonly rule: Rule; readonly name: string }
  | { readonly is: 'compare'; readonly a: number | null; readonly b: number | null }
  | { readonly is: 'limits' }

let view: SegmentsView = { is: 'list' }
const listeners = new Set<() => void>()

const listen = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const showSegments = (next: SegmentsView): void => {
  view = next
  for (const listener of listeners) listener()
}

export const useSegmentsView = (): SegmentsView => useSyncExternalStore(listen, () => view)

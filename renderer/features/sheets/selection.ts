import type { SheetFilter } from '#shared/contract/sheet-filter.ts'
import type { Selection } from './types.ts'

/** Rows that are ticked: some, or all of the filter but some. */
export interface Picked {
  readonly all: boolean
  /** The ones that are ticked, or with `all` the ones that are not. */
  readonly keys: ReadonlySet<string>
}

export const nothingPicked: Picked = { all: false, keys: new Set() }
export const allPicked: Picked = { all: true, keys: new Set() }

export const isPicked = (picked: Picked, key: string): boolean => picked.keys.has(key) !== picked.all

export const pickedCount = (picked: Picked, total: number): number =>
  picked.all ? Math.max(0, total - picked.keys.size) : picked.keys.size

/** These rows become what `on` says. */
export const pick = (picked: Picked, keys: readonly string[], on: boolean): Picked => {
  const next = new Set(picked.keys)
  for (const key of keys) {
    if (on === picked.all) next.delete(key)
    else next.add(key)
  }
  return { all: picked.all, keys: next }
}

/** As the backend is asked for them. */
export const selectionOf = (picked: Picked, filter: SheetFilter): Selection =>
  picked.all ? { filter, exceptKeys: [...picked.keys] } : { keys: [...picked.keys] }

import { useRef, useState } from 'react'
import { allPicked, isPicked, nothingPicked, type Picked, pick } from './selection.ts'
import type { SheetRow } from './types.ts'
import type { MarkedCells } from './use-marked-cells.ts'
import type { SheetState } from './use-sheet-state.ts'

/** Ticked rows, by pointer and by key. Ticks are of one filter; another one begins without. */
export const usePicks = (state: SheetState, loaded: (index: number) => SheetRow | undefined) => {
  const { filter, source } = state
  const last = useRef<number | null>(null)
  const [ticked, setTicked] = useState({ filter, picked: nothingPicked })
  const picked = ticked.filter === filter ? ticked.picked : nothingPicked
  const set = (next: Picked): void => setTicked({ filter, picked: next })

  /** From the row that was ticked last to this one, those that were never scrolled to included. */
  const pickTo = async (from: number, to: number): Promise<void> => {
    const top = Math.min(from, to)
    const count = Math.abs(from - to) + 1
    const here = Array.from({ length: count }, (_, index) => loaded(top + index)).flatMap((row) => row ?? [])
    const rows = here.length === count ? here : (await source.rows(top, count)).rows
    set(
      pick(
        picked,
        rows.map(({ key }) => key),
        true,
      ),
    )
  }

  return {
    picked,
    unpick: (): void => set(nothingPicked),
    pickRow: (row: number, further: boolean): void => {
      const key = loaded(row)?.key
      if (key === undefined) return
      if (further && last.current !== null) void pickTo(last.current, row)
      else set(pick(picked, [key], !isPicked(picked, key)))
      last.current = row
    },
    pickAll: (): void => set(picked.all && picked.keys.size === 0 ? nothingPicked : allPicked),
    /** The rows of the marked cells; where all of them are ticked, none. */
    pickMarked: (marked: MarkedCells | null | undefined): void => {
      const keys = marked?.rows.map(({ key }) => key) ?? []
      set(pick(picked, keys, !keys.every((key) => isPicked(picked, key))))
    },
  }
}

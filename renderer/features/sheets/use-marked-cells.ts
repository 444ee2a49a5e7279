import { useQuery } from '@tanstack/react-query'
import type { SheetSource } from './grid/datasource.ts'
import { boundsOf, type Rectangle } from './grid/rectangle.ts'
import type { SheetRow } from './types.ts'

/** The marked cells with their rows, also of those that were never scrolled to. */
export interface MarkedCells {
  readonly rows: readonly SheetRow[]
  readonly columns: readonly string[]
}

/** As many rows as are copied or added up at once; more are exported. */
const mostMarkedRows = 5000

/**
 * Null while they are fetched; undefined where there are too many.
 * @param version changes when the rows may have other cells than before.
 */
export const useMarkedCells = (
  rectangle: Rectangle | null,
  columns: readonly string[],
  source: SheetSource,
  loaded: (index: number) => SheetRow | undefined,
  version: number,
): MarkedCells | null | undefined => {
  const bounds = rectangle === null ? null : boundsOf(rectangle, columns)
  const tooMany = bounds !== null && bounds.bottom - bounds.top >= mostMarkedRows
  const found = useQuery({
    queryKey: ['sheets.marked', source.id, version, bounds, columns],
    queryFn: async (): Promise<MarkedCells | null> => {
      if (bounds === null) return null
      const { top, bottom, left, right } = bounds
      const indices = Array.from({ length: bottom - top + 1 }, (_, index) => top + index)
      const here = indices.flatMap((index) => loaded(index) ?? [])
      const rows = here.length === indices.length ? here : (await source.rows(top, indices.length)).rows
      return { rows, columns: columns.slice(left, right + 1) }
    },
    enabled: bounds !== null && !tooMany,
    gcTime: 0,
  })
  return tooMany ? undefined : (found.data ?? null)
}

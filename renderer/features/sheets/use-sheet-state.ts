import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { SheetCondition, SheetFilter, SheetName, SheetSort } from '#shared/contract/sheet-filter.ts'
import type { FailureDetail } from '#shared/result.ts'
import { api } from '../../api/api.ts'
import { createSource } from './grid/datasource.ts'
import { layoutColumns, shownNames } from './layout.ts'
import type { LayoutColumn, SheetColumn, SheetLayout } from './types.ts'

export interface SheetStart {
  readonly sheet: SheetName
  readonly columns: readonly SheetColumn[]
  /** How it was left. */
  readonly kept: SheetLayout | null
  readonly filter: SheetFilter
  /** Of a sheet that another page opened, only the columns are kept. */
  readonly keepsSort: boolean
}

const saveAfterMs = 600

/** What a sheet shows, and how: columns, order, filter, and the rows that come of it. */
export const useSheetState = ({ sheet, columns, kept, filter: begun, keepsSort }: SheetStart) => {
  const client = useQueryClient()
  const [layout, setLayout] = useState<LayoutColumn[]>(() => layoutColumns(columns, kept?.columns ?? null))
  const [sort, setSort] = useState<SheetSort>(() =>
    keepsSort ? (kept?.sort ?? []).filter(({ column }) => columns.some(({ name }) => name === column)) : [],
  )
  const [filter, setFilter] = useState<SheetFilter>(begun)
  const [total, setTotal] = useState<number | null>(null)
  const [failure, setFailure] = useState<FailureDetail | null>(null)
  const [times, setTimes] = useState(0)

  // The order of the columns on the screen asks for no rows anew.
  const asked = JSON.stringify(shownNames(layout).sort())
  const source = useMemo(() => {
    const names: string[] = JSON.parse(asked)
    return createSource(
      { sheet, filter, sort, columns: names.length === 0 ? [columns[0]?.name ?? ''] : names, times },
      {
        total: (count) => {
          setTotal(count)
          setFailure(null)
        },
        failed: setFailure,
      },
    )
  }, [sheet, columns, filter, sort, asked, times])

  const first = useRef(true)
  useEffect(() => {
    if (first.current) {
      first.current = false
      return undefined
    }
    const timer = setTimeout(() => {
      const input = { sheet, name: null, layout: { columns: layout, sort, filter: {} } }
      void api
        .call('sheets.saveView', input)
        .then(() => client.invalidateQueries({ queryKey: ['sheets.views', sheet] }))
        .catch(() => undefined)
    }, saveAfterMs)
    return () => clearTimeout(timer)
  }, [sheet, layout, sort, client])

  return {
    sheet,
    columns,
    layout,
    setLayout,
    sort,
    setSort,
    filter,
    setFilter,
    total,
    failure,
    source,
    /** In the order that holds now. */
    askAnew: () => setTimes((before) => before + 1),
    /** One condition a column; null takes it away. */
    setCondition: (column: string, condition: SheetCondition | null): void => {
      setFilter((before) => {
        const others = (before.conditions ?? []).filter((one) => one.column !== column)
        return { ...before, conditions: condition === null ? others : [...others, condition] }
      })
    },
    setText: (text: string): void => {
      setFilter((before) => {
        const next = { ...before, text: text.trim() }
        if (next.text !== '') return next
        const { ids, segmentId, conditions } = before
        return filterWith(conditions, ids, segmentId)
      })
    },
  }
}

const filterWith = (
  conditions: SheetFilter['conditions'],
  ids: SheetFilter['ids'],
  segmentId: SheetFilter['segmentId'],
): SheetFilter => ({
  ...(conditions === undefined ? {} : { conditions }),
  ...(ids === undefined ? {} : { ids }),
  ...(segmentId === undefined ? {} : { segmentId }),
})

export type SheetState = ReturnType<typeof useSheetState>

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CallOutput } from '#shared/contract/index.ts'
import { labelStocks, nextPlace, perSheet, type StockId } from '#shared/labels/stock.ts'
import { api } from '../../api/api.ts'
import { useFailureToast } from '../../ui/use-failure-toast.ts'

type Kept = CallOutput<'labels.sheets'>[number]

const key = ['labels.sheets']
const fresh = { next: 0, shiftX: 0, shiftY: 0 }
/** Tenths of a millimetre a press, and the furthest that a printer is off. */
const step = 5
const furthest = 100

/** Which sheets are used, where the begun one goes on, and how the printer is put right; kept for the next time. */
export const useSheetChoice = (usual: StockId) => {
  const client = useQueryClient()
  const fail = useFailureToast()
  const kept = useQuery({ queryKey: key, queryFn: () => api.call('labels.sheets', {}) })
  const [stockId, setStockId] = useState<StockId>(usual)
  const [first, setFirst] = useState<{ readonly of: StockId; readonly place: number } | null>(null)
  const stock = labelStocks[stockId]
  const state = kept.data?.find((one) => one.stock === stockId) ?? { ...fresh, stock: stockId }
  const save = useMutation({
    mutationFn: (sheet: Kept) => api.call('labels.saveSheet', sheet),
    // Shown at once; what could not be kept is asked for anew.
    onMutate: (sheet) =>
      client.setQueryData<Kept[]>(key, (before = []) => [
        ...before.filter((one) => one.stock !== sheet.stock),
        sheet,
      ]),
    onError: (error) => {
      fail(error)
      void client.invalidateQueries({ queryKey: key })
    },
  })
  const place = first?.of === stockId ? first.place : Math.min(state.next, perSheet(stock) - 1)
  const shift = (axis: 'shiftX' | 'shiftY', by: 1 | -1): void => {
    const to = Math.max(-furthest, Math.min(furthest, state[axis] + by * step))
    save.mutate({ ...state, [axis]: to })
  }
  return {
    ready: kept.data !== undefined,
    stock,
    first: place,
    shiftX: state.shiftX,
    shiftY: state.shiftY,
    furthest,
    setStock: setStockId,
    setFirst: (next: number): void =>
      setFirst({ of: stockId, place: Math.max(0, Math.min(perSheet(stock) - 1, next)) }),
    shift,
    /** So many labels are on paper now: the sheet goes on after them. */
    used: (count: number): void => {
      save.mutate({ ...state, next: nextPlace(stock, place, count) })
      setFirst({ of: stockId, place })
    },
  }
}
export type SheetChoice = ReturnType<typeof useSheetChoice>

import type { IDatasource, IGetRowsParams } from 'ag-grid-community'
import type { CallInput } from '#shared/contract/index.ts'
import type { SheetFilter, SheetName, SheetSort } from '#shared/contract/sheet-filter.ts'
import { api } from '../../../api/api.ts'
import { failureOf } from '../../../api/failure.ts'
import type { SheetRow } from '../types.ts'

export interface SheetQuestion {
  readonly sheet: SheetName
  readonly filter: SheetFilter
  readonly sort: SheetSort
  readonly columns: readonly string[]
  /** How often the same was asked before. */
  readonly times: number
}

export interface SheetSource extends IDatasource {
  /** Tells one source from another. */
  readonly id: number
  /** Rows that the grid may not have at hand. */
  rows(from: number, count: number): Promise<{ readonly rows: SheetRow[]; readonly total: number }>
}

/** As many rows as one call brings. */
const mostAtOnce = 500

/**
 * Asks the backend block by block. All blocks of one source go on in the same order, so that scrolling never jumps
 * because a row has changed; a new source asks for the order anew.
 */
export const createSource = (
  question: SheetQuestion,
  told: {
    readonly total: (total: number) => void
    readonly failed: (failure: ReturnType<typeof failureOf>) => void
  },
): SheetSource => {
  let list: number | null = null
  let first: Promise<unknown> | null = null
  const names = [...question.columns]

  const call = async (from: number, count: number) => {
    const input: CallInput<'sheets.rows'> = {
      sheet: question.sheet,
      filter: question.filter,
      sort: question.sort,
      columns: names,
      from,
      count,
      list,
    }
    const { rows, total, list: id } = await api.call('sheets.rows', input)
    list = id
    return {
      total,
      rows: rows.map(({ key, cells }) => ({
        key,
        cells: Object.fromEntries(names.map((name, index) => [name, cells[index] ?? null])),
      })),
    }
  }
  /** The first answer names the order; the others wait for it. */
  const ask = async (from: number, count: number): ReturnType<typeof call> => {
    if (list === null && first !== null) await first.catch(() => undefined)
    const answer = call(from, count)
    if (list === null) first = answer
    return answer
  }

  const fill = async (params: IGetRowsParams): Promise<void> => {
    try {
      const { rows, total } = await ask(params.startRow, params.endRow - params.startRow)
      params.successCallback(rows, total)
      told.total(total)
    } catch (error) {
      params.failCallback()
      told.failed(failureOf(error))
    }
  }

  made += 1
  return {
    id: made,
    async rows(from, count) {
      const found: SheetRow[] = []
      let total = 0
      for (let at = from; at < from + count; at += mostAtOnce) {
        const piece = await ask(at, Math.min(mostAtOnce, from + count - at))
        found.push(...piece.rows)
        total = piece.total
      }
      return { rows: found, total }
    },
    getRows(params: IGetRowsParams) {
      void fill(params)
    },
  }
}

let made = 0

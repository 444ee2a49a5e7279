import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { CallInput } from '#shared/contract/index.ts'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { useWords } from '../../app/words.ts'
import { useToasts } from '../../ui/toast.tsx'
import type { CellLook } from './cell-look.ts'
import type { Done, SheetColumn, SheetRow } from './types.ts'
import type { SheetState } from './use-sheet-state.ts'

type EditedCell = CallInput<'sheets.edit'>['cells'][number]

export interface CommandParts {
  readonly state: SheetState
  readonly look: CellLook
  readonly refresh: () => void
  readonly onRefused: (done: Done) => void
}

/** Everything in a sheet that changes the ledger: one command after the other, each can be taken back. */
export const useSheetCommands = ({ state, look, refresh, onRefused }: CommandParts) => {
  const { sheet, columns } = state
  const { t, error } = useWords()
  const toasts = useToasts()
  const client = useQueryClient()
  const history = useQuery({
    queryKey: ['sheets.history', sheet],
    queryFn: () => api.call('sheets.history', { sheet }),
  })
  const running = useRef<Promise<void>>(Promise.resolve())

  const perform = async (
    work: () => Promise<Done>,
    words: ((done: Done) => string) | null,
    undo: (() => void) | null,
  ): Promise<void> => {
    try {
      const done = await work()
      // Tags and categories may have new names.
      void client.invalidateQueries({ queryKey: ['sheets.describe', sheet] })
      const [first, ...others] = done.refused
      // One cell is before the eyes: a line is enough.
      if (first !== undefined && others.length === 0 && done.changed === 0)
        toasts.show({ text: error({ code: first.code, params: {} }), tone: 'bad' })
      else if (first !== undefined) onRefused(done)
      else if (words !== null) toasts.show({ text: words(done), ...(undo === null ? {} : { undo }) })
    } catch (thrown) {
      toasts.show({ text: error(failureOf(thrown)), tone: 'bad' })
    }
    void client.invalidateQueries({ queryKey: ['sheets.history', sheet] })
    refresh()
  }
  const queue = (
    work: () => Promise<Done>,
    words: (done: Done) => string,
    undo: (() => void) | null = null,
  ): void => {
    running.current = running.current.then(() => perform(work, words, undo))
  }
  const takeBack = (): void =>
    queue(
      () => api.call('sheets.undo', { sheet }),
      (done) => t('sheet.undone', { n: done.changed }),
    )
  /** One command after the other; told only where the eye does not see it anyway. */
  const run = (work: () => Promise<Done>, words: ((done: Done) => string) | null): void => {
    if (words !== null) return queue(work, words, takeBack)
    running.current = running.current.then(() => perform(work, null, null))
  }

  const edit = (cells: EditedCell[]): void => {
    if (cells.length === 0) return
    run(
      () => api.call('sheets.edit', { sheet, cells }),
      cells.length === 1 ? null : (done) => t('sheet.changed', { n: done.changed }),
    )
  }
  const editable = (name: string): SheetColumn | undefined =>
    columns.find((column) => column.name === name && column.editable)

  return {
    history: history.data ?? { undo: null, redo: null },
    run,
    edit,
    /** One cell as it was typed. */
    write: (row: SheetRow, column: SheetColumn, text: string): void => {
      const before = row.cells[column.name] ?? null
      if (text === look.copied(column, before) || (column.kind === 'phone' && text === '')) return
      edit([{ key: row.key, column: column.name, text, ...(column.kind === 'phone' ? {} : { before }) }])
    },
    /** Cells that can be emptied are; a name cannot. */
    clear: (rows: readonly SheetRow[], names: readonly string[]): void => {
      edit(
        rows.flatMap(({ key }) =>
          names.flatMap((column) => (editable(column) === undefined ? [] : [{ key, column, text: '' }])),
        ),
      )
    },
    undo: (): void => {
      if (history.data?.undo !== null) takeBack()
    },
    redo: (): void => {
      if (history.data?.redo === null) return
      queue(
        () => api.call('sheets.redo', { sheet }),
        (done) => t('sheet.redone', { n: done.changed }),
      )
    },
  }
}

export type SheetCommands = ReturnType<typeof useSheetCommands>

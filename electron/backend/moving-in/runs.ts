import type { CallOutput } from '#shared/contract/index.ts'

export type RunView = CallOutput<'moving.runs'>[number]

interface KeptRun {
  readonly id: number
  readonly kind: RunView['kind']
  readonly file_name: string
  readonly state: RunView['state']
  readonly rows: number
  readonly added: number
  readonly completed: number
  readonly receipts: number
  readonly points: number
  readonly refused: number
  readonly known: number
  readonly begun_at: number
  readonly undone_at: number | null
  readonly kept: number
}

/** A run as windows see it. */
export const runView = (run: KeptRun): RunView => ({
  id: run.id,
  kind: run.kind,
  fileName: run.file_name,
  state: run.state,
  rows: run.rows,
  added: run.added,
  completed: run.completed,
  receipts: run.receipts,
  points: run.points,
  refused: run.refused,
  known: run.known,
  begunAt: run.begun_at,
  undoneAt: run.undone_at,
  kept: run.kept,
})

import { rm } from 'node:fs/promises'
import { DangolError } from '#shared/errors.ts'
import { runThread } from '../platform/threads/once.port.ts'
import { threadProgram } from '../platform/threads/program.ts'
import type { ExportTask, ExportTold } from './export-task.ts'

const program = threadProgram(import.meta.dirname, 'export-worker')

type Done = Extract<ExportTold, { is: 'done' }>

/**
 * Writes the export in a thread of its own.
 * @throws DangolError `backup.cancelled` when `signal` was aborted (nothing is left behind), those of a target, and
 * `backup.target-io` when the thread itself ended.
 */
export const exportInThread = async (
  task: ExportTask,
  onProgress: (part: number) => void,
  signal: AbortSignal,
): Promise<Done> => {
  let last: ExportTold | null = null
  const hear = (told: unknown): void => {
    const message = told as ExportTold
    if (message.is === 'progress') onProgress(message.part)
    else last = message
  }
  await runThread(program, task, hear, signal)
  const told = last as ExportTold | null
  if (told?.is === 'done') return told
  await rm(`${task.final}${task.zip ? '.zip' : ''}.part`, { recursive: true, force: true })
  if (signal.aborted) throw new DangolError('backup.cancelled')
  if (told?.is === 'refused') throw new DangolError(told.code, told.params)
  throw new DangolError('backup.target-io', { reason: 'thread' })
}

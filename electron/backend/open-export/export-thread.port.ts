import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { DangolError } from '#shared/errors.ts'
import type { ExportTask, ExportTold } from './export-task.ts'

const program = join(
  import.meta.dirname,
  import.meta.filename.endsWith('.ts') ? 'export-worker.port.ts' : 'export-worker.js',
)

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
  const worker = new Worker(program, { workerData: task })
  let last: ExportTold | null = null
  const stop = (): void => void worker.terminate()
  signal.addEventListener('abort', stop)
  await new Promise<void>((resolve) => {
    worker.on('message', (told: ExportTold) => {
      if (told.is === 'progress') onProgress(told.part)
      else last = told
    })
    // An exit follows.
    worker.once('error', () => undefined)
    worker.once('exit', () => resolve())
  })
  signal.removeEventListener('abort', stop)
  task.dataKey.fill(0)
  const told = last as ExportTold | null
  if (told?.is === 'done') return told
  await rm(`${task.final}${task.zip ? '.zip' : ''}.part`, { recursive: true, force: true })
  if (signal.aborted) throw new DangolError('backup.cancelled')
  if (told?.is === 'refused') throw new DangolError(told.code, told.params)
  throw new DangolError('backup.target-io', { reason: 'thread' })
}

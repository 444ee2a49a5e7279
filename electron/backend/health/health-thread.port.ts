import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { HealthFound, HealthTask } from './health-task.ts'

const program = join(
  import.meta.dirname,
  import.meta.filename.endsWith('.ts') ? 'health-worker.port.ts' : 'health-worker.js',
)

/** Null when it was called off, or when pages are so hurt that the thread could not go on. */
export const lookInThread = async (task: HealthTask, signal: AbortSignal): Promise<HealthFound | null> => {
  const worker = new Worker(program, { workerData: task })
  const stop = (): void => void worker.terminate()
  signal.addEventListener('abort', stop)
  let found: HealthFound | null = null
  await new Promise<void>((resolve) => {
    worker.once('message', (told: HealthFound) => {
      found = told
    })
    // An exit follows.
    worker.once('error', () => undefined)
    worker.once('exit', () => resolve())
  })
  signal.removeEventListener('abort', stop)
  task.dataKey.fill(0)
  return found
}

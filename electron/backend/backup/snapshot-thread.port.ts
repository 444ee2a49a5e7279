import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { EpochMs } from '#shared/dates.ts'
import type { Ledger } from '../platform/ledger/open.ts'
import type { SnapshotAnswer, SnapshotTask } from './snapshot-answer.ts'

export interface SnapshotOrder {
  readonly ledger: Ledger
  readonly target: string
  readonly now: EpochMs
}

/** Beside this file, where it runs from source as well as where it was built. */
const program = join(
  import.meta.dirname,
  import.meta.filename.endsWith('.ts') ? 'snapshot-worker.port.ts' : 'snapshot-worker.js',
)

/** Never rejects but with an `AbortError`; what goes wrong with the thread itself is `away`. */
export const snapshotInThread = (
  { ledger, target, now }: SnapshotOrder,
  signal: AbortSignal,
): Promise<SnapshotAnswer> => {
  const { path, id } = ledger
  const task: SnapshotTask = { path, id, dataKey: Uint8Array.from(ledger.dataKey), target, now }
  const worker = new Worker(program, { workerData: task })
  let answer: SnapshotAnswer = { is: 'away' }
  const stop = (): void => void worker.terminate()
  signal.addEventListener('abort', stop)
  return new Promise<SnapshotAnswer>((resolve) => {
    worker.once('message', (told: SnapshotAnswer) => {
      answer = told
    })
    // An exit follows.
    worker.once('error', () => undefined)
    worker.once('exit', () => resolve(answer))
  }).then((told) => {
    task.dataKey.fill(0)
    signal.removeEventListener('abort', stop)
    signal.throwIfAborted()
    return told
  })
}

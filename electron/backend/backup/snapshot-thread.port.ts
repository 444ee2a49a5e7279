import type { EpochMs } from '#shared/dates.ts'
import type { Ledger } from '../platform/ledger/open.ts'
import { runThread } from '../platform/threads/once.port.ts'
import { threadProgram } from '../platform/threads/program.ts'
import type { SnapshotAnswer, SnapshotTask } from './snapshot-answer.ts'

export interface SnapshotOrder {
  readonly ledger: Ledger
  readonly target: string
  readonly now: EpochMs
}

const program = threadProgram(import.meta.dirname, 'snapshot-worker')

/** Never rejects but with an `AbortError`; what goes wrong with the thread itself is `away`. */
export const snapshotInThread = async (
  { ledger, target, now }: SnapshotOrder,
  signal: AbortSignal,
): Promise<SnapshotAnswer> => {
  const { path, id } = ledger
  const task: SnapshotTask = { path, id, dataKey: Uint8Array.from(ledger.dataKey), target, now }
  let answer: SnapshotAnswer = { is: 'away' }
  const told = (message: unknown): void => {
    answer = message as SnapshotAnswer
  }
  await runThread(program, task, told, signal)
  signal.throwIfAborted()
  return answer
}

import { DangolError } from '#shared/errors.ts'
import { runThread } from '../threads/once.port.ts'
import { threadProgram } from '../threads/program.ts'
import type { UpdateStep, UpdateTask, UpdateTold } from './update-task.ts'

const program = threadProgram(import.meta.dirname, 'update-worker')

/**
 * `updateLedger` in a thread of its own. Nothing else may have the ledger open.
 * @throws DangolError as `updateLedger` does; `ledger.update-failed` where the thread itself came to nothing: the next
 * start goes on from whichever step was done last.
 */
export const updateInThread = async (
  { path, id, dataKey, now }: UpdateTask,
  at: (step: UpdateStep) => void,
): Promise<readonly number[]> => {
  let end: UpdateTold | null = null
  const hear = (message: unknown): void => {
    // What the thread tells is what `update-worker.port.ts` posts.
    const told = message as UpdateTold
    if (told.is === 'at') at(told.step)
    else end = told
  }
  const task: UpdateTask = { path, id, dataKey: Uint8Array.from(dataKey), now }
  await runThread(program, task, hear)
  return outcomeOf(end)
}

const outcomeOf = (end: UpdateTold | null): readonly number[] => {
  if (end?.is === 'done') return end.ran
  if (end?.is === 'failed') throw new DangolError(end.code, end.params)
  throw new DangolError('ledger.update-failed')
}

import { runThread } from '../platform/threads/once.port.ts'
import { threadProgram } from '../platform/threads/program.ts'
import type { HealthFound, HealthTask } from './health-task.ts'

const program = threadProgram(import.meta.dirname, 'health-worker')

/** Null when it was called off, or when pages are so hurt that the thread could not go on. */
export const lookInThread = async (task: HealthTask, signal: AbortSignal): Promise<HealthFound | null> => {
  let found: HealthFound | null = null
  const told = (answer: unknown): void => {
    found = answer as HealthFound
  }
  await runThread(program, task, told, signal)
  return found
}

import type { Log } from './platform/log/log.ts'

/** Something to be done now and then. */
export interface Task {
  readonly name: string
  readonly everyMs: number
  readonly run: () => void
}

/** Runs each task after its first interval and then again and again; a task that throws is logged and goes on. */
export const startScheduler = (tasks: readonly Task[], log: Log): { stop(): void } => {
  const timers = tasks.map((task) =>
    setInterval(() => {
      try {
        task.run()
      } catch (error) {
        log.error('task.failed', { task: task.name, error })
      }
    }, task.everyMs),
  )
  return {
    stop() {
      for (const timer of timers) clearInterval(timer)
    },
  }
}

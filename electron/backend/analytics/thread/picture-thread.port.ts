import { Worker } from 'node:worker_threads'
import { DangolError } from '#shared/errors.ts'
import { threadProgram } from '../../platform/threads/program.ts'
import type { Reading } from './heavy.repo.ts'
import type { Answer, Question, ReadingTask } from './thread-message.ts'

const program = threadProgram(import.meta.dirname, 'picture-worker')

/** Nobody asks any more: what the thread holds in memory is given back. */
const idleMs = 5 * 60_000

interface Waiting {
  resolve(value: never): void
  reject(error: Error): void
}

interface Thread {
  readonly worker: Worker
  readonly waiting: Map<number, Waiting>
}

/**
 * A thread that reads the ledger over a connection of its own, started when it is first asked.
 * @param ledger the key is copied for each start; the caller keeps its own as long as this is not stopped.
 */
export const pictureThread = (ledger: { readonly path: string; readonly dataKey: Uint8Array }): Reading => {
  let thread: Thread | null = null
  let idle: NodeJS.Timeout | undefined
  let asked = 0
  let stopped = false

  const start = (): Thread => {
    const task: ReadingTask = { path: ledger.path, dataKey: Uint8Array.from(ledger.dataKey) }
    const worker = new Worker(program, { workerData: task })
    task.dataKey.fill(0)
    const waiting = new Map<number, Waiting>()
    const started: Thread = { worker, waiting }
    worker.on('message', (told: Answer) => {
      const one = waiting.get(told.id)
      waiting.delete(told.id)
      if (told.is === 'read') one?.resolve(told.value as never)
      else one?.reject(new DangolError(told.code))
      if (waiting.size === 0) worker.unref()
    })
    // An exit follows.
    worker.once('error', () => undefined)
    worker.once('exit', () => {
      if (thread === started) thread = null
      for (const one of waiting.values()) one.reject(new DangolError('ledger.locked'))
    })
    return started
  }

  const rest = (): void => {
    if (thread !== null && thread.waiting.size === 0) void thread.worker.terminate()
  }

  return {
    ask(name, ...given) {
      if (stopped) return Promise.reject(new DangolError('ledger.locked'))
      thread ??= start()
      const { worker, waiting } = thread
      clearTimeout(idle)
      idle = setTimeout(rest, idleMs).unref()
      asked += 1
      const question: Question = { id: asked, name, given }
      return new Promise((resolve, reject) => {
        waiting.set(question.id, { resolve, reject })
        worker.ref()
        worker.postMessage(question)
      })
    },
    async stop() {
      stopped = true
      clearTimeout(idle)
      await thread?.worker.terminate()
    },
  }
}

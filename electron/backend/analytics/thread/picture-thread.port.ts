import { Worker } from 'node:worker_threads'
import { DangolError } from '#shared/errors.ts'
import { threadProgram } from '../../platform/threads/program.ts'
import type { Reading } from './heavy.repo.ts'
import type { Answer, Question, ReadingTask } from './thread-message.ts'
import { createTurns } from './turns.ts'

const program = threadProgram(import.meta.dirname, 'picture-worker')

/** Nobody asks any more: what the thread holds in memory is given back. */
const idleMs = 5 * 60_000

interface Waiting {
  readonly question: Question
  resolve(value: never): void
  reject(error: Error): void
}

interface Thread {
  readonly worker: Worker
  /** What it reads just now: one thing at a time, so that what is asked meanwhile can go before what waits. */
  reading: Waiting | null
}

/**
 * A thread that reads the ledger over a connection of its own, started when it is first asked.
 * @param ledger the key is copied for each start; the caller keeps its own as long as this is not stopped.
 */
export const pictureThread = (ledger: { readonly path: string; readonly dataKey: Uint8Array }): Reading => {
  const turns = createTurns<Waiting>()
  let thread: Thread | null = null
  let idle: NodeJS.Timeout | undefined
  let stopped = false

  const start = (): Thread => {
    const task: ReadingTask = { path: ledger.path, dataKey: Uint8Array.from(ledger.dataKey) }
    const worker = new Worker(program, { workerData: task })
    task.dataKey.fill(0)
    const started: Thread = { worker, reading: null }
    worker.on('message', (told: Answer) => {
      const one = started.reading
      started.reading = null
      if (told.is === 'read') one?.resolve(told.value as never)
      else one?.reject(new DangolError(told.code))
      if (thread !== started) return
      send(turns.asked())
      // Whoever was answered may have more to ask, and that goes before what waits in the background.
      if (started.reading === null) setImmediate(goOn)
    })
    // An exit follows.
    worker.once('error', () => undefined)
    worker.once('exit', () => {
      started.reading?.reject(new DangolError('ledger.locked'))
      started.reading = null
      if (thread !== started) return
      thread = null
      refuseAll()
    })
    return started
  }

  const refuseAll = (): void => {
    for (let one = turns.asked() ?? turns.later(); one !== undefined; one = turns.asked() ?? turns.later())
      one.reject(new DangolError('ledger.locked'))
  }

  const send = (one: Waiting | undefined): void => {
    if (thread === null || one === undefined) return
    thread.reading = one
    thread.worker.ref()
    thread.worker.postMessage(one.question)
  }

  const goOn = (): void => {
    if (thread === null || thread.reading !== null) return
    send(turns.asked() ?? turns.later())
    if (thread.reading === null) thread.worker.unref()
  }

  const rest = (): void => {
    if (thread === null || thread.reading !== null) return
    const { worker } = thread
    // Whoever asks while it ends gets another one.
    thread = null
    void worker.terminate()
  }

  const take =
    (later: boolean): Reading['ask'] =>
    (name, ...given) => {
      if (stopped) return Promise.reject(new DangolError('ledger.locked'))
      thread ??= start()
      clearTimeout(idle)
      idle = setTimeout(rest, idleMs).unref()
      return new Promise((resolve, reject) => {
        turns.add({ question: { name, given }, resolve, reject }, later)
        goOn()
      })
    }

  return {
    ask: take(false),
    askLater: take(true),
    async stop() {
      stopped = true
      clearTimeout(idle)
      refuseAll()
      // A thread at rest does not keep the process alive, and its end would never be heard.
      thread?.worker.ref()
      await thread?.worker.terminate()
    },
  }
}

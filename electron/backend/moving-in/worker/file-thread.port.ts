import { Worker } from 'node:worker_threads'
import { threadProgram } from '../../platform/threads/program.ts'
import { UnreadableFile } from '../reading/table.ts'
import type { Question, Talk, Told } from './talk.ts'

/** A file in a thread of its own. */
export interface FileThread {
  /** Rejects with `UnreadableFile`; with `too-large` also where the thread has run out of memory. */
  ask<Q extends Question>(what: Q, given: Talk[Q]['ask']): Promise<Talk[Q]['answer']>
  stop(): Promise<void>
}

const program = threadProgram(import.meta.dirname, 'file-worker')

const limits = { maxOldGenerationSizeMb: 1_024, maxYoungGenerationSizeMb: 64 }

interface Waiting {
  readonly resolve: (answer: never) => void
  readonly reject: (error: Error) => void
}

/** @param progress hears of rows that have been read, out of how many. */
export const openFileThread = (progress: (done: number, total: number) => void): FileThread => {
  const worker = new Worker(program, { resourceLimits: limits })
  const waiting = new Map<number, Waiting>()
  let asked = 0
  let ended = false
  const failAll = (error: Error): void => {
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  worker.on('message', (told: Told) => {
    if (told.is === 'progress') {
      progress(told.done, told.total)
      return
    }
    const one = waiting.get(told.id)
    waiting.delete(told.id)
    if (told.is === 'answer') one?.resolve(told.answer as never)
    else
      one?.reject(
        told.is === 'unreadable' ? new UnreadableFile(told.reason) : new Error('The file thread failed'),
      )
  })
  worker.on('error', (error) => failAll(new UnreadableFile('too-large', { cause: error })))
  worker.on('exit', () => {
    ended = true
    failAll(new UnreadableFile('damaged'))
  })
  return {
    ask: (what, given) =>
      new Promise((resolve, reject) => {
        if (ended) {
          reject(new UnreadableFile('damaged'))
          return
        }
        asked += 1
        waiting.set(asked, { resolve, reject })
        worker.postMessage({ id: asked, what, given })
      }),
    async stop() {
      await worker.terminate()
    },
  }
}

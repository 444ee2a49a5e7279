import { Worker } from 'node:worker_threads'
import { threadProgram } from '../../platform/threads/program.ts'
import type { ProfileData } from '../reading/profiles/schema.ts'
import type { GroupReadings, PrintedGroup, ReadingAnswer, ReadingTask } from './reading-task.ts'

/** Reads papers beside the thread that enters them; where it cannot, whoever asks reads them. */
export interface ReadingThread {
  /** False until it has started, and for good once it has died or was given back. */
  ready(): boolean
  /** Groups are read in the order in which they come. Null where the caller has to read; never rejects. */
  read(group: PrintedGroup): Promise<GroupReadings>
  /** Hands over what was collected; `read` does so by itself for every few papers. */
  flush(): void
  /** Gives it back: what it has not read yet is answered with null. */
  end(): void
}

/** Messages cost more than papers: this many go together. */
const papersAMessage = 16
/** One file after another is brought in, one ledger after another opened: starting anew costs a quarter of a second. */
const keptMs = 20_000

const program = threadProgram(import.meta.dirname, 'reading-worker')

interface Running {
  readonly worker: Worker
  readonly waiting: Map<number, (readings: GroupReadings) => void>
  state: 'starting' | 'ready' | 'gone'
  known: readonly ProfileData[] | null
  next: number
  /** What each of its users does when it dies. */
  readonly users: Set<() => void>
  kept: NodeJS.Timeout | null
}

const started = (file: string): Running => {
  const worker = new Worker(file)
  const one: Running = {
    worker,
    waiting: new Map(),
    state: 'starting',
    known: null,
    next: 0,
    users: new Set(),
    kept: null,
  }
  worker.on('message', (told: ReadingAnswer) => {
    if (told.is === 'ready') {
      if (one.state === 'starting') one.state = 'ready'
      return
    }
    for (const [index, readings] of told.readings.entries()) {
      one.waiting.get(told.first + index)?.(readings)
      one.waiting.delete(told.first + index)
    }
  })
  // An exit follows.
  worker.on('error', () => undefined)
  worker.once('exit', () => {
    one.state = 'gone'
    for (const gone of one.users) gone()
    one.waiting.clear()
  })
  return one
}

export type StartReading = (taught: () => readonly ProfileData[]) => ReadingThread

/** @param file the program of its threads. @returns what starts one, or goes on with the one that is there. */
export const readingThreads = (file: string): StartReading => {
  let running: Running | null = null
  return (taught) => {
    if (running === null || running.state === 'gone') running = started(file)
    return borrowed(running, taught)
  }
}

/** @param taught the owner's own layouts, looked at before each handing over. */
export const startReadingThread: StartReading = readingThreads(program)

const borrowed = (one: Running, taught: () => readonly ProfileData[]): ReadingThread => {
  if (one.kept !== null) clearTimeout(one.kept)
  one.kept = null
  one.worker.ref()
  const mine = new Set<(readings: GroupReadings) => void>()
  let collected: { readonly group: PrintedGroup; readonly resolve: (readings: GroupReadings) => void }[] = []
  let papers = 0
  let ended = false

  const giveUp = (): void => {
    collected = []
    for (const settle of mine) settle(null)
  }
  one.users.add(giveUp)

  const flush = (): void => {
    if (collected.length === 0) return
    const tell = (task: ReadingTask): void => one.worker.postMessage(task)
    const now = taught()
    if (now !== one.known) tell({ is: 'layouts', taught: now })
    one.known = now
    tell({ is: 'groups', first: one.next, groups: collected.map(({ group }) => group) })
    for (const { resolve } of collected) one.waiting.set(one.next++, resolve)
    collected = []
    papers = 0
  }

  return {
    ready: () => !ended && one.state === 'ready',
    read(group) {
      if (ended || one.state === 'gone') return Promise.resolve(null)
      return new Promise((resolve) => {
        const settle = (readings: GroupReadings): void => {
          mine.delete(settle)
          resolve(readings)
        }
        mine.add(settle)
        collected.push({ group, resolve: settle })
        papers += group.papers.length
        if (papers >= papersAMessage) flush()
      })
    },
    flush,
    end() {
      if (ended) return
      ended = true
      giveUp()
      one.users.delete(giveUp)
      if (one.users.size > 0 || one.state === 'gone') return
      one.worker.unref()
      one.kept = setTimeout(() => {
        one.state = 'gone'
        void one.worker.terminate()
      }, keptMs)
      one.kept.unref()
    },
  }
}

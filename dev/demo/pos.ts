import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { EpochMs } from '#shared/dates.ts'
import type { Cable } from './cable.ts'
import { DemoError } from './demo-error.ts'

/** The POS as a process of its own. */
export interface Pos {
  /** Resolves when the print of the story with this number has been written to the line. */
  print(number: number): Promise<void>
  stop(): Promise<void>
}

const limitMs = 15_000

export const startPos = async (cable: Cable, now: EpochMs): Promise<Pos> => {
  const child = fork(join(import.meta.dirname, 'pos-process.ts'), [String(now), ...cable.posArguments])
  // Told of by its exit as well.
  child.on('error', () => undefined)
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  try {
    await answer(child, (message) => message === 'ready', 'The simulated POS did not start.')
  } catch (error) {
    child.kill('SIGKILL')
    throw error
  }
  return {
    async print(number) {
      const printed = answer(
        child,
        (message) => isAbout(message, number),
        'The simulated POS could not write to its line.',
      )
      child.send(number)
      await printed
    },
    async stop() {
      child.kill()
      await ended
    },
  }
}

const isAbout = (message: unknown, number: number): boolean =>
  typeof message === 'object' && message !== null && 'printed' in message && message.printed === number

const answer = (child: ChildProcess, right: (message: unknown) => boolean, sentence: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const settle = (error: Error | null): void => {
      clearTimeout(late)
      child.off('message', listen)
      child.off('exit', gone)
      if (error === null) resolve()
      else reject(error)
    }
    const listen = (message: unknown): void => settle(right(message) ? null : new DemoError(sentence))
    const gone = (): void => settle(new DemoError(sentence))
    const late = setTimeout(gone, limitMs)
    child.on('message', listen)
    child.on('exit', gone)
  })

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { startedOften } from './compiled.ts'

export interface ChildRun {
  readonly signal: string | null
  /** Greatest receipt that was told as captured, and as entered. */
  readonly captured: number
  readonly entered: number
  /** `write:middle` and the like; null when it was not killed at a counted point. */
  readonly killedAt: string | null
  /** Points that a run to the end passes. */
  readonly passed: number
  /** Code of the error that it ended with. */
  readonly failed: string | null
  /** Ms from what it told last to that error; 0 without one. */
  readonly failedAfter: number
  readonly lines: readonly string[]
}

export const childProgram = join(import.meta.dirname, 'child.ts')

/** Runs `child.ts` and gathers what it told before it ended, by itself or not. */
export const runChild = async (
  args: readonly string[],
  dataKey: Buffer,
  wrapper: readonly string[] = [],
): Promise<ChildRun> => {
  const [command = '', ...rest] = [...wrapper, process.execPath, childProgram, ...args]
  const run = spawn(command, rest, { stdio: ['pipe', 'pipe', 'inherit'], env: startedOften })
  run.stdin.on('error', () => undefined)
  run.stdin.end(dataKey.toString('hex'))
  const [output, [, signal]] = await Promise.all([text(run.stdout), once(run, 'exit')])
  const lines = output.split('\n').filter((line) => line !== '')
  const told = (what: string): string | null =>
    lines.findLast((line) => line.startsWith(`${what} `))?.slice(what.length + 1) ?? null
  return {
    signal: typeof signal === 'string' ? signal : null,
    captured: Number(told('captured') ?? 0),
    entered: Number(told('entered') ?? 0),
    killedAt: told('killed'),
    passed: Number(told('passed') ?? 0),
    failed: told('failed'),
    failedAfter: Number(told('after') ?? 0),
    lines,
  }
}

/** Runs the jobs two at a time, in order; answers in order. After a failure the one that is under way still ends. */
export const twoAtATime = async <I, T>(items: readonly I[], job: (item: I) => Promise<T>): Promise<T[]> => {
  const results: T[] = []
  let next = 0
  const failures: unknown[] = []
  const worker = async (): Promise<void> => {
    for (let index = next++; index < items.length && failures.length === 0; index = next++) {
      const item = items[index]
      if (item === undefined) continue
      try {
        results[index] = await job(item)
      } catch (error) {
        failures.push(error)
      }
    }
  }
  await Promise.all([worker(), worker()])
  if (failures.length > 0) throw failures[0]
  return results
}

/**
 * Points to end a process at, from a run that listed them all: of every kind (before, in the middle of and
 * after each durable step and each moment of a commit) so many, evenly over the run.
 */
export const chosenPoints = (listed: ChildRun, ofEachKind: number): number[] => {
  const points = listed.lines
    .filter((line) => line.startsWith('point '))
    .map((line) => line.split(' '))
    .map(([, point, name = '']) => ({ point: Number(point), name }))
  const kinds = Object.values(Object.groupBy(points, ({ name }) => name))
  const chosen = kinds.flatMap((all = []) =>
    Array.from(
      { length: ofEachKind },
      (_, index) => all[Math.floor(((index + 0.5) * all.length) / ofEachKind)]?.point,
    ),
  )
  return [...new Set(chosen)].filter((point) => point !== undefined).sort((a, b) => a - b)
}

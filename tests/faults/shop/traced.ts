import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { startedOften } from '../compiled.ts'
import type { DeedName } from './deeds.ts'
import { fileKind } from './file-kind.ts'

/** By which a program changes what lies on a disk. */
const calls = ['pwrite64', 'write', 'fsync', 'fdatasync', 'rename', 'ftruncate', 'unlink'] as const

/**
 * A call of a dry run. `nth` of its kind in its thread, which strace itself ends the process at, where that thread is the
 * first to make so many; otherwise null, and `ofFile`, its number among the calls of that kind about such a file, counts.
 */
export interface KillPoint {
  readonly call: string
  readonly file: string
  readonly nth: number | null
  readonly ofFile: number
}

export interface TracedRun {
  readonly signal: string | null
  /** What was told before it ended. */
  readonly lines: readonly string[]
  /** Call and file that it was ended at; null when it never came there. */
  readonly hit: string | null
  readonly points: readonly KillPoint[]
}

/** Whether this machine lets one process trace another (Debian's `strace`, Linux only). */
export const canTrace = spawnSync('strace', ['-qq', '-e', 'trace=none', 'true']).status === 0

const program = join(import.meta.dirname, 'program.ts')

interface Call {
  readonly thread: string
  readonly name: string
  /** Null for what is no file of a shop. */
  readonly file: string | null
}

const callIn = (line: string, folder: string): Call | null => {
  const found = /^(\d+) +(\w+)\((?:(\d+)<([^>]*)>|"([^"]*)")?/.exec(line)
  if (found === null) return null
  const [, thread = '', name = '', fd, open, named = ''] = found
  // What it says to whoever started it is no part of the shop.
  const talk = fd !== undefined && Number(fd) <= 3
  return { thread, name, file: talk ? null : fileKind(open ?? named, folder) }
}

const pointsOf = (made: readonly Call[]): KillPoint[] => {
  const counts = new Map<string, number>()
  const next = (key: string): number => {
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return count
  }
  const reached = new Set<string>()
  return made.flatMap(({ thread, name, file }) => {
    const nth = next(`${thread} ${name}`)
    const first = !reached.has(`${name} ${nth}`)
    reached.add(`${name} ${nth}`)
    return file === null
      ? []
      : [{ call: name, file, nth: first ? nth : null, ofFile: next(`${name} ${file}`) }]
  })
}

/** What strace is to do: list, end the process by itself, or be slow enough to be watched. */
const tracing = (point: KillPoint | null): readonly string[] => {
  if (point === null) return ['-e', `trace=${calls.join(',')}`]
  const what = point.nth === null ? 'delay_exit=4000' : `signal=KILL:when=${point.nth}`
  return ['-e', `trace=${point.call}`, '-e', `inject=${point.call}:${what}`]
}

/**
 * Does a deed in a process of its own under strace; with a point it is killed there, without one all points are listed.
 */
export const tracedDeed = async (
  deed: DeedName,
  folder: string,
  { passphrase, given = '' }: { readonly passphrase: string; readonly given?: string },
  point: KillPoint | null,
): Promise<TracedRun> => {
  const listing = ['-f', '-qq', '-y', '-s', '0', '-o', '|exec cat >&3', ...tracing(point)]
  const run = spawn('strace', [...listing, process.execPath, program, deed, folder, given], {
    stdio: ['pipe', 'pipe', 'inherit', 'pipe'],
    env: startedOften,
    // A group of its own, to be ended as one.
    detached: true,
  })
  const [stdin, stdout, , trace] = run.stdio
  if (!(trace instanceof Readable) || stdin === null || stdout === null) throw new Error('no pipes')
  stdin.on('error', () => undefined)
  stdin.end(passphrase)
  const made: Call[] = []
  let left = point?.nth === null ? point.ofFile : Number.POSITIVE_INFINITY
  const watched = async (): Promise<void> => {
    for await (const line of createInterface({ input: trace })) {
      const call = callIn(line, folder)
      if (call === null) continue
      made.push(call)
      if (call.name !== point?.call || call.file !== point.file) continue
      left -= 1
      if (left === 0 && run.pid !== undefined) process.kill(-run.pid, 'SIGKILL')
    }
  }
  const [output, [, signal]] = await Promise.all([text(stdout), once(run, 'exit'), watched()])
  const last = made.at(-1)
  return {
    signal: typeof signal === 'string' ? signal : null,
    lines: output.split('\n').filter((line) => line !== ''),
    hit: signal === 'SIGKILL' && last !== undefined ? `${last.name} of ${last.file ?? 'other file'}` : null,
    points: point === null ? pointsOf(made) : [],
  }
}

/** Watching every call of a long run would take minutes. */
const watchedAtMost = 80

/** So many points, of every call and file some, evenly over the run. */
export const somePoints = (points: readonly KillPoint[], wanted: number): KillPoint[] => {
  const kinds = Object.values(Object.groupBy(points, ({ call, file }) => call + file)).map((all = []) => {
    const exact = all.filter(({ nth }) => nth !== null)
    return exact.length > 0 ? exact : all.slice(0, watchedAtMost)
  })
  const most = kinds.reduce((sum, all) => sum + all.length, 0)
  const chosen = new Set<KillPoint>()
  for (let each = 1; chosen.size < Math.min(wanted, most); each += 1) {
    for (const all of kinds) {
      for (let n = 0; n < each && chosen.size < wanted; n += 1) {
        const point = all[Math.floor(((n + 0.5) * all.length) / each)]
        if (point !== undefined) chosen.add(point)
      }
    }
  }
  return [...chosen]
}

import { setTimeout as pause } from 'node:timers/promises'
import { openSerialLine, type SerialEvents } from '../serial-line.port.ts'
import type { SerialSettings } from '../serial-settings.ts'
import { candidates, type LineSettings } from './candidates.ts'
import type { Legibility } from './legibility.ts'
import { createTrial, type Trial, type Verdict } from './trial.ts'

/** Opens a port for listening; `openSerialLine`, or a stand-in that bends bytes as a wrong setting would. */
export type OpenForListening = (
  settings: SerialSettings,
  events: SerialEvents,
) => Promise<{ close(): Promise<void> }>

export interface SearchProgress {
  readonly tried: number
  readonly of: number
  readonly now: LineSettings
  readonly heard: number
}

export interface Found {
  readonly settings: LineSettings
  readonly as: Legibility
  /** What was heard with it. */
  readonly bytes: Uint8Array
}

export interface SearchOptions {
  readonly path: string
  readonly signal: AbortSignal
  readonly progress: (progress: SearchProgress) => void
  readonly open?: OpenForListening
  readonly limits?: SearchLimits
}

export interface SearchLimits {
  /** Silence after bytes that ends a paper, ms. */
  readonly pauseMs: number
  /** Silence after which another setting has its turn, ms: a wrong one may hear nothing at all. */
  readonly silenceMs: number
  /** The whole search, ms. */
  readonly wholeMs: number
}

const usualLimits: SearchLimits = { pauseMs: 600, silenceMs: 20_000, wholeMs: 15 * 60_000 }

/**
 * Tries one setting after the other on what arrives. One that reads nonsense is done with; one that hears nothing,
 * or nothing certain, has another turn after the others. One that reads, but not all of it, is held against the
 * other parities of its speed: with a wrong one every other byte may be missing. Null when none reads, when time is up, or when it was aborted.
 * Rejects with the driver's error when the port cannot be opened at first.
 */
export const searchSettings = async (options: SearchOptions): Promise<Found | null> => {
  const { path, signal, progress, open = openSerialLine, limits = usualLimits } = options
  const until = Date.now() + limits.wholeMs
  const queue = [...candidates]
  let opened = false
  let best: Found | null = null
  for (let now = queue.shift(); now !== undefined && !signal.aborted; now = queue.shift()) {
    const settings: LineSettings = now
    if (best !== null && settings.baudRate !== best.settings.baudRate) return best
    const trial = createTrial()
    const report = (): void =>
      progress({
        tried: candidates.length - queue.length - 1,
        of: candidates.length,
        now: settings,
        heard: trial.heard(),
      })
    report()
    try {
      const verdict = await listen({ path, settings, trial, signal, open, limits, report })
      opened = true
      if (verdict.is === 'reads') {
        const found = { settings, as: verdict.as, bytes: trial.bytes() }
        if (verdict.as.score >= certain) return found
        if (best === null || found.as.score > best.as.score + clearly) best = found
        queue.sort((a, b) => rivalry(b, settings) - rivalry(a, settings))
      }
      if (verdict.is === 'open' && best === null) queue.push(settings)
    } catch (error) {
      if (!opened) throw error
      // Unplugged in between, or a speed that this adapter cannot do.
    }
    if (Date.now() > until) break
  }
  return signal.aborted ? null : best
}

/** Nothing is missing in what reads so well. */
const certain = 0.9
/** Two papers of the same line differ by less. */
const clearly = 0.03

const rivalry = (one: LineSettings, other: LineSettings): number =>
  one.baudRate === other.baudRate && one.dataBits === other.dataBits ? 1 : 0

interface Listening extends Pick<Required<SearchOptions>, 'path' | 'signal' | 'open' | 'limits'> {
  readonly settings: LineSettings
  readonly trial: Trial
  readonly report: () => void
}

/** `open` when nothing, or too little, was heard. */
const listen = async ({
  path,
  settings,
  trial,
  signal,
  open,
  limits,
  report,
}: Listening): Promise<Verdict> => {
  const over = Promise.withResolvers<Verdict>()
  let quiet: NodeJS.Timeout | undefined
  const line = await open(
    { ...settings, path },
    {
      data(bytes) {
        const verdict = trial.hear(bytes)
        report()
        clearTimeout(quiet)
        if (verdict.is === 'open') quiet = setTimeout(() => over.resolve(trial.pause()), limits.pauseMs)
        else over.resolve(verdict)
      },
      gone: () => over.resolve({ is: 'open' }),
    },
  )
  const ended = new AbortController()
  const late = pause(limits.silenceMs, undefined, { signal: AbortSignal.any([signal, ended.signal]) })
  try {
    return await Promise.race([
      over.promise,
      late.then(
        () => trial.pause(),
        () => trial.pause(),
      ),
    ])
  } finally {
    ended.abort()
    clearTimeout(quiet)
    await line.close()
  }
}

import type { SettingsSearch } from '#shared/contract/devices.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import { DangolError } from '#shared/errors.ts'
import { serialProblem } from './serial-problem.ts'
import type { LineEncoding } from './settings-finder/legibility.ts'
import { type OpenForListening, type SearchLimits, searchSettings } from './settings-finder/search.port.ts'
import type { Sources } from './sources.service.ts'

export interface SettingsFinderOptions {
  readonly sources: Pick<Sources, 'lend'>
  readonly progress: (search: SettingsSearch) => void
  /** The bytes of the setting that reads: they are part of a receipt. */
  readonly onLegible: (path: string, encoding: LineEncoding, bytes: Uint8Array) => void
  readonly open?: OpenForListening
  readonly limits?: SearchLimits
}

/** Finds out how a line is set, by listening. One search at a time: another one ends it. */
export interface SettingsFinder {
  /** Null when nothing read, or when it was stopped. Throws `source.port-…` when the port cannot be opened. */
  find(path: string): Promise<CallOutput<'sources.findSettings'>>
  stop(): Promise<void>
}

export const createSettingsFinder = (options: SettingsFinderOptions): SettingsFinder => {
  const { sources, progress, onLegible, open, limits } = options
  let stopping: AbortController | null = null
  let running: Promise<unknown> = Promise.resolve()

  const stop = async (): Promise<void> => {
    stopping?.abort()
    await running.catch(() => undefined)
  }
  const search = async (path: string, signal: AbortSignal): Promise<CallOutput<'sources.findSettings'>> => {
    const found = await searchSettings({
      path,
      signal,
      progress: (now) => progress({ path, ...now }),
      ...(open === undefined ? {} : { open }),
      ...(limits === undefined ? {} : { limits }),
    }).catch((error: unknown) => {
      const problem = serialProblem(error instanceof Error ? error.message : '', path)
      throw new DangolError(problem.code, problem.params)
    })
    if (found === null) return null
    const { settings, as, bytes } = found
    onLegible(path, as.encoding, bytes)
    return { ...settings, encoding: as.encoding, score: as.score, sample: [...as.sample] }
  }
  return {
    async find(path) {
      await stop()
      const mine = new AbortController()
      stopping = mine
      const result = sources.lend(path, () => search(path, mine.signal))
      running = result
      return result
    },
    stop,
  }
}

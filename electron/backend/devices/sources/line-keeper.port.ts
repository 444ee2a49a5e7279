import type { SourceStatus } from '#shared/contract/devices.ts'
import { openSerialLine, type SerialLine } from '../serial-line.port.ts'
import { serialProblem } from '../serial-problem.ts'
import type { SerialSettings } from '../serial-settings.ts'
import { createBackoff } from './backoff.ts'

export interface KeptLineEvents {
  /** Before the first byte of this opening. */
  opened(line: SerialLine): void
  data(bytes: Uint8Array): void
  /** The line that was open is away, or was given back. Every byte that was read came before. */
  gone(): void
  /** Why it is not open now; it is tried again. */
  problem(problem: NonNullable<SourceStatus['problem']>): void
}

/** A serial line that is opened again and again until it is stopped. */
export interface KeptLine {
  /** The PC woke up: an open line is opened anew, a missing one is tried at once. */
  wake(): void
  /** Frees the port before it resolves. */
  stop(): Promise<void>
}

/** Keeps one port open: tries at once, then again and again, ever less often but never late. */
export const keepSerialLine = (settings: SerialSettings, events: KeptLineEvents): KeptLine => {
  const backoff = createBackoff()
  let stopped = false
  let line: SerialLine | null = null
  let retry: NodeJS.Timeout | null = null
  let opening: Promise<void> = Promise.resolve()

  const open = async (): Promise<void> => {
    try {
      line = await openSerialLine(settings, {
        data: (bytes) => events.data(bytes),
        gone() {
          line = null
          events.gone()
          if (stopped) return
          events.problem({ code: 'source.port-away', params: { path: settings.path } })
          tryLater()
        },
      })
      backoff.reset()
      if (stopped) await line.close()
      else events.opened(line)
    } catch (error) {
      if (stopped) return
      events.problem(serialProblem(error instanceof Error ? error.message : '', settings.path))
      tryLater()
    }
  }
  const tryNow = (): void => {
    retry = null
    opening = open()
  }
  const tryLater = (): void => {
    retry = setTimeout(tryNow, backoff.next())
  }

  tryNow()
  return {
    wake() {
      backoff.reset()
      if (line !== null) void line.close()
      else if (retry !== null) {
        clearTimeout(retry)
        tryNow()
      }
    },
    async stop() {
      stopped = true
      if (retry !== null) clearTimeout(retry)
      await opening
      await line?.close()
    },
  }
}

import type { Source } from '#shared/contract/devices.ts'
import type { Clock } from '../../platform/clock.ts'
import { openSerialLine, type SerialLine } from '../serial-line.port.ts'
import { serialProblem } from '../serial-problem.ts'
import type { RunningSource, SourceSink } from './source.ts'
import { createStreamIds } from './stream-ids.ts'

export type SerialSource = Extract<Source, { kind: 'serial' }>

/** A port that is away or busy is tried again after this long; back within five seconds is the promise. */
const retryMs = 1000

/** Listens on a serial port and never writes to it. Each opening is a stream of its own. */
export const runSerialSource = (source: SerialSource, sink: SourceSink, clock: Clock): RunningSource => {
  const nextStream = createStreamIds(source.id, clock.now())
  let stopped = false
  let line: SerialLine | null = null
  let retry: NodeJS.Timeout | undefined
  let opening: Promise<void> = Promise.resolve()

  const open = async (): Promise<void> => {
    const stream = nextStream()
    try {
      line = await openSerialLine(source, {
        data: (bytes) => sink.bytes(stream, bytes, clock.now()),
        gone() {
          line = null
          sink.closed(stream, clock.now())
          if (stopped) return
          sink.state('away', { code: 'source.port-away', params: { path: source.path } })
          tryLater()
        },
      })
      if (stopped) await line.close()
      else sink.state('connected', null)
    } catch (error) {
      if (stopped) return
      sink.state('away', serialProblem(error instanceof Error ? error.message : '', source.path))
      tryLater()
    }
  }
  const tryNow = (): void => {
    opening = open()
  }
  const tryLater = (): void => {
    retry = setTimeout(tryNow, retryMs)
  }

  sink.state('waiting', null)
  tryNow()
  return {
    async stop() {
      stopped = true
      clearTimeout(retry)
      await opening
      await line?.close()
    },
  }
}

import type { Source } from '#shared/contract/devices.ts'
import type { Clock } from '../../platform/clock.ts'
import { keepSerialLine } from './line-keeper.port.ts'
import type { RunningSource, SourceSink } from './source.ts'
import { createStreamIds } from './stream-ids.ts'

export type SerialSource = Extract<Source, { kind: 'serial' }>

/** Listens on a serial port and never writes to it. Each opening is a stream of its own. */
export const runSerialSource = (source: SerialSource, sink: SourceSink, clock: Clock): RunningSource => {
  const nextStream = createStreamIds(source.id, clock.now())
  let stream = ''
  sink.state('waiting', null)
  return keepSerialLine(source, {
    opened() {
      stream = nextStream()
      sink.state('connected', null)
    },
    data: (bytes) => sink.bytes(stream, bytes, clock.now()),
    gone: () => sink.closed(stream, clock.now()),
    problem: (problem) => sink.state('away', problem),
  })
}

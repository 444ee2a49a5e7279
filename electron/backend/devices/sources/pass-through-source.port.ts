import type { Source, SourceStatus } from '#shared/contract/devices.ts'
import type { Clock } from '../../platform/clock.ts'
import type { SerialLine } from '../serial-line.port.ts'
import { createAfterwards } from './afterwards.ts'
import { createDirection, type Direction, mostHeldAnswers, mostHeldBytes } from './direction.ts'
import { createHoldingWatch } from './holding-watch.ts'
import { keepSerialLine } from './line-keeper.port.ts'
import { relayModemLines } from './modem-lines.port.ts'
import type { RunningSource, SourceSink } from './source.ts'
import { createStreamIds } from './stream-ids.ts'

export type PassThroughSource = Extract<Source, { kind: 'pass-through' }>

/**
 * A cable between POS and printer with us in the middle. Every byte goes on as it came, both ways, and only then
 * to the sink.
 *
 * While the printer's port is away, bytes are read and kept, and not passed on: they are lost to the printer as with
 * a pulled plug, and nothing is printed late when it is back. A printer that is there and takes nothing holds up the
 * POS after `mostHeldBytes`: we stop reading and lower RTS and DTR; what was read is kept all the same.
 *
 * CTS and DSR of each end go on as RTS and DTR of the other (`modem-relay.ts`), some 40 ms late, for the driver has to
 * be asked. Not carried: ring and carrier, a break, and the parity of single bytes.
 */
export const runPassThroughSource = (
  source: PassThroughSource,
  sink: SourceSink,
  clock: Clock,
): RunningSource => {
  const { path, printerPath, baudRate, dataBits, parity, stopBits } = source
  const settings = { baudRate, dataBits, parity, stopBits }
  const nextStream = createStreamIds(source.id, clock.now())
  const after = createAfterwards()
  let stream = ''
  let pos: SerialLine | null = null
  let printer: SerialLine | null = null
  let posProblem: SourceStatus['problem'] = null
  let toPrinter: Direction | null = null
  let toPos: Direction | null = null
  let stuck = false
  let lines: { stop(): void } | null = null

  const tell = (): void => {
    if (posProblem !== null) sink.state('away', posProblem)
    else if (pos === null) sink.state('waiting', null)
    else if (printer === null)
      sink.state('connected', { code: 'source.printer-away', params: { path: printerPath } })
    else
      sink.state('connected', stuck ? { code: 'source.printer-holds', params: { path: printerPath } } : null)
  }
  const watch = createHoldingWatch((now) => {
    stuck = now
    tell()
  })
  /** A line that is new starts with nothing waiting; what its end still held went with the old one. */
  const join = (): void => {
    watch.held(false)
    stuck = false
    pos?.hold(false)
    printer?.hold(false)
    lines?.stop()
    lines = pos === null || printer === null ? null : relayModemLines(pos, printer)
    const both = pos === null || printer === null ? null : { pos, printer }
    toPrinter = both && createDirection(both.pos, both.printer, mostHeldBytes, (on) => watch.held(on))
    toPos = both && createDirection(both.printer, both.pos, mostHeldAnswers)
    tell()
  }

  sink.state('waiting', null)
  const posLine = keepSerialLine(
    { ...settings, path },
    {
      opened(line) {
        stream = nextStream()
        pos = line
        posProblem = null
        join()
      },
      data(bytes) {
        toPrinter?.pass(bytes)
        const [at, into] = [clock.now(), stream]
        after.add(bytes.length, () => sink.bytes(into, bytes, at))
      },
      gone() {
        after.finish()
        sink.closed(stream, clock.now())
        pos = null
        join()
      },
      problem(problem) {
        posProblem = problem
        tell()
      },
    },
  )
  const printerLine = keepSerialLine(
    { ...settings, path: printerPath },
    {
      opened(line) {
        printer = line
        join()
      },
      data: (bytes) => toPos?.pass(bytes),
      gone() {
        printer = null
        join()
      },
      // Whether it is busy or away, nothing is printed; `tell` says that it is not there.
      problem: tell,
    },
  )
  return {
    wake() {
      posLine.wake()
      printerLine.wake()
    },
    async stop() {
      await Promise.all([posLine.stop(), printerLine.stop()])
      watch.stop()
      lines?.stop()
      after.finish()
    },
  }
}

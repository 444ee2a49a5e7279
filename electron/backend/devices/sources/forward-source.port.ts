import { connect, type Socket } from 'node:net'
import type { Source } from '#shared/contract/devices.ts'
import type { Clock } from '../../platform/clock.ts'
import { createAfterwards } from './afterwards.ts'
import { createDirection, type Giver, mostHeldAnswers, mostHeldBytes, type Taker } from './direction.ts'
import { createHoldingWatch } from './holding-watch.ts'
import type { RunningSource, SourceSink } from './source.ts'
import { createStreamIds } from './stream-ids.ts'
import { listenForPos } from './tcp-server.port.ts'

export type ForwardSource = Omit<Extract<Source, { kind: 'forward' }>, 'name'>

export interface ForwardLimits {
  /** A printer that does not take the call within this time is away, ms. */
  readonly connectMs: number
  /** With the printer away, a POS that has been silent for so long is hung up on, ms. */
  readonly lingerMs: number
  /** What a printer may still take to swallow when the POS has hung up, ms. */
  readonly swallowMs: number
}

const usualLimits: ForwardLimits = { connectMs: 3000, lingerMs: 1000, swallowMs: 60_000 }

/**
 * Each connection of the POS is given one of its own to the printer; bytes go on as they came, both ways, and only
 * then to the sink. The POS's and the printer's hanging up are passed on, too.
 *
 * When the printer cannot be reached or hangs up, what the POS still sends is read and kept; once it pauses it is
 * hung up on, so that it learns, as from the printer itself, that nothing was printed. A printer that takes nothing
 * holds up the POS after `mostHeldBytes`.
 */
export const runForwardSource = (
  source: ForwardSource,
  sink: SourceSink,
  clock: Clock,
  listening: (port: number) => void = () => undefined,
  limits: ForwardLimits = usualLimits,
): RunningSource => {
  const { printerHost, printerPort } = source
  const place = { path: `${printerHost}:${printerPort}` }
  const nextStream = createStreamIds(source.id, clock.now())
  const after = createAfterwards()
  let trouble: 'source.printer-away' | 'source.printer-holds' | null = null
  const tell = (now: typeof trouble): void => {
    trouble = now
    sink.state('connected', trouble === null ? null : { code: trouble, params: place })
  }

  const welcome = (pos: Socket): void => {
    const stream = nextStream()
    let linger: NodeJS.Timeout | null = null
    let swallow: NodeJS.Timeout | undefined
    let printerIs: 'called' | 'there' | 'away' = 'called'
    const watch = createHoldingWatch((stuck) => tell(stuck ? 'source.printer-holds' : null))
    // What was wrong last time is wrong until the printer has answered.
    tell(trouble)
    pos.setKeepAlive(true, 30_000)

    const printer = connect({ host: printerHost, port: printerPort, noDelay: true, allowHalfOpen: true })
    const tooLate = setTimeout(() => printer.destroy(), limits.connectMs)
    const toPrinter = createDirection(giver(pos), taker(printer), mostHeldBytes, (on) => watch.held(on))
    const toPos = createDirection(giver(printer), taker(pos), mostHeldAnswers)

    const hangUpSoon = (): void => {
      if (linger !== null) clearTimeout(linger)
      linger = setTimeout(() => pos.resetAndDestroy(), limits.lingerMs)
    }
    pos.on('data', (bytes) => {
      if (printerIs === 'away') hangUpSoon()
      else toPrinter.pass(bytes)
      const at = clock.now()
      after.add(bytes.length, () => sink.bytes(stream, bytes, at))
    })
    pos.on('end', () => {
      if (printerIs === 'away') pos.destroy()
      else printer.end()
    })
    pos.on('close', () => {
      if (linger !== null) clearTimeout(linger)
      watch.stop()
      after.finish()
      sink.closed(stream, clock.now())
      printer.end()
      swallow = setTimeout(() => printer.destroy(), limits.swallowMs)
      swallow.unref()
      if (printer.destroyed) clearTimeout(swallow)
    })

    printer.on('connect', () => {
      clearTimeout(tooLate)
      printerIs = 'there'
      tell(null)
      printer.setKeepAlive(true, 30_000)
    })
    printer.on('data', (bytes) => toPos.pass(bytes))
    printer.on('end', () => pos.end())
    // `close` follows.
    printer.on('error', () => undefined)
    printer.on('close', (broken) => {
      clearTimeout(tooLate)
      clearTimeout(swallow)
      const never = printerIs === 'called'
      printerIs = 'away'
      watch.stop()
      if (pos.destroyed) return
      pos.resume()
      if (never || broken) tell('source.printer-away')
      hangUpSoon()
    })
  }

  const server = listenForPos(
    source,
    {
      welcome,
      listening(port) {
        sink.state('waiting', null)
        listening(port)
      },
      problem: (problem) => sink.state('away', problem),
    },
    { allowHalfOpen: true },
  )
  return {
    wake: () => server.wake(),
    async stop() {
      await server.stop()
      after.finish()
    },
  }
}

const giver = (socket: Socket): Giver => ({
  hold(on) {
    if (on) socket.pause()
    else socket.resume()
  },
})

const taker = (socket: Socket): Taker => ({
  pass(bytes, taken) {
    if (socket.writable) socket.write(bytes, taken)
    else taken()
  },
})

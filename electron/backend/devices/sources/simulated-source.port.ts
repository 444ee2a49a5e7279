import type { Source } from '#shared/contract/devices.ts'
import type { Clock } from '../../platform/clock.ts'
import type { DeviceLog } from '../device-log.ts'
import { openSerialPos, openTcpPos, type PosLine } from '../simulated/pos.port.ts'
import { openPtyPair } from '../simulated/pty-pair.port.ts'
import { createTill } from '../simulated/receipt-bytes.ts'
import { runSerialSource } from './serial-source.port.ts'
import type { RunningSource, SourceSink } from './source.ts'
import { runTcpSource } from './tcp-source.port.ts'

export type SimulatedSource = Extract<Source, { kind: 'simulated' }>

interface Rig {
  readonly pos: PosLine
  readonly listener: RunningSource
  dismantle(): Promise<void>
}

/**
 * A POS of our own at the far end of a real line, and our usual listener at the near end: a pair of
 * pseudo-terminals where socat is there, a socket on this PC otherwise. It never hands bytes to the program directly.
 */
export const runSimulatedSource = (
  source: SimulatedSource,
  sink: SourceSink,
  { clock, log }: { readonly clock: Clock; readonly log: DeviceLog },
): RunningSource => {
  // Seconds of the century as first number: a till that starts again never gives a number twice.
  const seed = Math.floor(clock.now() / 1000)
  const till = createTill({ seed, firstNumber: 1 + (seed % 86_400) })
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let rig: Rig | null = null
  let printing: Promise<void> = Promise.resolve()

  const sell = async (): Promise<void> => {
    if (stopped || rig === null) return
    try {
      await rig.pos.print(till.next(clock.now()).bytes)
    } catch (error) {
      log.warn(
        { sourceId: source.id, error: error instanceof Error ? error.name : 'unknown' },
        'simulated sale',
      )
    }
    next()
  }
  const next = (): void => {
    if (stopped) return
    timer = setTimeout(() => {
      printing = sell()
    }, source.everyMs)
  }

  sink.state('waiting', null)
  const begin = async (): Promise<void> => {
    try {
      rig = await build(source, sink, clock)
      next()
    } catch {
      sink.state('away', { code: 'source.port-away', params: { path: source.name } })
    }
  }
  const building = begin()
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await building
      await printing
      await rig?.dismantle()
    },
  }
}

const build = async (source: SimulatedSource, sink: SourceSink, clock: Clock): Promise<Rig> => {
  const pair = await openPtyPair()
  if (pair === null) return buildOverTcp(source, sink, clock)
  const listener = runSerialSource(
    {
      ...source,
      kind: 'serial',
      path: pair.listener,
      baudRate: 9600,
      dataBits: 8,
      parity: 'none',
      stopBits: 1,
    },
    sink,
    clock,
  )
  const pos = await openSerialPos(pair.pos)
  return {
    pos,
    listener,
    async dismantle() {
      await pos.close()
      await listener.stop()
      await pair.close()
    },
  }
}

const buildOverTcp = async (source: SimulatedSource, sink: SourceSink, clock: Clock): Promise<Rig> => {
  const found = Promise.withResolvers<number>()
  const listener = runTcpSource({ id: source.id, host: '127.0.0.1', port: 0 }, sink, clock, found.resolve)
  const pos = openTcpPos('127.0.0.1', await found.promise)
  return { pos, listener, dismantle: () => listener.stop() }
}

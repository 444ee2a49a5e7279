import { connect, createServer, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { openSerialLine } from '#backend/devices/serial-line.port.ts'
import type { CallInput } from '#shared/contract/index.ts'
import { freePort, listenAnywhere } from '../../helpers/devices/ports.ts'
import { createPtyCable, hasSocat } from '../../helpers/devices/pty-cable.ts'
import type { BenchContext } from '../context.ts'
import type { OpenBackend } from '../open-backend.ts'
import { type PacedRun, pacedRun, quietMs } from '../passing/paced.ts'
import { recordedSales } from '../receipts.ts'
import type { Measured } from '../row.ts'
import { percentile } from '../statistics.ts'

const line = { baudRate: 115_200, dataBits: 8, parity: 'none', stopBits: 1 } as const
const base = { id: 'bench-line', name: 'bench', enabled: true, encoding: 'cp949', idleGapMs: 60_000 } as const

/** A counter at work, and a till that prints without a pause, as no shop's does. */
const gaps = [quietMs, 0] as const

/** Sitting in the line may add so much to the bare line's own delay. */
const addedMs = 2

/** How long bytes are on their way with us in the line, each receipt entering the ledger meanwhile, beside the bare line. */
export const passingRows = async (context: BenchContext, backend: OpenBackend): Promise<Measured[]> => {
  let first = 900_000
  const papersOf = (gap: number): Uint8Array[] => {
    // Each run's own: no sale comes twice.
    if (gap === gaps[0]) first += 1000
    return recordedSales(context.rounds(60), Date.now() - 172_800_000, first + gap)
  }
  const rows: Measured[] = []
  // Reading is compiled by then.
  await overTcp(recordedSales(context.rounds(12), Date.now() - 259_200_000, 950_000), backend, quietMs)
  if (hasSocat) {
    // Both at once: what else the PC does holds up both.
    for (const gap of gaps) {
      const [ours, bare] = await Promise.all([
        overSerial(papersOf(gap), backend, gap),
        overBareSerial(papersOf(gap), gap),
      ])
      rows.push(rowOf(context, 'serial', 'a bare pty pair', ours, bare, gap))
    }
  }
  for (const gap of gaps) {
    const [ours, bare] = await Promise.all([
      overTcp(papersOf(gap), backend, gap),
      overBareTcp(papersOf(gap), gap),
    ])
    rows.push(rowOf(context, 'TCP 9100', 'a bare socket', ours, bare, gap))
  }
  return rows
}

const rowOf = (
  context: BenchContext,
  what: string,
  peer: string,
  ours: PacedRun,
  bare: PacedRun,
  gap: number,
): Measured => {
  const peerValue = percentile(bare.delays, 0.99)
  return context.row({
    name: `pass-through, from POS to printer, ${what}, p99`,
    conditions: `${ours.delays.length} pieces of 48 bytes every 4 ms, ${gap === 0 ? 'papers back to back' : `${gap} ms between papers`}, ${context.ledgerWords}, warm`,
    value: percentile(ours.delays, 0.99),
    unit: 'ms',
    peer: { name: peer, value: peerValue },
    // Back to back is measured, not promised: reading has to happen at some time.
    ...(gap === 0 ? {} : { budget: { most: peerValue + addedMs } }),
  })
}

const untilConnected = async (backend: OpenBackend, wanted: string): Promise<void> => {
  const end = Date.now() + 10_000
  for (;;) {
    const status = await backend.ask('sources.status', {})
    const mine = status.find(({ id }) => id === base.id)
    if (mine?.connection === wanted && mine.problem === null) return
    if (Date.now() > end) throw new Error(`The line did not open: ${mine?.connection} ${mine?.problem?.code}`)
    await pause(20)
  }
}

const withSource = async <T>(
  backend: OpenBackend,
  source: CallInput<'sources.save'>,
  wanted: string,
  work: () => Promise<T>,
): Promise<T> => {
  await backend.ask('sources.save', source)
  try {
    await untilConnected(backend, wanted)
    return await work()
  } finally {
    await backend.ask('sources.remove', { id: base.id })
  }
}

type Ear = (bytes: Uint8Array) => void
const deaf: Ear = () => undefined
const gone = (): void => undefined

/** From one end of a serial line to another. */
const serialRun = async (
  papers: readonly Uint8Array[],
  from: string,
  to: string,
  gap: number,
): Promise<PacedRun> => {
  let hear: Ear = deaf
  const pos = await openSerialLine({ ...line, path: from }, { data: () => undefined, gone })
  const printer = await openSerialLine({ ...line, path: to }, { data: (bytes) => hear(bytes), gone })
  try {
    return await pacedRun(
      papers,
      (bytes) => pos.pass(bytes, () => undefined),
      (listen) => {
        hear = listen
      },
      gap,
    )
  } finally {
    await Promise.all([pos.close(), printer.close()])
  }
}

const overBareSerial = async (papers: readonly Uint8Array[], gap: number): Promise<PacedRun> => {
  const cable = createPtyCable()
  try {
    await cable.plug()
    return await serialRun(papers, cable.here, cable.there, gap)
  } finally {
    await cable.remove()
  }
}

const overSerial = async (
  papers: readonly Uint8Array[],
  backend: OpenBackend,
  gap: number,
): Promise<PacedRun> => {
  const [pos, printer] = [createPtyCable(), createPtyCable()]
  try {
    await Promise.all([pos.plug(), printer.plug()])
    const source = {
      ...base,
      ...line,
      kind: 'pass-through',
      path: pos.here,
      printerPath: printer.here,
    } as const
    return await withSource(backend, source, 'connected', () =>
      serialRun(papers, pos.there, printer.there, gap),
    )
  } finally {
    await Promise.all([pos.remove(), printer.remove()])
  }
}

/** From a caller to a listening printer; `port` is where the caller calls. */
const tcpRun = async (
  papers: readonly Uint8Array[],
  gap: number,
  around: (printerPort: number, run: (port: number) => Promise<PacedRun>) => Promise<PacedRun>,
): Promise<PacedRun> => {
  let hear: Ear = deaf
  const callers = new Set<Socket>()
  const printer = createServer({ noDelay: true }, (socket) => {
    callers.add(socket)
    socket.on('error', () => undefined)
    socket.on('data', (bytes) => hear(bytes))
  })
  try {
    return await around(await listenAnywhere(printer), async (port) => {
      const pos = connect({ host: '127.0.0.1', port, noDelay: true })
      callers.add(pos)
      await new Promise((resolve, reject) => pos.once('connect', resolve).once('error', reject))
      return pacedRun(
        papers,
        (bytes) => pos.write(bytes),
        (listen) => {
          hear = listen
        },
        gap,
      )
    })
  } finally {
    for (const socket of callers) socket.destroy()
    printer.close()
  }
}

const overBareTcp = (papers: readonly Uint8Array[], gap: number): Promise<PacedRun> =>
  tcpRun(papers, gap, (printerPort, run) => run(printerPort))

const overTcp = (papers: readonly Uint8Array[], backend: OpenBackend, gap: number): Promise<PacedRun> =>
  tcpRun(papers, gap, async (printerPort, run) => {
    const port = await freePort()
    const source = {
      ...base,
      kind: 'forward',
      host: '127.0.0.1',
      port,
      printerHost: '127.0.0.1',
      printerPort,
    } as const
    return withSource(backend, source, 'waiting', () => run(port))
  })

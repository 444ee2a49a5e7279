import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'
import type { SourceStatus } from '#shared/contract/devices.ts'
import type { Clock } from '../../platform/clock.ts'
import type { RunningSource, SourceSink } from './source.ts'
import { createPollCounter, readyAnswer } from './status-poll.ts'
import { createStreamIds } from './stream-ids.ts'

export interface TcpPlace {
  readonly id: string
  /** Empty: this PC only. `0.0.0.0` lets a POS on the shop's network in. */
  readonly host: string
  readonly port: number
}

const retryMs = 2000
/** More than any shop has; a loop that connects without end must not eat the memory. */
const maxConnections = 32

/**
 * Is a printer to the POS: listens, takes several connections at once (each a stream), answers status polls.
 * `waiting` until somebody has connected, `connected` from then on: a POS often connects for each receipt.
 */
export const runTcpSource = (
  source: TcpPlace,
  sink: SourceSink,
  clock: Clock,
  /** Told the port once it listens; for port 0, where the system chooses one. */
  listening: (port: number) => void = () => undefined,
): RunningSource => {
  const nextStream = createStreamIds(source.id, clock.now())
  const sockets = new Set<Socket>()
  let stopped = false
  let server: Server | null = null
  let retry: NodeJS.Timeout | undefined
  let settled: Promise<void> = Promise.resolve()

  const welcome = (socket: Socket): void => {
    const stream = nextStream()
    const pollsIn = createPollCounter()
    sockets.add(socket)
    sink.state('connected', null)
    socket.setKeepAlive(true, 30_000)
    socket.on('data', (bytes) => {
      sink.bytes(stream, bytes, clock.now())
      const polls = pollsIn(bytes)
      // A POS that never reads its answers must not fill our memory with them.
      if (polls > 0 && socket.writable && socket.writableLength < 4096) {
        socket.write(Buffer.alloc(Math.min(polls, 64), readyAnswer))
      }
    })
    // What a POS that vanished leaves behind; `close` follows.
    socket.on('error', () => undefined)
    socket.on('close', () => {
      sockets.delete(socket)
      sink.closed(stream, clock.now())
    })
  }

  const listen = (): void => {
    const mine = createServer(welcome)
    server = mine
    mine.maxConnections = maxConnections
    settled = new Promise((resolve) => {
      mine.on('error', (error: NodeJS.ErrnoException) => {
        resolve()
        if (stopped) return
        sink.state('away', tcpProblem(error.code, source))
        retry = setTimeout(listen, retryMs)
      })
      mine.listen({ host: source.host === '' ? '127.0.0.1' : source.host, port: source.port }, () => {
        resolve()
        if (stopped) return
        sink.state('waiting', null)
        const address = mine.address()
        if (address !== null && typeof address === 'object') listening(address.port)
      })
    })
  }

  listen()
  return {
    async stop() {
      stopped = true
      clearTimeout(retry)
      // Finding the address takes a moment; a port that is only then taken would never be given back.
      await settled
      const hungUp = [...sockets].map((socket) => once(socket, 'close'))
      for (const socket of sockets) socket.destroy()
      if (server?.listening) hungUp.push(closeServer(server))
      await Promise.all(hungUp)
    },
  }
}

const closeServer = (server: Server): Promise<unknown[]> => {
  const closed = once(server, 'close')
  server.close()
  return closed
}

const tcpProblem = (code: string | undefined, source: TcpPlace): SourceStatus['problem'] => {
  const params = { port: source.port, host: source.host }
  if (code === 'EACCES') return { code: 'source.port-denied', params: { path: `TCP ${source.port}` } }
  if (code === 'EADDRINUSE') return { code: 'source.tcp-port-busy', params }
  return { code: 'source.port-away', params: { path: `${source.host}:${source.port}` } }
}

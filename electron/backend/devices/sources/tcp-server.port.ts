import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'
import type { SourceStatus } from '#shared/contract/devices.ts'

export interface ListeningPlace {
  /** Empty: this PC only. `0.0.0.0` lets a POS on the shop's network in. */
  readonly host: string
  readonly port: number
}

export interface ListeningEvents {
  welcome(socket: Socket): void
  /** The port as it is; for port 0, where the system chooses one. */
  listening(port: number): void
  problem(problem: NonNullable<SourceStatus['problem']>): void
}

export interface Listening {
  /** Tries at once where it waits for a port. */
  wake(): void
  /** Hangs up on everybody and frees the port before it resolves. */
  stop(): Promise<void>
}

const retryMs = 2000
/** More than any shop has; a loop that connects without end must not eat the memory. */
const maxConnections = 32

/** Listens for a POS, and tries again while another program has the port. */
export const listenForPos = (
  place: ListeningPlace,
  events: ListeningEvents,
  options: { readonly allowHalfOpen?: boolean } = {},
): Listening => {
  const sockets = new Set<Socket>()
  let stopped = false
  let server: Server | null = null
  let retry: NodeJS.Timeout | null = null
  let settled: Promise<void> = Promise.resolve()

  const listen = (): void => {
    retry = null
    const mine = createServer({ noDelay: true, ...options }, (socket) => {
      sockets.add(socket)
      // What a POS that vanished leaves behind; `close` follows.
      socket.on('error', () => undefined)
      socket.on('close', () => sockets.delete(socket))
      events.welcome(socket)
    })
    server = mine
    mine.maxConnections = maxConnections
    settled = new Promise((resolve) => {
      mine.on('error', (error: NodeJS.ErrnoException) => {
        resolve()
        if (stopped) return
        events.problem(tcpProblem(error.code, place))
        retry = setTimeout(listen, retryMs)
      })
      mine.listen({ host: place.host === '' ? '127.0.0.1' : place.host, port: place.port }, () => {
        resolve()
        if (stopped) return
        const address = mine.address()
        if (address !== null && typeof address === 'object') events.listening(address.port)
      })
    })
  }

  listen()
  return {
    wake() {
      if (retry === null) return
      clearTimeout(retry)
      listen()
    },
    async stop() {
      stopped = true
      if (retry !== null) clearTimeout(retry)
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

const tcpProblem = (
  code: string | undefined,
  { host, port }: ListeningPlace,
): NonNullable<SourceStatus['problem']> => {
  if (code === 'EACCES') return { code: 'source.port-denied', params: { path: `TCP ${port}` } }
  if (code === 'EADDRINUSE') return { code: 'source.tcp-port-busy', params: { port, host } }
  return { code: 'source.port-away', params: { path: `${host}:${port}` } }
}

import type { Clock } from '../../platform/clock.ts'
import type { RunningSource, SourceSink } from './source.ts'
import { createPollCounter, readyAnswer } from './status-poll.ts'
import { createStreamIds } from './stream-ids.ts'
import { type ListeningPlace, listenForPos } from './tcp-server.port.ts'

export interface TcpPlace extends ListeningPlace {
  readonly id: string
}

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
  return listenForPos(source, {
    welcome(socket) {
      const stream = nextStream()
      const pollsIn = createPollCounter()
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
      socket.on('close', () => sink.closed(stream, clock.now()))
    },
    listening(port) {
      sink.state('waiting', null)
      listening(port)
    },
    problem: (problem) => sink.state('away', problem),
  })
}

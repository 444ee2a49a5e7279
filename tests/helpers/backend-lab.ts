import { createConnection, createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import type { Drives } from '#backend/backup/drives.port.ts'
import { type Backend, createBackend } from '#backend/container.ts'
import type { Keychain } from '#backend/security/keychain.ts'
import type { CallInput, CallOutput, EventName, EventPayload, MethodName } from '#shared/contract/index.ts'
import type { FailureDetail, Result } from '#shared/result.ts'
import { until } from './devices/until.ts'
import { temporaryFolder } from './ledger-lab.ts'

export const passphrase = '단골손님 어서오세요 77'

export interface ToldEvent {
  readonly name: EventName
  readonly payload: unknown
}

/** A whole backend on a folder of its own: real ledger, real sockets. */
export interface BackendLab {
  readonly folder: string
  readonly events: ToldEvent[]
  readonly backend: Backend
  /** The value; throws when the call failed. */
  call<M extends MethodName>(name: M, input: CallInput<M>): Promise<CallOutput<M>>
  /** The failure's detail; throws when the call went through. */
  refused(name: MethodName, input: unknown): Promise<FailureDetail>
  /** Payloads of all events of a name so far. */
  told<E extends EventName>(name: E): EventPayload<E>[]
  /** Resolves with the payload once so many events of that name have come. */
  toldTimes<E extends EventName>(name: E, times: number): Promise<EventPayload<E>[]>
  close(): Promise<void>
}

export interface LabOptions {
  readonly folder?: string
  readonly keychain?: Keychain | null
  /** The sticks that are in. */
  readonly drives?: Drives
  /** Hears each event as it is told. */
  readonly onEvent?: (event: ToldEvent) => void
  /** False outside a test, where the caller closes it. */
  readonly closedByTest?: false
}

export const startLab = async (options: LabOptions = {}): Promise<BackendLab> => {
  const folder = options.folder ?? temporaryFolder()
  const events: ToldEvent[] = []
  const backend = await createBackend({
    dataFolder: folder,
    version: '0.0.0-test',
    keychain: options.keychain ?? null,
    ...(options.drives === undefined ? {} : { drives: options.drives }),
    emit(name, payload) {
      events.push({ name, payload })
      options.onEvent?.({ name, payload })
    },
  })
  let closing: Promise<void> | null = null
  const close = (): Promise<void> => {
    closing ??= backend.close()
    return closing
  }
  if (options.closedByTest !== false) onTestFinished(close)
  const told = <E extends EventName>(name: E): EventPayload<E>[] =>
    events.filter((event) => event.name === name).map((event) => event.payload as EventPayload<E>)
  return {
    folder,
    events,
    backend,
    told,
    close,
    async call(name, input) {
      const result = await backend.call(name, input)
      if (!result.ok) throw new Error(`${name}: ${result.error.code} ${JSON.stringify(result.error.params)}`)
      return result.value as never
    },
    async refused(name, input) {
      const result: Result<unknown> = await backend.call(name, input)
      if (result.ok) throw new Error(`${name} went through`)
      return result.error
    },
    async toldTimes(name, times) {
      await until(`${times} × ${name}`, () => told(name).length >= times)
      return told(name)
    },
  }
}

/** A shop that is made, confirmed and open. */
export const startOpenLab = async (
  options: LabOptions = {},
): Promise<BackendLab & { recoveryCode: string }> => {
  const lab = await startLab(options)
  const { recoveryCode } = await lab.call('ledger.create', { shopName: '시험가게', passphrase })
  await lab.call('ledger.confirmRecovery', { recoveryCode })
  return { ...lab, recoveryCode }
}

/** A TCP port that nobody listens on just now. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })

export interface TcpPos {
  send(bytes: Uint8Array): Promise<void>
  hangUp(): Promise<void>
}

/** A till that prints to a network printer. */
export const dialPos = (port: number): Promise<TcpPos> =>
  new Promise((resolve, reject) => {
    const socket: Socket = createConnection({ port, host: '127.0.0.1' })
    socket.on('data', () => undefined)
    socket.once('error', reject)
    socket.once('connect', () =>
      resolve({
        send: (bytes) => new Promise((sent) => socket.write(bytes, () => sent())),
        hangUp: () =>
          new Promise((gone) => {
            socket.once('close', () => gone())
            socket.end()
          }),
      }),
    )
  })

/** A TCP source on a free port, listening. */
export const listeningSource = async (lab: BackendLab, idleGapMs = 200): Promise<number> => {
  const port = await freePort()
  await lab.call('sources.save', {
    id: 'pos',
    name: '카운터 POS',
    enabled: true,
    kind: 'tcp',
    encoding: 'cp949',
    idleGapMs,
    host: '127.0.0.1',
    port,
  })
  await until('the source listens', () =>
    lab.told('source.status').some((status) => status.id === 'pos' && status.connection !== 'off'),
  )
  return port
}

import type { Boot, Caller, FromBackend, ToBackend } from '#shared/contract/wire.ts'
import { fail, type Result } from '#shared/result.ts'
import { recoveredAfter, restartDelay } from './backoff.ts'
import type { Keychain } from './keychain.ts'
import { createPendingCalls, type PendingCalls } from './pending-calls.ts'

/** The part of Electron's `UtilityProcess` that is used. */
export interface BackendChild {
  postMessage(message: unknown): void
  on(event: 'message', listener: (message: unknown) => void): unknown
  once(event: 'exit', listener: (code: number) => void): unknown
  kill(): boolean
}

export interface BackendProcessOptions {
  fork(): BackendChild
  readonly boot: Boot
  readonly keychain: Keychain
  onEvent(name: string, payload: unknown): void
  /** It died (exit code) and is started again after `delay` ms. */
  onDied(code: number, delay: number): void
  /** It is back after it had died: windows have to draw anew. */
  onBack(): void
  /** How long a call waits for a backend that is just starting, ms. */
  readonly patience?: number
}

export interface BackendProcess {
  /** Waits while the backend starts; answers `call.backend-away` when it dies meanwhile or takes too long. */
  call(name: string, input: unknown, from?: Caller): Promise<Result<unknown>>
  send(message: ToBackend): void
  /** Asks it to close, waits at most `limit` ms, then ends it. It is not started again. */
  shutdown(limit: number): Promise<void>
}

/** Starts the backend, keeps it alive and carries what is said. */
export const startBackend = (options: BackendProcessOptions): BackendProcess => {
  let child: BackendChild | null = null
  let ready = false
  let stopping = false
  let restarts = 0
  let bornAt = 0
  let timer: NodeJS.Timeout | undefined
  let whenGone = Promise.resolve()
  const calls: PendingCalls = createPendingCalls(options.patience ?? 15_000)

  const post = (message: ToBackend): void => child?.postMessage(message)

  const answerKeychain = async (ask: Extract<FromBackend, { type: 'keychain-ask' }>): Promise<void> => {
    const asked = child
    const data = await options.keychain[ask.what](ask.data)
    if (child === asked) post({ type: 'keychain-answer', id: ask.id, data })
  }

  const onMessage = (message: FromBackend): void => {
    switch (message.type) {
      case 'ready': {
        ready = true
        calls.flush((id, call) => post({ type: 'call', id, ...call }))
        if (restarts > 0) options.onBack()
        return
      }
      case 'answer':
        return calls.answer(message.id, message.result)
      case 'event':
        return options.onEvent(message.name, message.payload)
      case 'keychain-ask':
        return void answerKeychain(message)
      case 'closed':
    }
  }

  const onExit = (code: number): void => {
    child = null
    ready = false
    calls.failAll()
    if (stopping) return
    if (Date.now() - bornAt >= recoveredAfter) restarts = 0
    const delay = restartDelay(restarts)
    restarts += 1
    options.onDied(code, delay)
    timer = setTimeout(start, delay)
  }

  function start(): void {
    const born = options.fork()
    child = born
    bornAt = Date.now()
    born.on('message', (message) => {
      if (child === born) onMessage(message as FromBackend)
    })
    whenGone = new Promise((resolve) => {
      born.once('exit', (code) => {
        onExit(code)
        resolve()
      })
    })
    post({ type: 'boot', boot: options.boot })
  }

  start()

  return {
    call: (name, input, from) => {
      if (stopping) return Promise.resolve(fail('call.backend-away'))
      const { id, answered } = calls.add(name, input, from)
      if (ready) calls.flush((callId, call) => post({ type: 'call', id: callId, ...call }), id)
      return answered
    },
    send: (message) => {
      if (ready) post(message)
    },
    shutdown: async (limit) => {
      stopping = true
      clearTimeout(timer)
      const dying = child
      if (dying === null) return
      post({ type: 'shutdown' })
      let killer: NodeJS.Timeout | undefined
      const late = new Promise<void>((resolve) => {
        killer = setTimeout(() => {
          dying.kill()
          resolve()
        }, limit)
      })
      await Promise.race([whenGone, late])
      clearTimeout(killer)
    },
  }
}

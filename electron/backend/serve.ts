import type { ToBackend } from '#shared/contract/wire.ts'
import { fail } from '#shared/result.ts'
import { type Backend, createBackend } from './container.ts'
import { createRemoteKeychain } from './remote-keychain.ts'
import type { UtilityPort } from './utility-port.ts'

/** Speaks with main over the port: boots once, answers calls, passes events on, closes when told. */
export const serve = (port: UtilityPort, exit: (code: number) => void): void => {
  const keychain = createRemoteKeychain((message) => port.postMessage(message))
  let backend: Promise<Backend> | null = null

  const boot = async ({ boot }: Extract<ToBackend, { type: 'boot' }>): Promise<void> => {
    if (backend !== null) return
    backend = createBackend({
      ...boot,
      keychain,
      emit: (name, payload) => port.postMessage({ type: 'event', name, payload }),
    })
    try {
      await backend
      port.postMessage({ type: 'ready' })
    } catch {
      // Main starts it again, and tells the windows meanwhile.
      exit(1)
    }
  }

  const answer = async ({ id, name, input, from }: Extract<ToBackend, { type: 'call' }>): Promise<void> => {
    const result =
      backend === null ? fail('call.backend-away') : await (await backend).call(name, input, from)
    port.postMessage({ type: 'answer', id, result })
  }

  const shutdown = async (): Promise<void> => {
    try {
      await (await backend)?.close()
    } finally {
      port.postMessage({ type: 'closed' })
      exit(0)
    }
  }

  port.on('message', ({ data }) => {
    switch (data.type) {
      case 'boot':
        void boot(data)
        break
      case 'call':
        void answer(data)
        break
      case 'keychain-answer':
        keychain.answered(data.id, data.data)
        break
      case 'shutdown':
        void shutdown()
        break
      case 'power':
        if (data.state === 'resume') void backend?.then((running) => running.wake())
        if (data.state === 'suspend' || data.state === 'lock-screen')
          void backend?.then((running) => running.lockDoors())
        break
    }
  })
}

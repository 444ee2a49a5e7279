import type { Caller, ToBackend } from '#shared/contract/wire.ts'
import { fail, type Result } from '#shared/result.ts'

/** As it goes over the wire: a sender is only named where it is the guest's screen. */
export type SentCall = Omit<Extract<ToBackend, { type: 'call' }>, 'type' | 'id'>

export interface PendingCalls {
  add(
    name: string,
    input: unknown,
    from?: Caller,
  ): { readonly id: number; readonly answered: Promise<Result<unknown>> }
  /** Hands calls that were not sent yet (or only the one with this id) to `send`. */
  flush(send: (id: number, call: SentCall) => void, only?: number): void
  answer(id: number, result: Result<unknown>): void
  /** The other side is gone: everything sent is answered `call.backend-away`; what still waits to be sent stays. */
  failAll(): void
}

interface Waiting {
  readonly call: SentCall
  readonly resolve: (result: Result<unknown>) => void
  sent: boolean
  timer: NodeJS.Timeout | undefined
}

/** Calls under way. A call that could not be sent within `patience` ms is answered `call.backend-away`. */
export const createPendingCalls = (patience: number): PendingCalls => {
  const waiting = new Map<number, Waiting>()
  let nextId = 1

  const settle = (id: number, result: Result<unknown>): void => {
    const call = waiting.get(id)
    if (call === undefined) return
    waiting.delete(id)
    clearTimeout(call.timer)
    call.resolve(result)
  }

  return {
    add: (name, input, from) => {
      const id = nextId++
      const answered = new Promise<Result<unknown>>((resolve) => {
        const timer = setTimeout(() => settle(id, fail('call.backend-away')), patience)
        const call = { name, input, ...(from === 'guest' ? { from } : {}) }
        waiting.set(id, { call, resolve, sent: false, timer })
      })
      return { id, answered }
    },
    flush: (send, only) => {
      for (const [id, one] of waiting) {
        if (one.sent || (only !== undefined && only !== id)) continue
        one.sent = true
        clearTimeout(one.timer)
        try {
          send(id, one.call)
        } catch {
          settle(id, fail('call.bad-input'))
        }
      }
    },
    answer: settle,
    failAll: () => {
      for (const [id, call] of waiting) if (call.sent) settle(id, fail('call.backend-away'))
    },
  }
}

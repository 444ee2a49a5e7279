import {
  type CallInput,
  type CallOutput,
  type EventPayload,
  events,
  methods,
} from '#shared/contract/index.ts'
import type { EventName, MethodName } from '#shared/contract/names.ts'
import { roles } from '#shared/roles.ts'
import { bridge } from './bridge.ts'
import { CallFailure } from './failure.ts'
import { askForPin } from './pin-asking.ts'
import { pressedOnce } from './pressed-twice.ts'
import type { Veil } from './veil.ts'

let veil: Veil | null = null

/** From now on every answer and event comes through this veil; null takes it away. */
export const coverWith = (next: Veil | null): void => {
  veil = next
}
export const covered = (): boolean => veil !== null

const lookedAt = (name: string, input: unknown, value: unknown): unknown =>
  veil === null ? value : veil.cover(name, input, value)

const ask = async <M extends MethodName>(name: M, input: CallInput<M>): Promise<CallOutput<M>> => {
  const send = () =>
    bridge()
      .call(name, input)
      .catch(() => {
        throw new CallFailure({ code: 'call.backend-away', params: {} })
      })
  let result = await send()
  if (!result.ok && result.error.code === 'door.pin-needed') {
    const { role, limit } = result.error.params
    const allowed = typeof limit === 'number'
    if (
      await askForPin({ role: roles.find((one) => one === role) ?? 'owner', limit: allowed ? limit : null })
    ) {
      result = await send()
      // Who allowed this one use at the open counter has gone again.
      if (allowed) await bridge().call('door.leave', {})
    }
  }
  if (!result.ok) throw new CallFailure(result.error)
  const output = methods[name].output.safeParse(result.value)
  if (!output.success) throw new CallFailure({ code: 'call.bad-output', params: { method: name } })
  return lookedAt(name, input, output.data) as CallOutput<M>
}

const once = pressedOnce()

/**
 * Asks the backend. Throws `CallFailure` with a code of the closed list; an answer of the wrong shape is
 * `call.bad-output`, a bridge that breaks is `call.backend-away`.
 */
const call = <M extends MethodName>(name: M, input: CallInput<M>): Promise<CallOutput<M>> =>
  // The same name and input have the same kind of answer.
  once(name, input, () => ask(name, input)) as Promise<CallOutput<M>>

/** Listens to an event; payloads of the wrong shape are left out. Answers the function that stops it. */
const on = <E extends EventName>(name: E, listener: (payload: EventPayload<E>) => void): (() => void) =>
  bridge().on(name, (payload) => {
    const parsed = events[name].safeParse(payload)
    if (parsed.success) listener(lookedAt(name, {}, parsed.data) as EventPayload<E>)
  })

export const api = { call, on }

import type { DangolBridge } from '#shared/contract/bridge.ts'
import { callChannel, eventChannel, eventNames, methodNames } from '#shared/contract/names.ts'
import { fail, type Result } from '#shared/result.ts'

/** The part of Electron's `ipcRenderer` that the bridge needs. */
export interface Wire {
  invoke(channel: string, ...args: unknown[]): Promise<unknown>
  on(channel: string, listener: (event: unknown, ...args: unknown[]) => void): unknown
}

/** What a window may call and hear. */
export interface Names {
  readonly methods: readonly string[]
  readonly events: readonly string[]
}

const allNames: Names = { methods: methodNames, events: eventNames }

/**
 * Two functions and nothing else: no raw channel, no event object (it would carry the sender) ever reaches the page.
 * One listener on the wire serves all of the page's listeners.
 */
export const createBridge = (wire: Wire, names: Names = allNames): DangolBridge => {
  const methods: ReadonlySet<string> = new Set(names.methods)
  const events: ReadonlySet<string> = new Set(names.events)
  const listeners = new Map<string, Set<(payload: unknown) => void>>()

  wire.on(eventChannel, (_event, name, payload) => {
    if (typeof name !== 'string') return
    for (const listener of listeners.get(name) ?? []) listener(payload)
  })

  return {
    call: async (name, input) => {
      if (!methods.has(name)) return fail('call.unknown-method')
      try {
        return (await wire.invoke(callChannel, name, input)) as Result<unknown>
      } catch {
        // The wire refuses what cannot be cloned, or main is going down.
        return fail('internal')
      }
    },
    on: (name, listener) => {
      if (!events.has(name)) throw new TypeError('No such event')
      if (typeof listener !== 'function') throw new TypeError('A listener is a function')
      // A wrapper for each call: the same function may listen twice, and each stops alone.
      const own = (payload: unknown): void => listener(payload)
      const set = listeners.get(name) ?? new Set()
      listeners.set(name, set.add(own))
      return () => void set.delete(own)
    },
  }
}

import type { EventName, MethodName } from '#shared/contract/names.ts'
import type { Result } from '#shared/result.ts'

/** What the preload puts into the page; the only way out of it. */
export interface Bridge {
  readonly call: (name: MethodName, input: unknown) => Promise<Result<unknown>>
  /** Answers the function that stops listening. */
  readonly on: (name: EventName, listener: (payload: unknown) => void) => () => void
}

declare global {
  interface Window {
    readonly dangol: Bridge
  }
}

export const bridge = (): Bridge => window.dangol

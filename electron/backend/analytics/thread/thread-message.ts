import type { ErrorCode } from '#shared/errors.ts'

/** What the thread is started with; the key is its own copy. */
export interface ReadingTask {
  readonly path: string
  readonly dataKey: Uint8Array
}

export interface Question {
  readonly id: number
  readonly name: string
  readonly given: readonly unknown[]
}

export type Answer =
  | { readonly id: number; readonly is: 'read'; readonly value: unknown }
  | { readonly id: number; readonly is: 'refused'; readonly code: ErrorCode }

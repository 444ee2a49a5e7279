import type { ErrorCode } from '#shared/errors.ts'

/** What the thread is started with; the key is its own copy. */
export interface ReadingTask {
  readonly path: string
  readonly dataKey: Uint8Array
}

/** One at a time: the next is sent when the last was answered. */
export interface Question {
  readonly name: string
  readonly given: readonly unknown[]
}

export type Answer =
  | { readonly is: 'read'; readonly value: unknown }
  | { readonly is: 'refused'; readonly code: ErrorCode }

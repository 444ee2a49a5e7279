import type { ErrorCode } from '#shared/errors.ts'

/** What an update is at: the copy that it could go back to, the steps themselves, the look through what came of it. */
export type UpdateStep = 'copy' | 'steps' | 'check'

/** What the thread is given; structured clones. The key is the thread's own copy. */
export interface UpdateTask {
  readonly path: string
  readonly id: string
  /** 32 bytes. */
  readonly dataKey: Uint8Array
  /** UTC ms. */
  readonly now: number
}

export type UpdateTold =
  | { readonly is: 'at'; readonly step: UpdateStep }
  | { readonly is: 'done'; readonly ran: readonly number[] }
  | {
      readonly is: 'failed'
      readonly code: ErrorCode
      readonly params: Record<string, string | number>
    }

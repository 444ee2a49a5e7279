import type { ErrorCode } from '#shared/errors.ts'

/** What the thread is given; structured clones. The key is the thread's own copy. */
export interface ExportTask {
  readonly path: string
  readonly dataKey: Uint8Array
  /** Without its ending: a folder, or a ZIP of that name. */
  readonly final: string
  readonly zip: boolean
  readonly password: string | null
  readonly shop: string
  /** `2026-11-22 21:04` */
  readonly at: string
}

/** What it tells. */
export type ExportTold =
  | { readonly is: 'progress'; readonly part: number }
  | { readonly is: 'done'; readonly path: string; readonly people: number; readonly files: number }
  | { readonly is: 'refused'; readonly code: ErrorCode; readonly params: Record<string, string | number> }

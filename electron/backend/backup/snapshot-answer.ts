import type { ErrorCode } from '#shared/errors.ts'
import type { CopyManifest } from '../platform/ledger/copy-manifest.ts'

/** What the thread is given; structured clones. The key is the thread's own copy. */
export interface SnapshotTask {
  readonly path: string
  readonly id: string
  readonly dataKey: Uint8Array
  readonly target: string
  readonly now: number
}

/** What it answers; `away` when there was no thread to answer. */
export type SnapshotAnswer =
  | { readonly is: 'made'; readonly manifest: CopyManifest }
  | {
      readonly is: 'refused'
      readonly code: ErrorCode
      readonly params: Record<string, string | number>
    }
  | { readonly is: 'away' }

/** Rows were counted, and others were there when it was copied: a receipt came in between. */
export const changedMeanwhile = (answer: SnapshotAnswer): boolean =>
  answer.is === 'refused' && answer.code === 'ledger.copy-damaged' && answer.params['reason'] === 'rows'

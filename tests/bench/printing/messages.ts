import type { LedgerSlip } from './judge.ts'

/** What the bench says to its shop. */
export type ToShop =
  | { readonly type: 'open'; readonly path: string; readonly folder: string; readonly passphrase: string }
  | { readonly type: 'add'; readonly purpose: 'slip' | 'coupon'; readonly count: number }
  /** Prints the latest of that purpose again. */
  | { readonly type: 'reprint'; readonly purpose: 'slip' | 'coupon' }
  /** Calls off the newest that waits. */
  | { readonly type: 'cancel' }
  /** Saves that printer's settings again, unchanged. */
  | { readonly type: 'save-printer'; readonly printerId: string }
  | { readonly type: 'look' }
  | { readonly type: 'stop' }

/** What the shop answers: always one answer to one word. */
export interface FromShop {
  readonly waiting: number
  readonly problems: readonly string[]
  /** Only to `look`. */
  readonly slips: readonly LedgerSlip[]
  /** Numbers of what this word wrote down. */
  readonly added: readonly string[]
}

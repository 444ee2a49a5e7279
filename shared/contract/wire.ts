import type { Result } from '../result.ts'

/** Whose window asks: main knows it by the sender. `guest` is the guest's own screen. */
export type Caller = 'window' | 'guest'

/** What main and the backend say to each other over the utility process's port. Structured clones, no functions. */
export type ToBackend =
  | { readonly type: 'boot'; readonly boot: Boot }
  | {
      readonly type: 'call'
      readonly id: number
      readonly name: string
      readonly input: unknown
      /** Missing: a window of the shop's own. */
      readonly from?: Caller
    }
  | { readonly type: 'keychain-answer'; readonly id: number; readonly data: string | null }
  /** The PC goes to sleep, wakes, or its screen is locked. */
  | { readonly type: 'power'; readonly state: 'suspend' | 'resume' | 'lock-screen' | 'unlock-screen' }
  | { readonly type: 'shutdown' }

export interface Boot {
  /** Folder of ledger, keys, journal, device settings and logs. */
  readonly dataFolder: string
  readonly version: string
}

export type FromBackend =
  | { readonly type: 'ready' }
  | { readonly type: 'answer'; readonly id: number; readonly result: Result<unknown> }
  | { readonly type: 'event'; readonly name: string; readonly payload: unknown }
  /** The keychain lives in main (safeStorage); base64 both ways, null where it refuses. */
  | {
      readonly type: 'keychain-ask'
      readonly id: number
      readonly what: 'protect' | 'unprotect'
      readonly data: string
    }
  | { readonly type: 'closed' }

import type { CallOutput } from '#shared/contract/index.ts'
import type { ErrorCode } from '#shared/errors.ts'
import type { OpenShop } from './open-shop.ts'
import type { LockedLedger } from './platform/ledger/locked.ts'
import { readShop } from './shop/shop.service.ts'

export type Phase = CallOutput<'app.status'>['phase']
export type Problem = NonNullable<CallOutput<'app.status'>['problem']>

export interface SiteStatus {
  readonly phase: Phase
  readonly shopName: string | null
  readonly problem: Problem | null
  readonly waitingCaptures: number
  readonly unattendedStart: boolean
  readonly rewritten: number
}

export type SiteState =
  | { readonly is: 'none' }
  | { readonly is: 'locked'; readonly locked: LockedLedger; readonly problem: Problem | null }
  | { readonly is: 'open'; readonly shop: OpenShop }
  /** Nothing can be captured either: the key file or the journal cannot be used. */
  | { readonly is: 'hurt'; readonly problem: Problem }

/** @param capturing why captures wait in memory, if they do. */
export const statusOf = (state: SiteState, capturing: ErrorCode | null): SiteStatus => {
  const waits: Problem | null = capturing === null ? null : { code: capturing, params: {} }
  const closed = { shopName: null, waitingCaptures: 0, unattendedStart: false, rewritten: 0 }
  if (state.is === 'none') return { ...closed, phase: 'none', problem: waits }
  if (state.is === 'hurt') return { ...closed, phase: 'hurt', problem: state.problem }
  if (state.is === 'locked') {
    const { problem, locked } = state
    const quiet: Phase = locked.recoveryConfirmed ? 'locked' : 'unconfirmed'
    return {
      phase: problem === null ? quiet : 'hurt',
      shopName: null,
      problem: problem ?? waits,
      waitingCaptures: locked.journal.state.waitingCaptures,
      unattendedStart: locked.keychain,
      rewritten: 0,
    }
  }
  const { ledger } = state.shop
  return {
    phase: ledger.keys.recoveryConfirmed ? 'open' : 'unconfirmed',
    shopName: readShop(ledger.reader).name,
    problem: waits,
    waitingCaptures: 0,
    unattendedStart: ledger.keys.keychain,
    rewritten: ledger.opened.rewritten,
  }
}

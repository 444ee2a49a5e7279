import { join } from 'node:path'

/** Where everything of one ledger lies. None of these names says anything about anybody. */
export interface LedgerFiles {
  readonly ledger: string
  readonly wal: string
  readonly sharedMemory: string
  readonly keys: string
  readonly journal: string
  /** The key file once more, beside the segments: a journal that outlives all the rest can still be opened. */
  readonly keysAgain: string
  readonly lock: string
  /** Stands while a ledger is being made; what it finds half made is put aside and made anew. */
  readonly making: string
  /** Where the access log's chain stood, so that a ledger that was put back to an earlier state is found out. */
  readonly heads: string
  /** Ids of who was destroyed, for copies from before that. */
  readonly destroyed: string
}

export const ledgerFiles = (path: string): LedgerFiles => ({
  ledger: path,
  wal: `${path}-wal`,
  sharedMemory: `${path}-shm`,
  keys: `${path}.keys`,
  journal: `${path}.journal`,
  keysAgain: join(`${path}.journal`, 'keys.json'),
  lock: `${path}.lock`,
  making: `${path}.making`,
  heads: `${path}.heads`,
  destroyed: `${path}.destroyed`,
})

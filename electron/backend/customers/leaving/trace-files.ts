import type { EpochMs } from '#shared/dates.ts'

/** The ledger as files: what has to be done to them so that deleted rows leave no trace. */
export interface TraceFiles {
  /** Bytes of the ledger: how long writing it anew takes. */
  size(): number
  /**
   * Writes the ledger's file anew from what is in it, empties its WAL, begins the journal anew from a copy, and gives up
   * what the journal held before. Rejects, or says what it waits for (a reader in the middle of something, captures that
   * are not read yet), where that is not possible yet; may be tried again at any time.
   */
  wipe(at: EpochMs, signal: AbortSignal): Promise<'done' | 'reader' | 'captures'>
  /** Ids of the destroyed, kept beside the ledger. */
  readList(): number[]
  writeList(ids: readonly number[]): void
  /** Number of the journal's last record: it stands still while nothing happens. */
  lastRecord(): number
}

import { DangolError } from '#shared/errors.ts'
import type { Connection } from '../db/open.ts'

/** Where a ledger stands; read straight from its one row. */
export interface LedgerState {
  readonly ledgerId: string
  /** Number of the last journal record that is in it. */
  readonly journalSeq: number
  readonly lastId: number
}

/**
 * @throws DangolError `ledger.damaged` when the row is not there, or it is another ledger's than the key file
 * says.
 */
export const readState = (db: Connection, ledgerId: string): LedgerState => {
  const row = db
    .prepare('SELECT ledger_uuid, journal_seq, last_id FROM ledger_state WHERE id = 1')
    .raw()
    .get()
  if (!Array.isArray(row)) throw new DangolError('ledger.damaged', { reason: 'no-state' })
  const [uuid, journalSeq, lastId] = row
  if (uuid !== ledgerId) throw new DangolError('ledger.damaged', { reason: 'foreign' })
  return { ledgerId, journalSeq: Number(journalSeq), lastId: Number(lastId) }
}

/** Notes how far a replay has come; inside its transaction. */
export const writeState = (db: Connection, journalSeq: number, lastId: number): void => {
  db.prepare('UPDATE ledger_state SET journal_seq = ?, last_id = max(last_id, ?) WHERE id = 1').run(
    journalSeq,
    lastId,
  )
}

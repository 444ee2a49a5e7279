import type { Ledger } from '../../platform/ledger/open.ts'
import { readPositions } from './ingest-position.repo.ts'

/** Number of the first capture that has not become papers; null when all of them have. */
export const firstUnread = (ledger: Pick<Ledger, 'reader' | 'captures'>): number | null => {
  for (const { seq } of ledger.captures(readPositions(ledger.reader).done)) return seq
  return null
}

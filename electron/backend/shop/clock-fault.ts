import type { EpochMs } from '#shared/dates.ts'

/** When a receipt was printed, by the till's clock, and when it came, by this PC's. */
export interface ReceiptTimes {
  readonly issuedAt: EpochMs
  readonly receivedAt: EpochMs
}

/** The PC's date against what the tills print: later, or earlier. */
export type ClockFault = 'ahead' | 'behind'

const day = 24 * 60 * 60_000
/** Clocks of tills and time zones are off by hours, a shop may be closed for a month. */
const likely = 31 * day
/** Nobody closes for so long. */
const unlikely = 366 * day

/**
 * Whether this PC's clock says something else than the tills. Nothing is done about it but to ask: the order of things is
 * their sequence, and what ends waits until tills agree (`trusted-day`, `likely-day`).
 * @param latest the receipts that came last over a line, by their sequence, newest first. One that bears no time was
 *   issued when it came.
 */
export const clockFault = (now: EpochMs, latest: readonly ReceiptTimes[]): ClockFault | null => {
  const [newest] = latest
  if (newest === undefined) return null
  if (latest.some(({ issuedAt }) => Math.abs(issuedAt - now) <= likely)) return null
  if (newest.issuedAt > now) return 'behind'
  // The shop may have been closed; a till that prints another day under this very clock may not.
  const sinceReceived = now - newest.receivedAt
  return Math.abs(sinceReceived) <= likely || sinceReceived > unlikely || sinceReceived < 0 ? 'ahead' : null
}

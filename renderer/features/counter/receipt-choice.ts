import type { EpochMs } from '#shared/dates.ts'
import type { ReceiptRow } from './types.ts'

/**
 * How long a receipt counts as "just now". Afterwards it is somebody else's who has left, and Enter must not
 * give its points to the guest who stands here; it can still be chosen from the list.
 */
export const freshForMs = 5 * 60_000

/** Only a sale without a customer can be given to one. */
export const isOpen = (row: ReceiptRow): boolean =>
  row.kind !== 'refund' && row.customer === null && row.total > 0

/**
 * The receipt that the next step is about: the one chosen by hand, else the newest that just came in and has
 * no customer.
 * @param rows newest first.
 */
export const receiptAtHand = (
  rows: readonly ReceiptRow[],
  chosenId: number | null,
  now: EpochMs,
): ReceiptRow | null => {
  const chosen = rows.find((row) => row.id === chosenId)
  if (chosen !== undefined) return chosen
  return rows.find((row) => isOpen(row) && now - row.receivedAt < freshForMs) ?? null
}

/** One up or down in the list, from the receipt at hand. */
export const neighbour = (
  rows: readonly ReceiptRow[],
  currentId: number | null,
  step: 1 | -1,
): number | null => {
  if (rows.length === 0) return null
  const at = rows.findIndex((row) => row.id === currentId)
  const next = at === -1 ? 0 : Math.min(rows.length - 1, Math.max(0, at + step))
  return rows[next]?.id ?? null
}

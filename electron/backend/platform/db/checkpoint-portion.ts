const megabyte = 1024 * 1024
const least = 0.5 * megabyte
const most = 12 * megabyte
/** As long as any piece of work beside the counter may take. */
const mostMs = 10

/** Before anything is known of disk and writers, bytes. */
export const firstPortion = 4 * megabyte

/**
 * How much of the WAL to let gather before it is brought back between two commits. Receipts write the same pages of sums
 * again and again: twelve megabytes of them take no longer than one of a writer that touches each page once, and every
 * bringing back waits for the disk twice. So it grows while it stays well below what others may wait, and halves above.
 * @param portion the present one, bytes. @param tookMs what bringing so much back took.
 */
export const nextPortion = (portion: number, tookMs: number): number => {
  if (tookMs > mostMs) return Math.max(least, portion / 2)
  return tookMs < mostMs / 2 ? Math.min(most, portion * 2) : portion
}

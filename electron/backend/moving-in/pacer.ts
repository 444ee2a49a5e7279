/** How long others may wait for one piece, what seals and commits it included. */
const wantedMs = 10
/**
 * Of those at least and at most so much for the rows themselves: what the disk takes is much the same for few rows and
 * for many, so that a slow disk must not make the pieces tiny.
 */
const leastForRows = 4
const mostForRows = 8
const most = 200

/** Chooses how many rows go into the next piece, by how long the last one took. */
export interface Pacer {
  readonly size: number
  /** @param ms of the rows. @param sealing ms for putting them on disk. */
  took(rows: number, ms: number, sealing?: number): void
}

export const createPacer = (first = 8): Pacer => {
  let size = first
  return {
    get size() {
      return size
    },
    took(rows, ms, sealing = 0) {
      if (rows === 0) return
      const forRows = Math.min(mostForRows, Math.max(leastForRows, wantedMs - sealing))
      const fitting = Math.floor((rows * forRows) / Math.max(ms, 0.1))
      // Slowly up, at once down: one slow disk write must not make the next piece long.
      size = Math.max(1, Math.min(most, fitting, size * 2))
    },
  }
}

/** Seconds left at the present pace; null before that can be said. */
export const secondsLeft = (done: number, total: number, elapsedMs: number): number | null =>
  elapsedMs < 1_000 || done === 0 ? null : Math.ceil(((total - done) * elapsedMs) / done / 1_000)

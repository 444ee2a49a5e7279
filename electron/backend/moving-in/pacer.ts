/** How much of a unit of work may pass before others have their turn. */
const wantedMs = 5
const most = 200

/** Chooses how many rows go into the next unit of work, by how long the last ones took. */
export interface Pacer {
  readonly size: number
  took(rows: number, ms: number): void
}

export const createPacer = (first = 8): Pacer => {
  let size = first
  return {
    get size() {
      return size
    },
    took(rows, ms) {
      if (rows === 0) return
      const fitting = Math.floor((rows * wantedMs) / Math.max(ms, 0.1))
      // Slowly up, at once down: one slow disk write must not make the next piece long.
      size = Math.max(1, Math.min(most, fitting, size * 2))
    },
  }
}

/** Seconds left at the present pace; null before that can be said. */
export const secondsLeft = (done: number, total: number, elapsedMs: number): number | null =>
  elapsedMs < 1_000 || done === 0 ? null : Math.ceil(((total - done) * elapsedMs) / done / 1_000)

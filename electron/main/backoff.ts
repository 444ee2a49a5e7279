/** Milliseconds to wait before the n-th restart in a row (0 is the first): a quarter second, doubling, at most 10 s. */
export const restartDelay = (restarts: number): number => Math.min(250 * 2 ** Math.min(restarts, 10), 10_000)

/** A backend that lived this long (ms) has recovered: the next restart starts counting anew. */
export const recoveredAfter = 60_000

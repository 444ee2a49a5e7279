/** Pauses between two tries, ms: a quarter second, doubling, two seconds at most. Back within five is the promise. */
export interface Backoff {
  next(): number
  reset(): void
}

const firstMs = 250
const mostMs = 2000

export const createBackoff = (): Backoff => {
  let pause = firstMs
  return {
    next() {
      const now = pause
      pause = Math.min(mostMs, pause * 2)
      return now
    },
    reset() {
      pause = firstMs
    },
  }
}

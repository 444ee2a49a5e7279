/** Tries of the latest while, as moments of a clock that nobody can set, ms. */
export interface Tries {
  /** Ms until one more is allowed; 0: now. */
  wait(now: number): number
  note(now: number): void
  /** The latest was none after all. */
  forgive(): void
  clear(): void
}

/** At most `most` within `withinMs`. */
export const createTries = (most: number, withinMs: number): Tries => {
  let moments: number[] = []
  const recent = (now: number): number[] => moments.filter((moment) => now - moment < withinMs)
  return {
    wait(now) {
      const [oldest = now] = recent(now).slice(-most)
      return recent(now).length < most ? 0 : oldest + withinMs - now
    },
    note(now) {
      moments = [...recent(now), now]
    },
    forgive() {
      moments = moments.slice(0, -1)
    },
    clear() {
      moments = []
    },
  }
}

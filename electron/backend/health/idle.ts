/** Tells by looking now and then whether anything has happened for so long. */
export interface Idle {
  /**
   * @param mark a number that changes with everything that happens.
   * @param now ms, of a clock that nobody can set.
   */
  seen(mark: number, now: number): boolean
}

export const createIdle = (idleMs: number): Idle => {
  let last: { readonly mark: number; readonly since: number } | null = null
  return {
    seen(mark, now) {
      if (last?.mark !== mark) last = { mark, since: now }
      return now - last.since >= idleMs
    },
  }
}

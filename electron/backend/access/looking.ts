/** Rows that somebody has looked through, gathered so that scrolling writes nothing. */
export interface Looking<Who> {
  /** Rows of one and the same person at one and the same sheet. @returns what another one had gathered before. */
  saw(who: Who, ids: readonly number[]): Looked<Who> | null
  /** What was gathered so far; null for nothing. */
  take(): Looked<Who> | null
  readonly size: number
}

export interface Looked<Who> {
  readonly who: Who
  /** Ascending, each once. */
  readonly ids: readonly number[]
}

/** @param same whether two are the same person in the same place. */
export const createLooking = <Who>(same: (one: Who, other: Who) => boolean): Looking<Who> => {
  let who: Who | null = null
  let ids = new Set<number>()
  const take = (): Looked<Who> | null => {
    const taken = who === null || ids.size === 0 ? null : { who, ids: [...ids].sort((a, b) => a - b) }
    who = null
    ids = new Set()
    return taken
  }
  return {
    saw(one, seen) {
      const before = who !== null && !same(who, one) ? take() : null
      who ??= one
      for (const id of seen) ids.add(id)
      return before
    },
    take,
    get size() {
      return ids.size
    },
  }
}

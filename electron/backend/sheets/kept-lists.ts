/** The order of a sheet's rows as somebody scrolls through it. */
export interface KeptList<Key> {
  readonly id: number
  /** What it was asked for; another question cannot go on in it. */
  readonly asked: string
  readonly total: number
  /** Null where the sheet is asked for window by window. */
  readonly keys: readonly Key[] | null
}

export interface KeptLists<Key> {
  /** Undefined when it is gone or was another question's: ask anew. */
  find(id: number | null, asked: string): KeptList<Key> | undefined
  keep(list: Omit<KeptList<Key>, 'id'>): KeptList<Key>
}

/** The latest few lists; older ones make room. @param most lists that are kept at a time. */
export const createKeptLists = <Key>(most = 6): KeptLists<Key> => {
  const kept = new Map<number, KeptList<Key>>()
  let last = 0
  return {
    find(id, asked) {
      const found = id === null ? undefined : kept.get(id)
      return found?.asked === asked ? found : undefined
    },
    keep(list) {
      last += 1
      const made = { ...list, id: last }
      kept.set(last, made)
      for (const id of kept.keys()) {
        if (kept.size <= most) break
        kept.delete(id)
      }
      return made
    },
  }
}

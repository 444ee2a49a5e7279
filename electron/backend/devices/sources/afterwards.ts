/** Work that waits until what is more urgent has gone out, done in order. */
export interface Afterwards {
  add(work: () => void): void
  /** Does all of it now. */
  finish(): void
}

/** Bytes are passed on first; sealing and reading them comes right after, in the same turn of the event loop. */
export const createAfterwards = (): Afterwards => {
  let waiting: (() => void)[] = []
  let planned = false
  const finish = (): void => {
    planned = false
    const now = waiting
    waiting = []
    for (const work of now) work()
  }
  return {
    add(work) {
      waiting.push(work)
      if (planned) return
      planned = true
      setImmediate(finish)
    },
    finish,
  }
}

/** What waits for the thread: what somebody looks at goes before what is done in the background. */
export interface Turns<T> {
  /** @param later waits until nothing else does. */
  add(one: T, later: boolean): void
  /** The next that somebody waits for; undefined when there is none. */
  asked(): T | undefined
  /** The next of the background, when nobody waits for anything. */
  later(): T | undefined
}

export const createTurns = <T>(): Turns<T> => {
  const waiting: T[] = []
  const background: T[] = []
  return {
    add(one, later) {
      if (later) background.push(one)
      else waiting.push(one)
    },
    asked: () => waiting.shift(),
    later: () => (waiting.length > 0 ? undefined : background.shift()),
  }
}

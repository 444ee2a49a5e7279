/** Questions that somebody waits for; work in the background begins no piece while there is one. */
export interface Questions {
  /** One that is under way until its answer is there, or refused. */
  during<T>(work: () => Promise<T>): Promise<T>
  /** Resolves when none is under way. */
  none(): Promise<void>
}

export const createQuestions = (): Questions => {
  const open = new Set<symbol>()
  let waiting: (() => void)[] = []
  const over = (one: symbol): void => {
    open.delete(one)
    if (open.size > 0) return
    const now = waiting
    waiting = []
    for (const go of now) go()
  }
  return {
    async during(work) {
      const one = Symbol('question')
      open.add(one)
      try {
        return await work()
      } finally {
        over(one)
      }
    },
    async none() {
      while (open.size > 0) await new Promise<void>((resolve) => waiting.push(resolve))
    },
  }
}

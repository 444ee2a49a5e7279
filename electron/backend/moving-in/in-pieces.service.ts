import { setImmediate as breathe } from 'node:timers/promises'
import { createPacer } from './pacer.ts'

/** What a piece took, ms. */
export interface Took {
  readonly rows: number
  /** Sealing and committing them. */
  readonly sealing: number
}

export interface InPieces {
  /** Works through some items, in pieces as long as others may wait, with a turn for everybody after each. */
  <T>(items: readonly T[], signal: AbortSignal, work: (some: readonly T[]) => Took): Promise<void>
}

/** @param bringBackSome has a turn of its own, for it takes as long as a piece. */
export const createInPieces = (bringBackSome: () => boolean): InPieces => {
  const pacer = createPacer()
  return async (items, signal, work) => {
    for (let at = 0; at < items.length && !signal.aborted; ) {
      const some = items.slice(at, at + pacer.size)
      const { rows, sealing } = work(some)
      pacer.took(some.length, rows, sealing)
      at += some.length
      await breathe()
      if (bringBackSome()) await breathe()
    }
  }
}

/**
 * What a thread has ready, batch after batch; the next one is asked for while the last is worked on.
 * @param fetch asks for the batch from a place on.
 */
export async function* fetchedAhead<T>(
  total: number,
  batch: number,
  fetch: (from: number) => Promise<readonly T[]>,
): AsyncGenerator<{ readonly items: readonly T[]; readonly done: number }> {
  const ask = (from: number): Promise<readonly T[]> => {
    const asked = fetch(from)
    // Whoever stops early never looks at it.
    asked.catch(() => undefined)
    return asked
  }
  let next = total > 0 ? ask(0) : null
  for (let from = 0; next !== null; from += batch) {
    const items = await next
    next = from + batch < total ? ask(from + batch) : null
    yield { items, done: Math.min(from + batch, total) }
  }
}

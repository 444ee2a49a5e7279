import { type Legibility, leastBytes, legibilityOf } from './legibility.ts'

/** What is thought of a setting by what has come so far. */
export type Verdict = { readonly is: 'open' | 'nonsense' } | { readonly is: 'reads'; readonly as: Legibility }

export interface Trial {
  hear(bytes: Uint8Array): Verdict
  /** The line paused: what has come may be a whole paper. */
  pause(): Verdict
  heard(): number
  bytes(): Uint8Array
}

const surelyReads = 0.72
const surelyNonsense = 0.5
/** Enough to be sure of nonsense, so that the rest of the same paper serves the next setting. */
const enoughForNonsense = 120
const enoughToRead = 200
/** A whole paper may be as short as this. */
const enoughOfAPaper = 60
const most = 16 * 1024

/**
 * Judges one setting. A setting may begin to listen in the middle of a paper, and even of a letter: what reads
 * well from somewhere on is taken, so the first bytes are forgiven.
 */
export const createTrial = (): Trial => {
  let all = Buffer.alloc(0)
  const judge = (enough: number): Verdict => {
    if (all.length < leastBytes) return { is: 'open' }
    const as = best(all)
    if (as === null) return { is: 'open' }
    if (as.score >= surelyReads && all.length >= enough) return { is: 'reads', as }
    if (as.score <= surelyNonsense && all.length >= Math.min(enough, enoughForNonsense))
      return { is: 'nonsense' }
    return { is: 'open' }
  }
  return {
    hear(bytes) {
      if (all.length < most) all = Buffer.concat([all, bytes])
      return judge(enoughToRead)
    },
    pause: () => judge(enoughOfAPaper),
    heard: () => all.length,
    bytes: () => all,
  }
}

const best = (all: Uint8Array): Legibility | null => {
  const whole = legibilityOf(all)
  const later = legibilityOf(all.subarray(Math.min(16, all.length >> 3)))
  if (whole === null || later === null) return whole ?? later
  return later.score > whole.score ? later : whole
}

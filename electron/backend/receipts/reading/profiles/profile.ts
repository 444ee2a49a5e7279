import type { Line } from '../text/line.ts'
import type { Lexicon } from '../vocabulary/lexicon.ts'

/** A profile made ready: it only biases the generic reading, it never replaces it. */
export interface Profile {
  readonly name: string
  readonly matches: (lines: readonly Line[]) => boolean
  readonly lexicon: Lexicon
}

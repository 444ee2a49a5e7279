import { byteAt } from '../escpos/step.ts'
import type { Token } from '../escpos/token.ts'
import { isCut } from './effects.ts'

/** Where text goes: paper, the customer display, or both. */
export type Destination = 'paper' | 'display' | 'both'

/**
 * `ESC =` chooses (bit 0 printer, bit 1 display; ASCII digits have the same bits). `ESC @` does not turn back: the
 * display has an `ESC @` of its own. A cut can only be meant for the printer. A value that names neither is taken for the printer, so that noise does
 * not silence what follows.
 */
export const destinationAfter = (token: Token, now: Destination): Destination => {
  if (isCut(token)) return 'paper'
  if (token.type !== 'ESC =' || token.truncated) return now
  const n = byteAt(token.bytes, 2)
  if ((n & 1) !== 0) return (n & 2) !== 0 ? 'both' : 'paper'
  return (n & 2) !== 0 ? 'display' : 'paper'
}

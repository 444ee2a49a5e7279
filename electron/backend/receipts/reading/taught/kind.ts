import type { Kind } from '../kind/kind.ts'
import type { Signals } from '../kind/signals.ts'
import type { Taught } from '../profiles/profile.ts'
import { isCountable } from '../reading.ts'
import type { Line } from '../text/line.ts'
import { saysOneOf } from './words.ts'

/** The paper's signals with what the owner's own words for a cancellation say. */
export const taughtSignals = (signals: Signals, lines: readonly Line[], taught: Taught | null): Signals =>
  taught !== null && saysOneOf(lines, taught.cancelWords) ? { ...signals, refund: true } : signals

/**
 * What the owner has said about papers of this layout goes before what their words seem to say.
 * @param whole a list and a total were found where the owner has shown them.
 */
export const taughtKind = (found: Kind, taught: Taught | null, signals: Signals, whole: boolean): Kind => {
  if (taught === null) return found
  if (taught.notSale) return { kind: 'unknown', problem: 'not-a-sale' }
  if (!whole || isCountable(found.kind) || found.kind !== taught.despite) return found
  return { kind: signals.refund ? 'refund' : 'sale', problem: null }
}

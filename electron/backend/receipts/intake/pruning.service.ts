import type { Clock } from '../../platform/clock.ts'
import type { UnitOfWork } from '../../platform/db/statements.ts'
import { pruneBytes } from '../kept/paper.repo.ts'

/** How long the raw bytes of a paper are kept that needs no look any more. */
const keptMs = 90 * 24 * 60 * 60_000
/** In one unit of work, so that the counter's own come in between. */
const pieces = 200

/** Drops one piece of what is past its time. @returns whether there may be more. */
export const pruneOldBytes = (unit: UnitOfWork, clock: Clock): boolean =>
  unit.write((tx) => pruneBytes(tx, clock.now() - keptMs, pieces)) === pieces

import type { EpochMs } from '#shared/dates.ts'
import type { Paper } from '../paper/paper.ts'
import { withCopies } from './copies.ts'
import { allProfiles } from './profiles/all.ts'
import type { Profile } from './profiles/profile.ts'
import { readPaper } from './read-paper.ts'
import type { Reading } from './reading.ts'

export interface ReadOptions {
  /** When the bytes came; dates without a year take the nearest past of it. */
  readonly receivedAt: EpochMs
  /** Profiles that may bias the reading: those of the program by default, none with `[]`. */
  readonly profiles?: readonly Profile[]
}

/**
 * Reads papers of one batch (a file, a burst on the line): one reading per paper, in the same order.
 * Papers that only repeat or pay another of the batch carry its index in `copyOf`. Pure; never throws.
 */
export const readPapers = (papers: readonly Paper[], options: ReadOptions): Reading[] =>
  withCopies(papers.map((paper) => readPaper(paper, options.receivedAt, options.profiles ?? allProfiles)))

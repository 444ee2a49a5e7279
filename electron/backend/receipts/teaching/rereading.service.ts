import { setImmediate as breathe } from 'node:timers/promises'
import type { Clock } from '../../platform/clock.ts'
import type { Reader, UnitOfWork, Writer } from '../../platform/db/statements.ts'
import { isGone } from '../asking/answers.repo.ts'
import type { Arrival, Entered, Entering } from '../entering/entering.service.ts'
import { verdictOn } from '../entering/verdict.ts'
import { findPaper } from '../kept/paper.repo.ts'
import type { Profile } from '../reading/profiles/profile.ts'
import { receiptOfPaper } from './amend.repo.ts'
import type { Amending } from './amending.service.ts'
import { keptPapers } from './kept-papers.repo.ts'
import { groupsOf, type Reread, rereadGroup } from './reread.ts'

/** What became of one paper that is read otherwise now. */
export interface Outcome {
  readonly reread: Reread
  readonly change: 'new' | 'changed' | 'aside' | 'asked' | 'none'
  readonly entered: Entered | null
  /** The receipt that was put right. */
  readonly amendedId: number | null
}

export interface Rereading {
  /** All kept papers that this profile reads, oldest first, with their new reading; and how many were looked at. */
  read(
    profiles: readonly Profile[],
    name: string,
  ): Promise<{ readonly all: readonly Reread[]; readonly looked: number }>
  /** What `apply` would do, found out by doing it and taking it back. */
  tryOn(all: readonly Reread[]): Outcome[]
  /** Into the ledger, a few papers in each unit of work. @param told hears after each commit. */
  apply(all: readonly Reread[], told: (outcomes: readonly Outcome[]) => void): Promise<void>
}

export interface RereadingParts {
  readonly reader: Reader
  readonly unit: UnitOfWork
  readonly clock: Clock
  readonly entering: Entering
  readonly amending: Amending
}

const mostWaiting = 500
const mostRecent = 500
const pieces = 20

/** Thrown to undo a rehearsal. */
class Rehearsed extends Error {
  readonly outcomes: readonly Outcome[]
  constructor(outcomes: readonly Outcome[]) {
    super('A rehearsal is taken back')
    this.outcomes = outcomes
  }
}

export const createRereading = ({ reader, unit, clock, entering, amending }: RereadingParts): Rereading => {
  const settle = (tx: Writer, reread: Reread): Outcome => {
    const { kept, reading } = reread
    const none: Outcome = { reread, change: 'none', entered: null, amendedId: null }
    const now = findPaper(tx, kept.id)
    if (now === undefined || now.state === 'dismissed' || isGone(tx, kept.id)) return none
    const receipt = receiptOfPaper(tx, kept.id)
    if (receipt !== null) {
      const changed = amending.amend(tx, { kept: now, receipt, reading }, clock.now())
      return changed ? { ...none, change: 'changed', amendedId: receipt.id } : none
    }
    // What was put aside comes back only as something that counts.
    if (now.state === 'set-aside' && verdictOn(reading) !== 'count') return none
    const entered = entering.enterAgain(tx, now, arrivalOf(reread))
    if (entered.receiptId !== null) return { ...none, change: 'new', entered }
    if (entered.state === 'review') return { ...none, change: 'asked', entered }
    return { ...none, change: now.state === 'set-aside' ? 'none' : 'aside', entered }
  }

  return {
    async read(profiles, name) {
      const papers = keptPapers(reader, mostWaiting, mostRecent)
      const all: Reread[] = []
      for (const [index, group] of groupsOf(papers).entries()) {
        all.push(...rereadGroup(group, profiles).filter(({ reading }) => reading.profile === name))
        if (index % pieces === pieces - 1) await breathe()
      }
      return { all: all.sort((a, b) => a.kept.id - b.kept.id), looked: papers.length }
    },
    tryOn(all) {
      try {
        return unit.write((tx) => {
          throw new Rehearsed(all.map((reread) => settle(tx, reread)))
        })
      } catch (error) {
        if (error instanceof Rehearsed) return [...error.outcomes]
        throw error
      }
    },
    async apply(all, told) {
      for (let at = 0; at < all.length; at += pieces) {
        const piece = all.slice(at, at + pieces)
        told(unit.write((tx) => piece.map((reread) => settle(tx, reread))))
        await breathe()
      }
    },
  }
}

/** The kept paper on its way into the ledger; nobody at the counter takes it. */
export const arrivalOf = ({ kept, paper, reading }: Reread): Arrival => ({
  placed: {
    paper,
    bytes: kept.bytes,
    captureSeq: kept.capture_seq,
    fromByte: kept.from_byte,
    toByte: kept.to_byte,
    next: { seq: kept.capture_seq, offset: kept.to_byte },
  },
  reading,
  sourceId: kept.source_id,
  sourceName: kept.source_name,
  encoding: kept.encoding,
  receivedAt: kept.received_at,
  fromLine: false,
})

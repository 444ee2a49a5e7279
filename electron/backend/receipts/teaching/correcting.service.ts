import { DangolError } from '#shared/errors.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Reader, UnitOfWork, Writer } from '../../platform/db/statements.ts'
import type { Ids } from '../../platform/ids.ts'
import type { Entered, Entering } from '../entering/entering.service.ts'
import { type PaperRow, settlePaper } from '../kept/paper.repo.ts'
import type { Profile } from '../reading/profiles/profile.ts'
import { readPapers } from '../reading/read.ts'
import { receiptOfPaper } from './amend.repo.ts'
import { type Amending, amended } from './amending.service.ts'
import { correctionJson, type HandFields, readingByHand } from './by-hand.ts'
import { addCorrection } from './kept-papers.repo.ts'
import type { Reread } from './reread.ts'
import { arrivalOf } from './rereading.service.ts'

/** One paper put right by hand. */
export interface Correcting {
  /**
   * The paper counts as it was written down; what was read of it before is kept beside it. Throws
   * `teaching.cannot-correct` where a sale would turn into a refund or become another receipt.
   */
  correct(printed: Pick<Reread, 'kept' | 'paper'>, fields: HandFields): Corrected
}

export interface Corrected {
  /** Null where the same sale stands in the ledger already. */
  readonly receiptId: number | null
  /** Null where a receipt that was there has been put right. */
  readonly entered: Entered | null
}

export interface CorrectingParts {
  readonly reader: Reader
  readonly unit: UnitOfWork
  readonly ids: Ids
  readonly clock: Clock
  readonly entering: Entering
  readonly amending: Amending
  readonly profiles: () => readonly Profile[]
  /** Whoever has said who they are; null where the shop has no people with PINs. */
  readonly personId: () => number | null
}

export const createCorrecting = (parts: CorrectingParts): Correcting => {
  const { unit, ids, clock, entering, amending, profiles, personId } = parts
  /** An id only: names live where they can be destroyed. */
  const who = (): string => {
    const id = personId()
    return id === null ? 'owner' : `person-${id}`
  }

  const enter = (tx: Writer, kept: PaperRow, reread: Reread): Corrected => {
    const receipt = receiptOfPaper(tx, kept.id)
    if (receipt === null) {
      const entered = entering.enterAgain(tx, kept, arrivalOf(reread))
      return { receiptId: entered.receiptId, entered }
    }
    const amendment = { kept, receipt, reading: reread.reading }
    if (amended(tx, amendment) === null) throw new DangolError('teaching.cannot-correct')
    amending.amend(tx, amendment, clock.now())
    settlePaper(tx, kept.id)
    return { receiptId: receipt.id, entered: null }
  }

  return {
    correct({ kept, paper }, fields) {
      const [read] = readPapers([paper], { receivedAt: kept.received_at, profiles: profiles() })
      if (read === undefined) throw new DangolError('paper.gone')
      const reading = readingByHand(read, fields)
      return unit.write((tx) => {
        const at = clock.now()
        addCorrection(tx, {
          id: ids.next(at),
          paper_id: kept.id,
          who: who(),
          at,
          before_json: correctionJson(read),
          after_json: correctionJson(reading),
        })
        return enter(tx, kept, { kept, paper, reading })
      })
    },
  }
}

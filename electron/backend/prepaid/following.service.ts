import type { EpochMs } from '#shared/dates.ts'
import type { LoyaltyForerunner } from '../loyalty/follower.ts'
import { stillUsed } from '../loyalty/still-used.ts'
import type { Writer } from '../platform/db/statements.ts'
import { type ReceiptRecord, refundsOf, remainingOf } from '../receipts/facts.service.ts'
import { type Entry, entriesOfMerge, findEntry, takenBackOf, tiedTo } from './entries.repo.ts'
import { findHolding, holdingsOf } from './holdings.repo.ts'
import { sayLeftOut, termsOfEntry, tieLoose } from './ties.service.ts'
import { findStory, type Till } from './till.service.ts'

/** What sales, refunds, moves and merges do to prepaid, each before the points of the sale are given. */
export const createPrepaidFollowing = (till: Till): LoyaltyForerunner => {
  /** A sale that is given back as a whole takes what was sold with it along; one that stands again brings it back. */
  const settleSold = (tx: Writer, sale: ReceiptRecord, sold: Entry, gone: boolean, at: EpochMs): void => {
    const { story, holding } = findStory(tx, sold.holding_id)
    if (gone && story.open) till.void(tx, holding.id, sale.id, at)
    const closed = story.closedBy
    if (gone || closed?.kind !== 'void' || closed.receiptId !== sale.id) return
    const entry = findEntry(tx, closed.id)
    if (entry !== undefined) till.reopen(tx, entry, sale.id, at)
  }

  const settleUse = (
    tx: Writer,
    sale: ReceiptRecord,
    use: Entry,
    due: (used: number) => number,
    at: EpochMs,
  ) => {
    const used = 0 - use.paid - use.bonus
    const undone = takenBackOf(tx, use.id)
    const back = undone.paid + undone.bonus
    // Given back whole, it is over: what comes to the sale later does not use it again.
    if (back === used) return
    const move = used - due(used) - back
    if (move !== 0) till.useBack(tx, use, move, sale.id, at)
  }

  const settle = (tx: Writer, sale: ReceiptRecord, detached: boolean, at: EpochMs): void => {
    const entries = tiedTo(tx, sale.id)
    if (entries.length === 0) return
    const remaining = remainingOf(tx, sale.id)
    const refunded = refundsOf(tx, sale.id).length > 0
    for (const entry of entries) {
      if (entry.kind === 'sell') settleSold(tx, sale, entry, refunded && remaining <= 0, at)
      else {
        const { unit } = termsOfEntry(tx, entry)
        settleUse(
          tx,
          sale,
          entry,
          (used) => {
            if (detached) return 0
            if (unit === 'won') return stillUsed(used, sale.total, remaining, refunded)
            return refunded && remaining <= 0 ? 0 : used
          },
          at,
        )
      }
    }
    sayLeftOut(tx, sale, entries)
  }

  /** What was sold with a sale goes where the sale goes, as long as nobody has used any of it. */
  const bring = (tx: Writer, sale: ReceiptRecord, customerId: number, at: EpochMs): void => {
    for (const sold of tiedTo(tx, sale.id).filter(({ kind }) => kind === 'sell')) {
      const { holding, story } = findStory(tx, sold.holding_id)
      const untouched = story.open && story.usedPaid + story.usedBonus === 0
      if (holding.customer_id !== customerId && untouched)
        till.move(tx, holding, customerId, { receiptId: sale.id }, at)
    }
  }

  return {
    before(tx, sale, customerId, why, at) {
      if (why === 'attached') {
        bring(tx, sale, customerId, at)
        tieLoose(tx, sale, customerId, at)
      }
      settle(tx, sale, why === 'detached', at)
    },
    changedOfNobody(tx, sale, at) {
      settle(tx, sale, false, at)
    },
    merged(tx, from, into, mergeId, at) {
      for (const holding of holdingsOf(tx, from)) till.move(tx, holding, into, { mergeId }, at)
    },
    unmerged(tx, from, into, mergeId, at) {
      const moved = entriesOfMerge(tx, mergeId).filter((entry) => entry.customer_id === into)
      for (const id of new Set(moved.map((entry) => entry.holding_id))) {
        const holding = findHolding(tx, id)
        if (holding?.customer_id === into) till.move(tx, holding, from, { mergeId }, at)
      }
    },
  }
}

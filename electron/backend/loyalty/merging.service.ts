import type { EpochMs } from '#shared/dates.ts'
import type { Writer } from '../platform/db/statements.ts'
import type { Ids } from '../platform/ids.ts'
import { type Action, addAction, findAction, usedParts } from './actions.repo.ts'
import { dayByClock, reachedDay } from './day.service.ts'
import { type Fraction, inSteps, nothing, sumOf } from './fraction.ts'
import { findLot, openLots } from './lots.repo.ts'
import { byEnd } from './lots.ts'
import { addLotMove, addMerge, endMerge, findMerge, type MovedLot, movedLots } from './merging.repo.ts'
import { claimOf, type Doing, type Purse } from './purse.service.ts'
import { keepRest, restOf } from './worth.repo.ts'

/** Points of two entries of one person. Sales are moved by whoever merges. */
export interface Merging {
  /** Every lot with its own end, the claim and the part of a point become `kept`'s; nothing is lost, nothing re-dated. */
  merge(tx: Writer, gone: number, kept: number, mergeId: number, at: EpochMs): void
  /** What of it is still there goes back to where it was; without anything in between, exactly all. */
  unmerge(tx: Writer, gone: number, kept: number, mergeId: number, at: EpochMs): void
}

type Steps = ReturnType<typeof inSteps>
const settled = (lot: MovedLot): number => lot.points - (lot.given ?? 0)

export const createMerging = (ids: Ids, purse: Purse): Merging => {
  const begin = (tx: Writer, customerId: number, points: number, detail: string, at: EpochMs): Action => {
    const action: Action = {
      id: ids.next(at),
      kind: 'move',
      customer_id: customerId,
      sale_id: null,
      receipt_id: null,
      points,
      rule_id: null,
      undoes_id: null,
      detail,
      at,
      business_date: dayByClock(tx, at),
    }
    addAction(tx, action)
    return action
  }

  /** Another part of a point; one that comes to be whole, or is missing, goes with the same action. */
  const putRest = (tx: Writer, doing: Doing, customerId: number, { points, rest }: Steps): void => {
    keepRest(tx, customerId, rest)
    const day = doing.action.business_date
    if (points > 0) purse.give(tx, doing, customerId, points, { saleId: null, startsOn: day, endsOn: null })
    if (points < 0) purse.claimBack(tx, doing, customerId, -points, null)
  }

  return {
    merge(tx, gone, kept, mergeId, at) {
      const lots = openLots(tx, gone).sort(byEnd)
      const claim = claimOf(tx, gone)
      const points = lots.reduce((sum, lot) => sum + lot.remaining, 0) - claim
      const rest = restOf(tx, gone)
      const leaving = begin(tx, gone, -points, `into:${kept}`, at)
      const together = inSteps(sumOf(restOf(tx, kept), rest), 1)
      const arriving = begin(tx, kept, points + together.points, `from:${gone}`, at)
      const out: Doing = { action: leaving, receiptId: null, kind: 'move' }
      const into: Doing = { action: arriving, receiptId: null, kind: 'move' }
      addMerge(tx, {
        merge_id: mergeId,
        out_action_id: leaving.id,
        in_action_id: arriving.id,
        rest: rest.num,
        unit: rest.unit,
        undone_at: null,
      })
      // Whoever owes has nothing in lots, so only one of the two is anything.
      if (claim > 0) {
        purse.give(tx, out, gone, claim, { saleId: null, startsOn: out.action.business_date, endsOn: null })
        purse.claimBack(tx, into, kept, claim, null)
      }
      purse.takeParts(
        tx,
        out,
        lots.map((lot) => ({ lot, points: lot.remaining })),
      )
      for (const lot of lots) {
        const made = purse.give(tx, into, kept, lot.remaining, {
          saleId: lot.sale_id,
          startsOn: findLot(tx, lot.id)?.starts_on ?? into.action.business_date,
          endsOn: lot.ends_on,
        })
        if (made !== null) addLotMove(tx, { lot_id: made, from_lot_id: lot.id, merge_id: mergeId })
      }
      keepRest(tx, gone, nothing)
      putRest(tx, into, kept, together)
    },
    unmerge(tx, gone, kept, mergeId, at) {
      const merge = findMerge(tx, mergeId)
      if (merge === undefined || merge.undone_at !== null) return
      endMerge(tx, mergeId, at)
      const moved = movedLots(tx, merge)
      const back = moved.map((lot) => ({
        lot_id: lot.from_lot_id,
        customer_id: gone,
        points: (lot.remaining ?? 0) + settled(lot),
      }))
      const points = back.reduce((sum, part) => sum + part.points, 0)
      const claim = Math.max(0, findAction(tx, merge.out_action_id)?.points ?? 0)
      const rest: Fraction = { num: merge.rest, unit: merge.unit }
      const without = inSteps(sumOf(restOf(tx, kept), nothing, rest), 1)
      const own = inSteps(sumOf(restOf(tx, gone), rest), 1)
      const out: Doing = {
        action: begin(tx, kept, claim - points + without.points, `back:${gone}`, at),
        receiptId: null,
        kind: 'move',
      }
      const into: Doing = {
        action: begin(tx, gone, points - claim + own.points, `own:${kept}`, at),
        receiptId: null,
        kind: 'move',
      }
      const day = reachedDay(tx, at)
      if (claim > 0) {
        const left = purse.giveBack(tx, out, usedParts(tx, merge.in_action_id), claim, day)
        // Settled by a part of a point that became whole with the merge, and is taken out again below.
        if (left > 0) purse.give(tx, out, kept, left, { saleId: null, startsOn: day, endsOn: null })
        purse.claimBack(tx, into, gone, claim, null)
      }
      const open = openLots(tx, kept)
      const left = moved.flatMap((lot) => open.filter(({ id }) => id === lot.lot_id))
      purse.takeParts(
        tx,
        out,
        left.map((lot) => ({ lot, points: lot.remaining })),
      )
      const owed = moved.reduce((sum, lot) => sum + settled(lot), 0)
      if (owed > 0) purse.claimBack(tx, out, kept, owed, null)
      purse.giveBack(
        tx,
        into,
        back.filter((part) => part.points > 0),
        points,
        day,
      )
      putRest(tx, out, kept, without)
      putRest(tx, into, gone, own)
    },
  }
}

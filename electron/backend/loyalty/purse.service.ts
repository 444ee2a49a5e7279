import type { BusinessDate } from '#shared/dates.ts'
import type { Reader, Writer } from '../platform/db/statements.ts'
import type { Ids } from '../platform/ids.ts'
import type { Action, UsedPart } from './actions.repo.ts'
import { addEntry, entriesOf, type NewEntry } from './entries.repo.ts'
import { addLot, findLot, openLots, setRemaining } from './lots.repo.ts'
import { byEnd, graceDaysAfter, type Lot, type Part, takeFrom } from './lots.ts'

/** What entries are written for. Every movement of points is an entry of one lot, or of none: a claim. */
export interface Doing {
  /** Without an id where the receipt itself says why. */
  readonly action: Pick<Action, 'at' | 'business_date'> & { readonly id: number | null }
  readonly kind: NewEntry['kind']
  /** The receipt that the entry is shown with. */
  readonly receiptId: number | null
}

export interface LotDays {
  readonly saleId: number | null
  readonly startsOn: BusinessDate
  readonly endsOn: BusinessDate | null
}

/** The only place that moves points. It keeps three sums equal: entries, lots less claims, and each lot's remainder. */
export interface Purse {
  /** Settles what is owed first; what is left becomes a lot. @param points above nought. @returns the lot's id. */
  give(tx: Writer, doing: Doing, customerId: number, points: number, lot: LotDays): number | null
  /**
   * Takes from a customer's own lots, those of `saleId` first, then what ends first. What is not there is owed: a claim,
   * settled with the next points. @returns points owed by this.
   */
  claimBack(tx: Writer, doing: Doing, customerId: number, points: number, saleId: number | null): number
  /** Takes exactly these parts. */
  takeParts(tx: Writer, doing: Doing, parts: readonly Part[]): void
  /**
   * Gives back to the lots that points came from, the one that ends last first, until `points` are back. A lot that has
   * ended by `day` is not opened again: its points get one of their own with some days of grace.
   * @returns points that none of these lots is owed.
   */
  giveBack(tx: Writer, doing: Doing, used: readonly UsedPart[], points: number, day: BusinessDate): number
}

export const createPurse = (ids: Ids): Purse => {
  const write = (
    tx: Writer,
    doing: Doing,
    customerId: number,
    lotId: number | null,
    points: number,
  ): void => {
    const { action, kind, receiptId } = doing
    addEntry(tx, {
      id: ids.next(action.at),
      customer_id: customerId,
      receipt_id: receiptId,
      kind,
      points,
      at: action.at,
      business_date: action.business_date,
      action_id: action.id,
      lot_id: lotId,
    })
  }

  /** @returns what is left of the points after the claim. */
  const settleClaim = (tx: Writer, doing: Doing, customerId: number, points: number): number => {
    const settled = Math.min(claimOf(tx, customerId), points)
    if (settled > 0) write(tx, doing, customerId, null, settled)
    return points - settled
  }

  const newLot = (tx: Writer, doing: Doing, customerId: number, points: number, lot: LotDays): number => {
    const id = ids.next(doing.action.at)
    addLot(tx, {
      id,
      customer_id: customerId,
      sale_id: lot.saleId,
      given: points,
      remaining: points,
      starts_on: lot.startsOn,
      ends_on: lot.endsOn,
    })
    write(tx, doing, customerId, id, points)
    return id
  }

  const purse: Purse = {
    give(tx, doing, customerId, points, lot) {
      const left = settleClaim(tx, doing, customerId, points)
      return left > 0 ? newLot(tx, doing, customerId, left, lot) : null
    },
    claimBack(tx, doing, customerId, points, saleId) {
      const own = (lot: Lot): number => (saleId !== null && lot.sale_id === saleId ? 0 : 1)
      const lots = openLots(tx, customerId).sort((a, b) => own(a) - own(b) || byEnd(a, b))
      const { parts, missing } = takeFrom(lots, points)
      purse.takeParts(tx, doing, parts)
      if (missing > 0) write(tx, doing, customerId, null, -missing)
      return missing
    },
    takeParts(tx, doing, parts) {
      for (const { lot, points } of parts) {
        setRemaining(tx, lot.id, lot.remaining - points)
        write(tx, doing, lot.customer_id, lot.id, -points)
      }
    },
    giveBack(tx, doing, used, points, day) {
      const lots = used
        .map((part) => ({ ...part, lot: part.lot_id === null ? undefined : findLot(tx, part.lot_id) }))
        .sort((a, b) => (a.lot && b.lot ? byEnd(b.lot, a.lot) : a.lot ? 1 : -1))
      let due = points
      for (const part of lots) {
        const back = Math.min(part.points, due)
        if (back === 0) continue
        due -= back
        const left = settleClaim(tx, doing, part.customer_id, back)
        if (left === 0) continue
        const { lot } = part
        const ended = lot?.ends_on != null && lot.ends_on < day
        if (lot === undefined || ended || lot.customer_id !== part.customer_id) {
          newLot(tx, doing, part.customer_id, left, {
            saleId: null,
            startsOn: day,
            endsOn: ended ? graceDaysAfter(day) : (lot?.ends_on ?? null),
          })
        } else {
          setRemaining(tx, lot.id, lot.remaining + left)
          write(tx, doing, part.customer_id, lot.id, left)
        }
      }
      return due
    },
  }
  return purse
}

/** What a customer owes: points that were taken back when they had been used already. 0 or more. */
export const claimOf = (reader: Reader, customerId: number): number => {
  const inLots = openLots(reader, customerId).reduce((sum, lot) => sum + lot.remaining, 0)
  return Math.max(0, inLots - entriesOf(reader, customerId))
}

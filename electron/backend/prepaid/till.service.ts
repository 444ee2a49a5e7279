import type { BusinessDate, EpochMs } from '#shared/dates.ts'
import { DangolError } from '#shared/errors.ts'
import type { Working } from '#shared/prepaid/giving-back.ts'
import type { Won } from '#shared/won.ts'
import { dayByClock, reachedDay } from '../loyalty/day.service.ts'
import { graceDaysAfter } from '../loyalty/lots.ts'
import type { Reader, Writer } from '../platform/db/statements.ts'
import type { Ids } from '../platform/ids.ts'
import { addEntry, type Entry, entriesOf, findEntry, type Parts, takenBackOf } from './entries.repo.ts'
import { addHolding, findHolding, type Holding, setEnd, setOwner } from './holdings.repo.ts'
import { type Story, storyOf } from './story.ts'
import type { PrepaidTerms } from './terms.ts'
import { addWorking } from './workings.repo.ts'

export interface Selling {
  readonly terms: PrepaidTerms
  readonly customerId: number
  readonly kind: 'sell' | 'opening'
  readonly paid: number
  readonly bonus: number
  readonly money: Won
  readonly startsOn: BusinessDate
  readonly endsOn: BusinessDate | null
  readonly at: EpochMs
}

/**
 * The only place that moves prepaid amounts and passes, always inside somebody's unit of work. Every change is one more
 * entry; what is left is their sum. What was paid for is used before what came on top.
 */
export interface Till {
  sell(tx: Writer, selling: Selling): Entry
  /** Throws `prepaid.too-few`, `prepaid.ended`, `prepaid.closed`. @param count won or times. */
  use(tx: Writer, holdingId: number, customerId: number, count: number, at: EpochMs): Entry
  /**
   * Brings back so much of a use; below nought it goes out again, as far as it is there. What was given back or void
   * meanwhile is settled and stays as it is. @returns won or times that moved.
   */
  useBack(tx: Writer, use: Entry, count: number, receiptId: number | null, at: EpochMs): number
  /** Its day is over. */
  end(tx: Writer, holding: Holding, at: EpochMs): void
  /** Closes it: the working says how much money the guest was given. Throws `prepaid.closed`. */
  giveBack(tx: Writer, holdingId: number, lines: readonly Working[], at: EpochMs): Entry
  /** The sale of it is undone, or was given back as a whole. */
  void(tx: Writer, holdingId: number, receiptId: number | null, at: EpochMs): Entry
  /** Opens again what was given back, void or ended. */
  reopen(tx: Writer, closing: Entry, receiptId: number | null, at: EpochMs): Entry
  /** Later than it ends now; what has ended can be used again. Throws `prepaid.closed`, `prepaid.not-later`. */
  extend(tx: Writer, holdingId: number, endsOn: BusinessDate, at: EpochMs): Entry
  /** Somebody else's now: their sale, or their one entry of two. */
  move(
    tx: Writer,
    holding: Holding,
    to: number,
    by: { readonly receiptId?: number; readonly mergeId?: number },
    at: EpochMs,
  ): void
}

const opened = { 'give-back': 'keep', void: 'unvoid', end: 'revive' } as const

export const createTill = (ids: Ids): Till => {
  const note = (
    tx: Writer,
    entry: Pick<Entry, 'holding_id' | 'customer_id' | 'kind' | 'at'> & Partial<Entry>,
  ) => {
    const whole: Entry = {
      id: ids.next(entry.at),
      paid: 0,
      bonus: 0,
      money: 0,
      receipt_id: null,
      of_id: null,
      merge_id: null,
      business_date: dayByClock(tx, entry.at),
      ...entry,
    }
    addEntry(tx, whole)
    return whole
  }

  const close = (tx: Writer, holding: Holding, entry: Pick<Entry, 'kind' | 'at'> & Partial<Entry>): Entry =>
    note(tx, {
      holding_id: holding.id,
      customer_id: holding.customer_id,
      paid: 0 - holding.paid_left,
      bonus: 0 - holding.bonus_left,
      ...entry,
    })

  const revive = (tx: Writer, { story, holding }: Found, at: EpochMs): void => {
    const { customer_id, id: holding_id } = holding
    for (const of_id of story.ended) {
      const ended = findEntry(tx, of_id)
      if (ended === undefined) continue
      const back = { paid: 0 - ended.paid, bonus: 0 - ended.bonus }
      note(tx, { holding_id, customer_id, kind: 'revive', of_id, at, ...back })
    }
  }

  const endLater = (tx: Writer, holding: Holding, endsOn: BusinessDate, at: EpochMs): Entry => {
    setEnd(tx, holding.id, endsOn)
    return note(tx, { holding_id: holding.id, customer_id: holding.customer_id, kind: 'extend', at })
  }

  return {
    sell(tx, { terms, customerId, kind, startsOn, endsOn, at, ...what }) {
      const id = ids.next(at)
      addHolding(tx, {
        id,
        terms_id: terms.id,
        customer_id: customerId,
        starts_on: startsOn,
        ends_on: endsOn,
        at,
      })
      return note(tx, { holding_id: id, customer_id: customerId, kind, at, ...what })
    },
    use(tx, holdingId, customerId, count, at) {
      const { holding } = expectOpen(tx, holdingId)
      const left = holding.paid_left + holding.bonus_left
      if (holding.ends_on !== null && holding.ends_on < reachedDay(tx, at))
        throw new DangolError('prepaid.ended')
      if (count > left) throw new DangolError('prepaid.too-few', { left })
      const paid = Math.min(count, holding.paid_left)
      return note(tx, {
        holding_id: holdingId,
        customer_id: customerId,
        kind: 'use',
        paid: 0 - paid,
        bonus: paid - count,
        at,
      })
    },
    useBack(tx, use, count, receiptId, at) {
      const found = findStory(tx, use.holding_id)
      if (!found.story.open) return 0
      const parts =
        count > 0 ? comesBack(use, takenBackOf(tx, use.id), count) : goesOut(found.holding, -count)
      const moved = parts.paid + parts.bonus
      if (moved === 0) return 0
      const { ends_on: endsOn } = found.holding
      const day = reachedDay(tx, at)
      // What comes back after its last day can be used for a while; what had ended by then has ended.
      if (moved > 0 && endsOn !== null && endsOn < day) endLater(tx, found.holding, graceDaysAfter(day), at)
      note(tx, {
        holding_id: use.holding_id,
        customer_id: use.customer_id,
        kind: 'use-back',
        of_id: use.id,
        receipt_id: receiptId,
        at,
        ...parts,
      })
      return moved
    },
    end(tx, holding, at) {
      close(tx, holding, { kind: 'end', at })
    },
    giveBack(tx, holdingId, lines, at) {
      const { holding } = expectOpen(tx, holdingId)
      const money = 0 - lines.reduce((sum, line) => sum + line.won, 0)
      const entry = close(tx, holding, { kind: 'give-back', money: money === 0 ? 0 : money, at })
      addWorking(tx, entry.id, lines)
      return entry
    },
    void(tx, holdingId, receiptId, at) {
      const { holding, story } = expectOpen(tx, holdingId)
      return close(tx, holding, { kind: 'void', money: 0 - story.price, receipt_id: receiptId, at })
    },
    reopen: (tx, closing, receiptId, at) =>
      note(tx, {
        holding_id: closing.holding_id,
        customer_id: closing.customer_id,
        kind: opened[closing.kind === 'void' || closing.kind === 'end' ? closing.kind : 'give-back'],
        paid: 0 - closing.paid,
        bonus: 0 - closing.bonus,
        money: 0 - closing.money,
        of_id: closing.id,
        receipt_id: receiptId,
        at,
      }),
    extend(tx, holdingId, endsOn, at) {
      const found = expectOpen(tx, holdingId)
      const { ends_on: now } = found.holding
      if (now === null || endsOn <= now) throw new DangolError('prepaid.not-later')
      revive(tx, found, at)
      return endLater(tx, found.holding, endsOn, at)
    },
    move(tx, holding, to, { receiptId = null, mergeId = null }, at) {
      setOwner(tx, holding.id, to)
      const by = { receipt_id: receiptId, merge_id: mergeId }
      note(tx, { holding_id: holding.id, customer_id: to, kind: 'move', ...by, at })
    },
  }
}

interface Found {
  readonly holding: Holding
  readonly story: Story
}

/** Throws `prepaid.not-found`. */
export const findStory = (tx: Reader, holdingId: number): Found => {
  const holding = findHolding(tx, holdingId)
  if (holding === undefined) throw new DangolError('prepaid.not-found')
  return { holding, story: storyOf(entriesOf(tx, holdingId)) }
}

const expectOpen = (tx: Writer, holdingId: number): Found => {
  const found = findStory(tx, holdingId)
  if (!found.story.open) throw new DangolError('prepaid.closed')
  return found
}

/** What was used last comes back first: what came on top, then what was paid for. */
const comesBack = (use: Entry, undone: Parts, count: number): Parts => {
  const bonus = Math.min(count, 0 - use.bonus - undone.bonus)
  return { bonus, paid: Math.min(count - bonus, 0 - use.paid - undone.paid) }
}

const goesOut = (holding: Holding, count: number): Parts => {
  const paid = Math.min(count, holding.paid_left)
  return { paid: 0 - paid, bonus: 0 - Math.min(count - paid, holding.bonus_left) }
}

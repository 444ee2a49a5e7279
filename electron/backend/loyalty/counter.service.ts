import type { CallOutput } from '#shared/contract/index.ts'
import type { BusinessDate, EpochMs } from '#shared/dates.ts'
import { DangolError } from '#shared/errors.ts'
import { balanceOf, refreshFigures } from '../customers/figures.service.ts'
import type { Clock } from '../platform/clock.ts'
import type { Reader, UnitOfWork, Writer } from '../platform/db/statements.ts'
import type { Emit } from '../platform/emit.ts'
import { findReceipt, type ReceiptRecord, remainingOf } from '../receipts/facts.service.ts'
import { findAction } from './actions.repo.ts'
import type { Bonuses, HandBonus } from './bonuses.service.ts'
import { dayByClock } from './day.service.ts'
import type { TierOn } from './follower.ts'
import { inSteps, sumOf } from './fraction.ts'
import type { Granting } from './granting.service.ts'
import type { Loyalty } from './loyalty.service.ts'
import { nextEndOf, pointsOfReceipt, saleFacts } from './points.service.ts'
import { claimOf } from './purse.service.ts'
import { stepOf } from './rule.ts'
import type { Ruling } from './ruling.service.ts'
import type { Using } from './using.service.ts'
import { restOf } from './worth.repo.ts'
import { worthOf } from './worth.ts'

export interface PointsCounter {
  atCounter(customerId: number, receiptId: number | null): CallOutput<'points.atCounter'>
  /** See `Loyalty.spend`; throws `customer.not-found`, `receipt.not-attached` too. */
  use(customerId: number, points: number, receiptId: number | null, print: boolean): CallOutput<'points.use'>
  /** Throws `points.not-found`, `points.undo-too-late`, `points.undone-already`. */
  undo(actionId: number): CallOutput<'points.undo'>
  correct(customerId: number, points: number, reason: string): CallOutput<'points.correct'>
  giveBonus(customerId: number, kind: HandBonus, friendId: number | null): CallOutput<'points.giveBonus'>
}

export interface PointsCounterParts {
  readonly reader: Reader
  readonly unit: UnitOfWork
  readonly clock: Clock
  readonly emit: Emit
  readonly ruling: Ruling
  readonly using: Using
  readonly granting: Granting
  readonly bonuses: Bonuses
  readonly loyalty: Loyalty
  readonly tierOn: TierOn
  /** Won of a sale that is nobody's yet that would give this customer no points: what was used prepaid for it. */
  readonly leftOut: (reader: Reader, sale: ReceiptRecord, customerId: number, at: EpochMs) => number
  /** Refuses with `customer.not-found`. */
  readonly expectCustomer: (reader: Reader, customerId: number) => void
  /** The slip of a use, written in its unit of work; null where no printer can print. */
  readonly slip: (
    tx: Writer,
    use: { customerId: number; points: number; at: EpochMs },
  ) => CallOutput<'points.use'>['slip']
  /** Sends what was written to its printer. */
  readonly kick: () => void
}

/** What staff may undo at once, without a correction and its reason. */
const undoForMs = 60_000

export const createPointsCounter = (parts: PointsCounterParts): PointsCounter => {
  const { reader, unit, clock, emit, ruling, using, granting, bonuses, loyalty, tierOn } = parts

  const gives = (sale: ReceiptRecord, customerId: number): number => {
    if (sale.customer_id !== null) return pointsOfReceipt(reader, sale.id)
    const rule = ruling.on(reader, sale.business_date)
    const tierId = tierOn(reader, customerId, sale.business_date)
    const remaining = remainingOf(reader, sale.id) - parts.leftOut(reader, sale, customerId, clock.now())
    const worth = worthOf(rule, tierId, saleFacts(reader, rule, sale.id, remaining))
    return inSteps(sumOf(restOf(reader, customerId), worth), stepOf(rule, tierId)).points
  }

  const changed = (customerId: number): number => {
    emit('points.changed', { customerId })
    return balanceOf(reader, customerId)
  }

  return {
    atCounter(customerId, receiptId) {
      parts.expectCustomer(reader, customerId)
      const at = clock.now()
      const sale = receiptId === null ? undefined : findReceipt(reader, receiptId)
      const today: BusinessDate = dayByClock(reader, at)
      const usable = using.usable(reader, customerId, at)
      const rule = ruling.on(reader, today)
      return {
        gives: sale === undefined || sale.kind === 'refund' ? null : gives(sale, customerId),
        balance: balanceOf(reader, customerId),
        usable: usable.points,
        shared: usable.points - usable.own,
        least: usable.least,
        claim: claimOf(reader, customerId),
        nextEnd: nextEndOf(reader, customerId, today),
        bonuses: (['friend', 'survey', 'review'] as const).flatMap((kind) => {
          const points = rule.bonuses[kind]
          return points === undefined ? [] : [{ kind, points }]
        }),
      }
    },
    use(customerId, points, receiptId, print) {
      const done = unit.write((tx) => {
        parts.expectCustomer(tx, customerId)
        if (receiptId !== null && findReceipt(tx, receiptId)?.customer_id !== customerId)
          throw new DangolError('receipt.not-attached')
        const at = clock.now()
        const actionId = loyalty.spend(tx, customerId, points, receiptId, at)
        return { actionId, slip: print ? parts.slip(tx, { customerId, points, at }) : null }
      })
      parts.kick()
      return { ...done, balance: changed(customerId) }
    },
    undo(actionId) {
      const customerId = unit.write((tx) => {
        const action = findAction(tx, actionId)
        if (action === undefined || action.undoes_id !== null) throw new DangolError('points.not-found')
        const at = clock.now()
        if (Math.abs(at - action.at) > undoForMs) throw new DangolError('points.undo-too-late')
        if (action.kind === 'spend') {
          if (loyalty.takeBackSpend(tx, action, at) === 0) throw new DangolError('points.undone-already')
        } else if (action.kind === 'correction' || action.kind === 'bonus') {
          refreshFigures(tx, granting.takeBack(tx, action, at).customer_id)
        } else {
          throw new DangolError('points.not-found')
        }
        return action.customer_id
      })
      return { customerId, balance: changed(customerId) }
    },
    correct(customerId, points, reason) {
      const actionId = unit.write((tx) => {
        parts.expectCustomer(tx, customerId)
        return loyalty.correct(tx, customerId, points, reason, clock.now())
      })
      return { actionId, balance: changed(customerId) }
    },
    giveBonus(customerId, kind, friendId) {
      const actionId = unit.write((tx) => {
        parts.expectCustomer(tx, customerId)
        if (friendId !== null) parts.expectCustomer(tx, friendId)
        return bonuses.give(tx, customerId, kind, friendId, clock.now())
      })
      return { actionId, balance: changed(customerId) }
    },
  }
}

import type { EpochMs } from '#shared/dates.ts'
import type { Writer } from '../platform/db/statements.ts'
import type { Ids } from '../platform/ids.ts'
import { type ReceiptRecord, remainingOf } from '../receipts/facts.service.ts'
import { dayByClock, firstDay, reachedDay } from './day.service.ts'
import { earlyEarning } from './entries.repo.ts'
import type { TierOn } from './follower.ts'
import { equal, type Fraction, inSteps, nothing, sumOf } from './fraction.ts'
import { endAfter } from './lots.ts'
import { saleFacts } from './points.service.ts'
import type { Doing, Purse } from './purse.service.ts'
import { type Rule, stepOf } from './rule.ts'
import type { Ruling } from './ruling.service.ts'
import { addWorth, keepRest, restOf, worthStanding } from './worth.repo.ts'
import { worthOf } from './worth.ts'

/** Why a sale's worth is looked at again. */
export interface Occasion {
  readonly kind: 'attached' | 'detached' | 'refunded' | 'amended'
  /** The receipt that its points are shown with: the sale, or the refund. */
  readonly receiptId: number
  readonly at: EpochMs
}

export interface Earning {
  /**
   * Brings the points of a sale to what it is worth now, whatever happened before and in whatever order: the exact
   * worth is noted, the difference goes to the customer in whole points, the part of a point stays with them.
   * @returns points of the difference, 0 where nothing changes.
   */
  settle(tx: Writer, sale: ReceiptRecord, customerId: number, occasion: Occasion): number
}

export interface EarningParts {
  readonly ids: Ids
  readonly purse: Purse
  readonly ruling: Ruling
  readonly tierOn: TierOn
}

interface Standing {
  readonly rule: Rule
  readonly tierId: number
  readonly worth: Fraction
}

export const createEarning = ({ ids, purse, ruling, tierOn }: EarningParts): Earning => {
  /** By which rule the sale gives, and what it stands for until now. */
  const standingOf = (tx: Writer, sale: ReceiptRecord, customerId: number, fresh: boolean): Standing => {
    const early = earlyEarning(tx, sale.id)
    const kept = worthStanding(tx, sale.id)
    const worth: Fraction = kept === undefined ? nothing : { num: kept.worth, unit: kept.unit }
    if (early !== null) {
      const rule = earlyRule(ruling.byId(tx, firstRule), early.rateBp)
      return { rule, tierId: 0, worth: kept === undefined ? { num: early.points, unit: 1 } : worth }
    }
    if (kept !== undefined && !fresh)
      return { rule: ruling.byId(tx, kept.rule_id), tierId: kept.tier_id, worth }
    const { business_date: date } = sale
    return { rule: ruling.on(tx, date), tierId: tierOn(tx, customerId, date), worth }
  }

  const move = (
    tx: Writer,
    sale: ReceiptRecord,
    customerId: number,
    { kind, receiptId, at }: Occasion,
    rule: Rule,
    points: number,
  ): void => {
    const date = dayByClock(tx, at)
    // Its receipt is what such an entry is traced to.
    const doing: Doing = {
      action: { id: null, at, business_date: date },
      receiptId,
      kind: entryKind(kind, points),
    }
    if (points < 0) {
      purse.claimBack(tx, doing, customerId, -points, sale.id)
      return
    }
    const startsOn = firstDay(reachedDay(tx, at), date)
    const endsOn = endAfter(startsOn, rule.lifetimeMonths)
    purse.give(tx, doing, customerId, points, { saleId: sale.id, startsOn, endsOn })
  }

  return {
    settle(tx, sale, customerId, occasion) {
      const { rule, tierId, worth } = standingOf(tx, sale, customerId, occasion.kind === 'attached')
      const now = occasion.kind === 'detached' ? nothing : worthNow(tx, sale, rule, tierId)
      // By which rule it was attached is noted even where that gives nothing: a refund asks for it.
      if (equal(now, worth) && occasion.kind !== 'attached') return 0
      addWorth(tx, {
        id: ids.next(occasion.at),
        sale_id: sale.id,
        rule_id: rule.id,
        tier_id: tierId,
        worth: now.num,
        unit: now.unit,
      })
      const { points, rest } = inSteps(sumOf(restOf(tx, customerId), now, worth), stepOf(rule, tierId))
      keepRest(tx, customerId, rest)
      if (points !== 0) move(tx, sale, customerId, occasion, rule, points)
      return points
    },
  }
}

const worthNow = (tx: Writer, sale: ReceiptRecord, rule: Rule, tierId: number): Fraction =>
  worthOf(rule, tierId, saleFacts(tx, rule, sale.id, remainingOf(tx, sale.id)))

/** What a ledger has from the beginning of time. */
const firstRule = 1

/** Sales from before there were rules keep the rate of then, rounded down sale by sale. */
const earlyRule = (first: Rule, rateBp: number): Rule => ({
  ...first,
  way: 'percent',
  carries: false,
  lifetimeMonths: null,
  rates: [{ tierId: 0, method: '', points: rateBp, perWon: 10_000 }],
  excludedItems: [],
  excludedCategories: [],
})

const entryKind = (kind: Occasion['kind'], points: number): Doing['kind'] => {
  if (kind === 'amended') return 'correction'
  return points > 0 ? 'earn' : 'take-back'
}

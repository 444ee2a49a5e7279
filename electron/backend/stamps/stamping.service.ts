import type { EpochMs } from '#shared/dates.ts'
import type { CouponGiving } from '../coupons/giving.service.ts'
import { soldItemsOf } from '../coupons/sold.service.ts'
import type { LoyaltyFollower } from '../loyalty/follower.ts'
import type { Reader, Writer } from '../platform/db/statements.ts'
import type { Ids } from '../platform/ids.ts'
import { type ReceiptRecord, refundsOf, remainingOf } from '../receipts/facts.service.ts'
import { dayOf } from '../tiers/day.service.ts'
import { ruleOn, type SaleLeft, type StampRule, stampsFor } from './earning.ts'
import {
  addEntry,
  addReason,
  balanceOf,
  balancesOf,
  entriesOfMerge,
  fillingsOf,
  handReasons,
  readRules,
  type StampEntry,
  sinceOf,
  standingOf,
  takeReasonsBack,
} from './stamps.repo.ts'

/** Stamps of sales, and what full cards give; always inside somebody's unit of work. Every change is an entry. */
export interface Stamping extends LoyaltyFollower {
  /** By hand, with a reason. */
  correct(
    tx: Writer,
    change: { customerId: number; cardId: number; stamps: number; reason: string; at: EpochMs },
  ): void
  /**
   * Full cards become coupons; where more was taken back than lies on the card, a card that was full is no more, and
   * its coupon is withdrawn if nobody has used it. What then is missing stays as a claim against the next stamps.
   */
  settle(tx: Writer, customerId: number, at: EpochMs, receiptId?: number | null): void
}

export const createStamping = (ids: Ids, giving: CouponGiving): Stamping => {
  const note = (
    tx: Writer,
    entry: Pick<StampEntry, 'card_id' | 'customer_id' | 'kind' | 'stamps'> & Partial<StampEntry>,
    at: EpochMs,
  ): number => {
    const id = ids.next(at)
    addEntry(tx, {
      id,
      receipt_id: null,
      rule_id: null,
      coupon_id: null,
      of_id: null,
      merge_id: null,
      at,
      business_date: dayOf(tx, at),
      ...entry,
    })
    return id
  }

  const fill = (tx: Writer, customerId: number, rule: StampRule, at: EpochMs, receiptId: number | null) => {
    const { cardId: card_id, length, rewardKindId: kindId } = rule
    if (kindId === null) return
    for (let has = balanceOf(tx, customerId, card_id); has >= length; has -= length) {
      const cause = `stamp:${ids.next(at)}`
      const coupon = giving.give(tx, { kindId, customerId, cause, at })
      // Switched off, or no more of them: the stamps stay where they are.
      if (coupon === null) return
      const full = { card_id, customer_id: customerId, kind: 'fill', stamps: -length } as const
      note(tx, { ...full, coupon_id: coupon.id, rule_id: rule.id, receipt_id: receiptId }, at)
    }
  }

  const unfill = (tx: Writer, customerId: number, card_id: number, at: EpochMs, receiptId: number | null) => {
    let has = balanceOf(tx, customerId, card_id)
    for (const full of fillingsOf(tx, customerId, card_id)) {
      if (has >= 0) return
      if (!giving.withdraw(tx, full.coupon_id, at, receiptId)) continue
      const empty = { card_id, customer_id: customerId, kind: 'unfill', stamps: -full.stamps } as const
      note(
        tx,
        {
          ...empty,
          coupon_id: full.coupon_id,
          of_id: full.id,
          rule_id: full.rule_id,
          receipt_id: receiptId,
        },
        at,
      )
      has -= full.stamps
    }
  }

  const settle: Stamping['settle'] = (tx, customerId, at, receiptId = null) => {
    const rules = readRules(tx)
    const today = dayOf(tx, at)
    for (const card of balancesOf(tx, customerId).keys()) {
      unfill(tx, customerId, card, at, receiptId)
      const rule = ruleOn(ofCard(rules, card), today)
      if (rule !== null) fill(tx, customerId, rule, at, receiptId)
    }
  }

  /** What the sale is worth now, less what it has given: one entry a card. */
  const level = (tx: Writer, sale: ReceiptRecord, customerId: number, at: EpochMs, owned: boolean) => {
    const rules = readRules(tx)
    if (rules.length === 0) return
    const given = new Map(standingOf(tx, sale.id).map((row) => [row.card_id, row]))
    const left = owned ? leftOf(tx, sale) : null
    for (const card_id of new Set(rules.map((rule) => rule.cardId))) {
      const before = given.get(card_id)
      const first = rules.find((rule) => rule.id === before?.rule_id)
      // By the rule by which it has given once; a rule that came later is not for this sale.
      const rule = first ?? ruleOn(ofCard(rules, card_id), sale.business_date)
      const worth = rule === null || left === null ? 0 : stampsFor(rule, left)
      const stamps = worth - (before?.stamps ?? 0)
      if (stamps === 0) continue
      const kind = stamps > 0 ? 'earn' : 'take-back'
      const rule_id = rule?.id ?? null
      note(tx, { card_id, customer_id: customerId, kind, stamps, receipt_id: sale.id, rule_id }, at)
    }
    settle(tx, customerId, at, sale.id)
  }

  return {
    settle,
    attached: (tx, sale, customerId, at) => level(tx, sale, customerId, at, true),
    detached: (tx, sale, customerId, at) => level(tx, sale, customerId, at, false),
    changed: (tx, sale, customerId, at) => level(tx, sale, customerId, at, true),
    correct(tx, { customerId, cardId, stamps, reason, at }) {
      const id = note(tx, { card_id: cardId, customer_id: customerId, kind: 'correction', stamps }, at)
      if (reason !== '') addReason(tx, id, customerId, reason)
      settle(tx, customerId, at)
    },
    merged(tx, from, into, mergeId, at) {
      for (const [card_id, stamps] of balancesOf(tx, from)) {
        if (stamps === 0) continue
        const move = { card_id, kind: 'move', merge_id: mergeId } as const
        note(tx, { ...move, customer_id: from, stamps: -stamps }, at)
        note(tx, { ...move, customer_id: into, stamps }, at)
      }
      handReasons(tx, from, into)
      settle(tx, into, at)
    },
    unmerged(tx, from, into, mergeId, at) {
      for (const moved of entriesOfMerge(tx, mergeId)) {
        if (moved.customer_id !== into) continue
        const stamps =
          moved.stamps + sinceOf(tx, { mergeId, into, from, card: moved.card_id, afterId: moved.id })
        if (stamps === 0) continue
        const move = { card_id: moved.card_id, kind: 'move', merge_id: mergeId } as const
        note(tx, { ...move, customer_id: into, stamps: -stamps }, at)
        note(tx, { ...move, customer_id: from, stamps }, at)
      }
      takeReasonsBack(tx, from, into)
      settle(tx, into, at)
      settle(tx, from, at)
    },
  }
}

const ofCard = (rules: readonly StampRule[], card: number): StampRule[] =>
  rules.filter((rule) => rule.cardId === card)

/** A sale with what was given back of it. */
export const leftOf = (reader: Reader, sale: ReceiptRecord): SaleLeft => ({
  total: sale.total,
  remaining: remainingOf(reader, sale.id),
  items: soldItemsOf(reader, sale.id),
  back: refundsOf(reader, sale.id).flatMap((id) => soldItemsOf(reader, id)),
})

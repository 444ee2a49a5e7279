import type { BusinessDate, EpochMs } from '#shared/dates.ts'
import type { Won } from '#shared/won.ts'

interface Target {
  position: number
  product_id: number | null
  category_id: number | null
  word: string | null
}

interface TierTables {
  tier: { id: number; name: string; at: EpochMs }
  tier_plan: {
    id: number
    from_date: BusinessDate
    measure: 'spend' | 'visits'
    window_months: number | null
    grace_days: number
    at: EpochMs
  }
  tier_plan_level: { plan_id: number; tier_id: number; need: number }
  tier_set: {
    id: number
    customer_id: number
    tier_id: number | null
    from_date: BusinessDate
    until_date: BusinessDate | null
    merge_id: number | null
    at: EpochMs
  }
  tier_reason: { set_id: number; customer_id: number; reason: string }
  tier_entry: {
    id: number
    customer_id: number
    before_id: number | null
    tier_id: number | null
    cause: 'reached' | 'fell' | 'taken-back' | 'set' | 'ended' | 'plan' | 'moved'
    receipt_id: number | null
    counted: number
    at: EpochMs
    business_date: BusinessDate
  }
  customer_tier: {
    customer_id: number
    tier_id: number | null
    since: BusinessDate
    looked_on: BusinessDate
    next_on: BusinessDate | null
  }
  tier_sweep: { id: number; plan_id: number; after_customer_id: number; done: number }
}

interface CouponTables {
  coupon_secret: { id: number; secret: Uint8Array }
  coupon_kind: { id: number; active: number; at: EpochMs }
  coupon_terms: {
    id: number
    kind_id: number
    name: string
    benefit: 'amount' | 'percent' | 'item'
    value: number
    most: Won | null
    least_spend: Won
    weekdays: number
    from_minute: number
    to_minute: number
    valid_from: BusinessDate | null
    valid_to: BusinessDate | null
    valid_days: number | null
    per_person: number | null
    in_all: number | null
    personal: number
    occasion: 'hand' | 'birthday' | 'anniversary' | 'welcome' | 'come-back' | 'tier' | 'stamp'
    tier_id: number | null
    days_before: number
    absent_days: number | null
    at: EpochMs
  }
  coupon_target: Target & { terms_id: number }
  coupon: {
    id: number
    serial: number
    kind_id: number
    terms_id: number
    customer_id: number
    cause: string
    turn: number
    from_date: BusinessDate
    until_date: BusinessDate | null
    at: EpochMs
    business_date: BusinessDate
  }
  coupon_entry: {
    id: number
    coupon_id: number
    kind: 'use' | 'proof' | 'free' | 'withdraw' | 'move'
    turn: number
    receipt_id: number | null
    customer_id: number | null
    of_id: number | null
    merge_id: number | null
    worth: Won | null
    place: string
    at: EpochMs
    business_date: BusinessDate
  }
  coupon_day: { id: number; done_on: BusinessDate }
}

interface StampTables {
  stamp_card: { id: number; at: EpochMs }
  stamp_rule: {
    id: number
    card_id: number
    from_date: BusinessDate
    name: string
    basis: 'amount' | 'product' | 'off'
    per_won: Won | null
    length: number
    reward_kind_id: number | null
    at: EpochMs
  }
  stamp_target: Target & { rule_id: number }
  stamp_entry: {
    id: number
    card_id: number
    customer_id: number
    kind: 'earn' | 'take-back' | 'fill' | 'unfill' | 'correction' | 'move'
    stamps: number
    receipt_id: number | null
    rule_id: number | null
    coupon_id: number | null
    of_id: number | null
    merge_id: number | null
    at: EpochMs
    business_date: BusinessDate
  }
  stamp_reason: { entry_id: number; customer_id: number; reason: string }
}

/** Tiers, coupons and stamps (migrations 65 to 67). */
export interface RewardTables extends TierTables, CouponTables, StampTables {}

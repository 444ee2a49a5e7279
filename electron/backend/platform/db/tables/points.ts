import type { BusinessDate, EpochMs } from '#shared/dates.ts'
import type { Won } from '#shared/won.ts'

/** Points: rules from a day on, what was done, and the lots and entries that came of it. */
export interface PointsTables {
  points_rule: {
    id: number
    from_date: BusinessDate
    made_at: EpochMs
    way: 'percent' | 'amount'
    carries: number
    least_spend: number
    lifetime_months: number | null
    birthday_days: number
  }
  points_rule_rate: { rule_id: number; tier_id: number; method: string; points: number; per_won: Won }
  points_rule_excluded: { rule_id: number; what: 'item' | 'category'; value: string }
  points_rule_bonus: {
    rule_id: number
    kind: 'first-visit' | 'friend' | 'survey' | 'review' | 'birthday'
    points: number
  }
  points_rule_withdrawn: { rule_id: number; at: EpochMs }
  points_action: {
    id: number
    kind: 'spend' | 'bonus' | 'correction' | 'opening' | 'expire' | 'move' | 'leave'
    customer_id: number
    sale_id: number | null
    receipt_id: number | null
    points: number
    rule_id: number | null
    undoes_id: number | null
    detail: string
    at: EpochMs
    business_date: BusinessDate
  }
  points_worth: {
    sale_id: number
    id: number
    rule_id: number
    tier_id: number
    worth: number
    unit: number
  }
  points_rest: { customer_id: number; rest: number; unit: number }
  points_lot: {
    id: number
    customer_id: number
    sale_id: number | null
    given: number
    remaining: number
    starts_on: BusinessDate
    ends_on: BusinessDate | null
  }
  points_reason: { action_id: number; customer_id: number; text: string }
  points_spend_sale: { action_id: number; sale_id: number; at: EpochMs }
  points_lot_move: { lot_id: number; from_lot_id: number; merge_id: number }
  points_merge: {
    merge_id: number
    out_action_id: number
    in_action_id: number
    rest: number
    unit: number
    undone_at: EpochMs | null
  }
  points_open: { start_month: string; end_month: string; points: number; lots: number }
  points_clock: { id: number; day: BusinessDate; seen: BusinessDate }
  counter_reminder: { id: number; seconds: number }
  points_check: {
    id: number
    at: EpochMs
    business_date: BusinessDate
    customers: number
    entries: number
    balances: number
    lots: number
    claims: number
    differing: number
  }
  points_notice: {
    id: number
    customer_id: number
    ends_on: BusinessDate
    stage: 'two-months' | 'one-month' | 'three-days'
    at: EpochMs
  }
  points_entry: {
    id: number
    customer_id: number
    receipt_id: number | null
    kind:
      | 'earn'
      | 'take-back'
      | 'correction'
      | 'spend'
      | 'give-back'
      | 'bonus'
      | 'opening'
      | 'expire'
      | 'move'
      | 'leave'
    points: number
    reverses_id: number | null
    rate_bp: number | null
    at: EpochMs
    business_date: BusinessDate
    action_id: number | null
    lot_id: number | null
  }
}

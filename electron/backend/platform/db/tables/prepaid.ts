import type { BusinessDate, EpochMs } from '#shared/dates.ts'
import type { GivingBackLine } from '#shared/prepaid/giving-back.ts'
import type { Won } from '#shared/won.ts'

/** Prepaid amounts and passes: what is sold, what was sold, and what became of it. */
export interface PrepaidTables {
  prepaid_product: { id: number; at: EpochMs }
  prepaid_terms: {
    id: number
    product_id: number
    from_date: BusinessDate
    name: string
    sold: number
    unit: 'won' | 'times'
    price: Won
    paid: number
    bonus: number
    single_price: Won | null
    counted_at: 'normal' | 'contract'
    months: number | null
    penalty_percent: number
    earns: 'sale' | 'use' | 'never'
    at: EpochMs
  }
  prepaid_target: {
    terms_id: number
    position: number
    product_id: number | null
    category_id: number | null
    word: string | null
  }
  prepaid_holding: {
    id: number
    terms_id: number
    customer_id: number
    starts_on: BusinessDate
    ends_on: BusinessDate | null
    paid_left: number
    bonus_left: number
    at: EpochMs
  }
  prepaid_entry: {
    id: number
    holding_id: number
    customer_id: number
    kind:
      | 'sell'
      | 'opening'
      | 'use'
      | 'use-back'
      | 'end'
      | 'revive'
      | 'give-back'
      | 'keep'
      | 'void'
      | 'unvoid'
      | 'extend'
      | 'move'
    paid: number
    bonus: number
    money: Won
    receipt_id: number | null
    of_id: number | null
    merge_id: number | null
    at: EpochMs
    business_date: BusinessDate
  }
  prepaid_tie: { entry_id: number; sale_id: number; at: EpochMs }
  prepaid_reason: { entry_id: number; customer_id: number; text: string }
  prepaid_working: {
    entry_id: number
    position: number
    line: GivingBackLine
    won: Won
    count: number
    each: Won
  }
  prepaid_check: {
    id: number
    at: EpochMs
    business_date: BusinessDate
    holdings: number
    entries: number
    differing: number
  }
  prepaid_notice: {
    id: number
    holding_id: number
    ends_on: BusinessDate
    stage: 'two-months' | 'one-month' | 'three-days'
    at: EpochMs
  }
  points_left_out: { sale_id: number; won: Won }
}

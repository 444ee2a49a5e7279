import type { BusinessDate, EpochMs } from '#shared/dates.ts'

/** Groups of customers (migrations 55 and 56). */
export interface SegmentTables {
  customer_standing: {
    customer_id: number
    rhythm_days: number | null
    at_risk_from: BusinessDate
    lost_from: BusinessDate
    returned_on: BusinessDate | null
  }
  standing_due: { customer_id: number }
  segment: {
    id: number
    name: string
    rule: string
    created_at: EpochMs
    updated_at: EpochMs
    removed_at: EpochMs | null
  }
  segment_setting: { id: number; json: string }
  segment_limit: {
    business_date: BusinessDate
    figure: 'recency' | 'frequency' | 'money' | 'vip'
    place: number
    at_least: number
  }
  segment_membership: {
    segment_id: number
    customer_id: number
    from_date: BusinessDate
    to_date: BusinessDate | null
  }
  segment_day: {
    segment_id: number
    business_date: BusinessDate
    members: number
    entered: number
    left: number
  }
}

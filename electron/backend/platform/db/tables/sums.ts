import type { EpochMs } from '#shared/dates.ts'
import type { Won } from '#shared/won.ts'

/** Sums over receipts (`migrations/0050-sums.ts`). A period is 20261122 for a day, 202611 for a month. */
export interface SumTables {
  hour_sum: {
    period: number
    weekday: number
    hour: number
    sales: number
    refunds: number
    net: Won
  }
  period_sum: {
    period: number
    sales: number
    refunds: number
    net: Won
    guest_sales: number
    guest_refunds: number
    guest_net: Won
    visits: number
    newcomers: number
  }
  interval_sum: { period: number; days: number; visits: number }
  cohort_sum: { cohort: number; period: number; guests: number }
  customer_day: { day: number; customer_id: number; receipts: number; visit: number; net: Won }
  /** Packed: see `analytics/months/month-list.ts`. */
  customer_month: { month: number; guests: Uint8Array }
  product_sum: { period: number; product_id: number; lines: number; quantity: number; net: Won }
  product_hour_sum: {
    product_id: number
    period: number
    hour: number
    lines: number
    quantity: number
    net: Won
  }
  customer_product_sum: {
    product_id: number
    period: number
    customer_id: number
    lines: number
    quantity: number
    net: Won
  }
  sums_state: { id: number; counted: number; checked_at: EpochMs | null }
}

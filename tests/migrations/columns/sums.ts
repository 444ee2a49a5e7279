import type { SumTables } from '#backend/platform/db/tables/sums.ts'
import type { Columns } from './columns.ts'

const ofProduct = {
  period: 'INTEGER',
  product_id: 'INTEGER',
  lines: 'INTEGER',
  quantity: 'INTEGER',
  net: 'INTEGER',
} as const

export const sumColumns: Columns<SumTables> = {
  hour_sum: {
    period: 'INTEGER',
    weekday: 'INTEGER',
    hour: 'INTEGER',
    sales: 'INTEGER',
    refunds: 'INTEGER',
    net: 'INTEGER',
  },
  period_sum: {
    period: 'INTEGER',
    sales: 'INTEGER',
    refunds: 'INTEGER',
    net: 'INTEGER',
    guest_sales: 'INTEGER',
    guest_refunds: 'INTEGER',
    guest_net: 'INTEGER',
    visits: 'INTEGER',
    newcomers: 'INTEGER',
  },
  interval_sum: { period: 'INTEGER', days: 'INTEGER', visits: 'INTEGER' },
  cohort_sum: { cohort: 'INTEGER', period: 'INTEGER', guests: 'INTEGER' },
  customer_day: {
    day: 'INTEGER',
    customer_id: 'INTEGER',
    receipts: 'INTEGER',
    visit: 'INTEGER',
    net: 'INTEGER',
  },
  customer_month: { month: 'INTEGER', guests: 'BLOB' },
  product_sum: ofProduct,
  product_hour_sum: { ...ofProduct, hour: 'INTEGER' },
  customer_product_sum: { ...ofProduct, customer_id: 'INTEGER' },
  sums_state: { id: 'INTEGER', counted: 'INTEGER', checked_at: 'INTEGER NULL' },
}

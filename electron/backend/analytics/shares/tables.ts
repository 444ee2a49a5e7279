/** Each table of sums: what names a row, and what is added up in it. The first sums say when nothing is left. */
export const sumTables = {
  hour_sum: { keys: ['period', 'weekday', 'hour'], sums: ['sales', 'refunds', 'net'] },
  period_sum: {
    keys: ['period'],
    sums: ['sales', 'refunds', 'net', 'guest_sales', 'guest_refunds', 'guest_net', 'visits', 'newcomers'],
  },
  interval_sum: { keys: ['period', 'days'], sums: ['visits'] },
  cohort_sum: { keys: ['cohort', 'period'], sums: ['guests'] },
  customer_day: { keys: ['day', 'customer_id'], sums: ['receipts', 'visit', 'net'] },
  product_sum: { keys: ['period', 'product_id'], sums: ['lines', 'quantity', 'net'] },
  product_hour_sum: { keys: ['product_id', 'period', 'hour'], sums: ['lines', 'quantity', 'net'] },
  customer_product_sum: {
    keys: ['product_id', 'period', 'customer_id'],
    sums: ['lines', 'quantity', 'net'],
  },
} as const

export type SumTable = keyof typeof sumTables
export const sumTableNames = Object.keys(sumTables) as readonly SumTable[]
/** What is made of sums, and only repeats them. */
export const listTableNames = ['customer_month'] as const

/** Differences to be added to one table: each row is its keys, then its sums, in the order above. */
export type Differences = ReadonlyMap<SumTable, readonly (readonly number[])[]>

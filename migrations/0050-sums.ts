import type { Migration } from './migration.ts'

/**
 * Sums over receipts, kept in the unit of work of the receipt and rebuildable from receipts. A period is a number that
 * reads as a date: 20261122 is a day, 202611 the whole month; both are kept, so that ten years are read as months and
 * only the edges of a range as days. Every row counts what it is made of, and goes when nothing is left of it: what was
 * taken out again leaves no trace.
 */
export const sums: Migration = {
  id: 50,
  name: 'sums over receipts',
  up: [
    // Days and months; the weekday (0 is Sunday) is that of the business day, the hour that of the clock.
    `CREATE TABLE hour_sum (
      period INTEGER NOT NULL,
      weekday INTEGER NOT NULL,
      hour INTEGER NOT NULL,
      sales INTEGER NOT NULL,
      refunds INTEGER NOT NULL,
      net INTEGER NOT NULL,
      PRIMARY KEY (period, weekday, hour)
    ) STRICT, WITHOUT ROWID`,
    // Days and months: what was sold, what of it to customers, their visits, and how many were somebody's first.
    `CREATE TABLE period_sum (
      period INTEGER PRIMARY KEY,
      sales INTEGER NOT NULL,
      refunds INTEGER NOT NULL,
      net INTEGER NOT NULL,
      guest_sales INTEGER NOT NULL,
      guest_refunds INTEGER NOT NULL,
      guest_net INTEGER NOT NULL,
      visits INTEGER NOT NULL,
      newcomers INTEGER NOT NULL
    ) STRICT`,
    // Days from one visit to the next, by the month of the later one.
    `CREATE TABLE interval_sum (
      period INTEGER NOT NULL,
      days INTEGER NOT NULL,
      visits INTEGER NOT NULL,
      PRIMARY KEY (period, days)
    ) STRICT, WITHOUT ROWID`,
    // How many of those who first came in one month came in another.
    `CREATE TABLE cohort_sum (
      cohort INTEGER NOT NULL,
      period INTEGER NOT NULL,
      guests INTEGER NOT NULL,
      PRIMARY KEY (cohort, period)
    ) STRICT, WITHOUT ROWID`,
    // One row for each day on which a customer has a receipt; a visit where a sale of the day was not given back whole.
    `CREATE TABLE customer_day (
      day INTEGER NOT NULL,
      customer_id INTEGER NOT NULL,
      receipts INTEGER NOT NULL,
      visit INTEGER NOT NULL,
      net INTEGER NOT NULL,
      PRIMARY KEY (day, customer_id)
    ) STRICT, WITHOUT ROWID`,
    // Days and months. Products as they are spelt; which of them the shop shows as one is looked up when reading.
    // Quantities are thousandths, so that goods sold by measure add up exactly.
    `CREATE TABLE product_sum (
      period INTEGER NOT NULL,
      product_id INTEGER NOT NULL,
      lines INTEGER NOT NULL,
      quantity INTEGER NOT NULL,
      net INTEGER NOT NULL,
      PRIMARY KEY (period, product_id)
    ) STRICT, WITHOUT ROWID`,
    // Months.
    `CREATE TABLE product_hour_sum (
      product_id INTEGER NOT NULL,
      period INTEGER NOT NULL,
      hour INTEGER NOT NULL,
      lines INTEGER NOT NULL,
      quantity INTEGER NOT NULL,
      net INTEGER NOT NULL,
      PRIMARY KEY (product_id, period, hour)
    ) STRICT, WITHOUT ROWID`,
    // Months: what customers buy.
    `CREATE TABLE customer_product_sum (
      product_id INTEGER NOT NULL,
      period INTEGER NOT NULL,
      customer_id INTEGER NOT NULL,
      lines INTEGER NOT NULL,
      quantity INTEGER NOT NULL,
      net INTEGER NOT NULL,
      PRIMARY KEY (product_id, period, customer_id)
    ) STRICT, WITHOUT ROWID`,
    // Whether the sums hold everything: a ledger that had receipts before them is counted once in the background.
    `CREATE TABLE sums_state (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      counted INTEGER NOT NULL CHECK (counted IN (0, 1)),
      checked_at INTEGER
    ) STRICT`,
    'INSERT INTO sums_state (id, counted) SELECT 1, NOT EXISTS (SELECT 1 FROM receipt)',
  ],
}

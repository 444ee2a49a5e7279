import type { Migration } from './migration.ts'

export const whatReceiptsSay: Migration = {
  id: 31,
  name: 'what the receipts say',
  up: [
    // A customer's habits, beside the figures and kept with them in the receipt's own unit of work. Never written by
    // hand; a missing row means: to be counted from the receipts.
    `CREATE TABLE customer_habit (
      customer_id INTEGER PRIMARY KEY REFERENCES customer (id) ON DELETE CASCADE,
      -- 0 = Sunday, by business day, and 0 to 23; null under three visits or where no day or hour stands out.
      weekday INTEGER CHECK (weekday BETWEEN 0 AND 6),
      hour INTEGER CHECK (hour BETWEEN 0 AND 23),
      -- Days between visits: median and quartiles; null under three visits.
      rhythm_days REAL,
      rhythm_low REAL,
      rhythm_high REAL,
      -- Business days between which the next visit is likely.
      next_from TEXT,
      next_to TEXT,
      -- JSON: [{"name": …, "times": pieces}], the most usual first, at most three.
      usual TEXT NOT NULL DEFAULT '[]'
    ) STRICT`,
    'CREATE INDEX customer_habit_by_next ON customer_habit (next_to) WHERE next_to IS NOT NULL',
  ],
}

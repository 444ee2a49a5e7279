import type { Migration } from './migration.ts'

/** What goes with prepaid: daily checks, who was told, and what of a sale gives no points. */
export const prepaidKeeping: Migration = {
  id: 86,
  name: 'checks and notices of prepaid',
  up: [
    // What is left as it is kept against the sum of entries, every day.
    `CREATE TABLE prepaid_check (
      id INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      business_date TEXT NOT NULL,
      holdings INTEGER NOT NULL,
      entries INTEGER NOT NULL,
      -- Holdings of which the two do not agree.
      differing INTEGER NOT NULL
    ) STRICT`,
    // Who was told that theirs ends, and of which end.
    `CREATE TABLE prepaid_notice (
      id INTEGER PRIMARY KEY,
      holding_id INTEGER NOT NULL REFERENCES prepaid_holding (id),
      ends_on TEXT NOT NULL,
      stage TEXT NOT NULL CHECK (stage IN ('two-months', 'one-month', 'three-days')),
      at INTEGER NOT NULL,
      UNIQUE (holding_id, ends_on, stage)
    ) STRICT`,
    // Won of a sale that give no points: a prepaid's price, or what was paid with one.
    `CREATE TABLE points_left_out (
      sale_id INTEGER PRIMARY KEY REFERENCES receipt (id),
      won INTEGER NOT NULL CHECK (won >= 0)
    ) STRICT`,
  ],
}

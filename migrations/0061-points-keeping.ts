import type { Migration } from './migration.ts'

/** What goes with points: reasons, the sales that spends belong to, the trusted day, daily checks, who was told. */
export const pointsKeeping: Migration = {
  id: 61,
  name: 'reasons, checks and notices of points',
  up: [
    // A reason may speak of a person, so destruction can take it, and the action stays.
    `CREATE TABLE points_reason (
      action_id INTEGER PRIMARY KEY REFERENCES points_action (id),
      customer_id INTEGER NOT NULL,
      text TEXT NOT NULL
    ) STRICT`,
    'CREATE INDEX points_reason_by_customer ON points_reason (customer_id)',
    // Points are often used before the receipt comes; it is joined to them then.
    `CREATE TABLE points_spend_sale (
      action_id INTEGER PRIMARY KEY REFERENCES points_action (id),
      sale_id INTEGER NOT NULL REFERENCES receipt (id),
      at INTEGER NOT NULL
    ) STRICT`,
    'CREATE INDEX points_spend_sale_by_sale ON points_spend_sale (sale_id)',
    `CREATE TRIGGER points_spend_sale_never_updated BEFORE UPDATE ON points_spend_sale
      BEGIN SELECT RAISE(ABORT, 'spends keep their sale'); END`,
    `CREATE TRIGGER points_spend_sale_never_deleted BEFORE DELETE ON points_spend_sale
      BEGIN SELECT RAISE(ABORT, 'spends keep their sale'); END`,
    // Which lot became which when two entries of one person were joined, and the part of a point that went along.
    `CREATE TABLE points_lot_move (
      lot_id INTEGER PRIMARY KEY REFERENCES points_lot (id),
      from_lot_id INTEGER NOT NULL REFERENCES points_lot (id),
      merge_id INTEGER NOT NULL
    ) STRICT`,
    'CREATE INDEX points_lot_move_by_merge ON points_lot_move (merge_id)',
    `CREATE TABLE points_merge (
      merge_id INTEGER PRIMARY KEY,
      out_action_id INTEGER NOT NULL REFERENCES points_action (id),
      in_action_id INTEGER NOT NULL REFERENCES points_action (id),
      rest INTEGER NOT NULL,
      unit INTEGER NOT NULL,
      undone_at INTEGER
    ) STRICT`,
    // The day up to which lots may have ended, and the PC's day when it was last asked.
    `CREATE TABLE points_clock (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      day TEXT NOT NULL,
      seen TEXT NOT NULL
    ) STRICT`,
    // Balances against entries against lots, every day.
    `CREATE TABLE points_check (
      id INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      business_date TEXT NOT NULL,
      customers INTEGER NOT NULL,
      entries INTEGER NOT NULL,
      balances INTEGER NOT NULL,
      lots INTEGER NOT NULL,
      claims INTEGER NOT NULL,
      -- Customers of whom the three do not agree.
      differing INTEGER NOT NULL
    ) STRICT`,
    // When the counter reminds that nobody was asked for a number; without a row after 20 seconds, 0 for never.
    `CREATE TABLE counter_reminder (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      seconds INTEGER NOT NULL CHECK (seconds BETWEEN 0 AND 300)
    ) STRICT`,
    // Who was told of points that end, and of which end.
    `CREATE TABLE points_notice (
      id INTEGER PRIMARY KEY,
      customer_id INTEGER NOT NULL,
      ends_on TEXT NOT NULL,
      stage TEXT NOT NULL CHECK (stage IN ('two-months', 'one-month', 'three-days')),
      at INTEGER NOT NULL,
      UNIQUE (customer_id, ends_on, stage)
    ) STRICT`,
  ],
}

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
    // Open points by the months of their beginning and end: a sum of lots, kept by the lots themselves, so that the
    // book of what is owed reads a few rows of them instead of hundreds of thousands of lots.
    `CREATE TABLE points_open (
      start_month TEXT NOT NULL,
      -- '' for those that do not end.
      end_month TEXT NOT NULL,
      points INTEGER NOT NULL,
      lots INTEGER NOT NULL,
      PRIMARY KEY (start_month, end_month)
    ) STRICT, WITHOUT ROWID`,
    `INSERT INTO points_open (start_month, end_month, points, lots)
      SELECT substr(starts_on, 1, 7), coalesce(substr(ends_on, 1, 7), ''), sum(remaining), count(*)
      FROM points_lot WHERE remaining > 0 GROUP BY 1, 2`,
    `CREATE TRIGGER points_open_given AFTER INSERT ON points_lot BEGIN
      INSERT INTO points_open (start_month, end_month, points, lots)
        VALUES (substr(new.starts_on, 1, 7), coalesce(substr(new.ends_on, 1, 7), ''), new.remaining, new.remaining > 0)
        ON CONFLICT (start_month, end_month) DO UPDATE SET
          points = points + excluded.points, lots = lots + excluded.lots;
    END`,
    `CREATE TRIGGER points_open_changed AFTER UPDATE OF remaining ON points_lot BEGIN
      UPDATE points_open SET points = points + new.remaining - old.remaining,
          lots = lots + (new.remaining > 0) - (old.remaining > 0)
        WHERE start_month = substr(new.starts_on, 1, 7) AND end_month = coalesce(substr(new.ends_on, 1, 7), '');
    END`,
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

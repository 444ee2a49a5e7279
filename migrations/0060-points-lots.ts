import type { Migration } from './migration.ts'

/** What an append-only table says to whoever would change it. */
const appendOnly = (table: string, what: string): string[] => [
  `CREATE TRIGGER ${table}_never_updated BEFORE UPDATE ON ${table}
    BEGIN SELECT RAISE(ABORT, '${what} are never updated'); END`,
  `CREATE TRIGGER ${table}_never_deleted BEFORE DELETE ON ${table}
    BEGIN SELECT RAISE(ABORT, '${what} are never deleted'); END`,
]

/** Points as lots with an end each, and the rules by which they are given, each from a day on. */
export const pointsLots: Migration = {
  id: 60,
  name: 'points in lots, rules from a day on',
  up: [
    // The rule of a day is the one with the latest `from_date` up to it, and of those the latest made.
    `CREATE TABLE points_rule (
      id INTEGER PRIMARY KEY,
      from_date TEXT NOT NULL,
      made_at INTEGER NOT NULL,
      -- percent: every point counts; amount: points come in steps, as many as 'points' a step.
      way TEXT NOT NULL CHECK (way IN ('percent', 'amount')),
      carries INTEGER NOT NULL CHECK (carries IN (0, 1)),
      least_spend INTEGER NOT NULL CHECK (least_spend >= 0),
      -- Null: points do not end.
      lifetime_months INTEGER CHECK (lifetime_months BETWEEN 1 AND 120),
      birthday_days INTEGER NOT NULL CHECK (birthday_days BETWEEN 0 AND 31)
    ) STRICT`,
    ...appendOnly('points_rule', 'rules'),
    // tier 0: whoever has none of the tiers named here; method '': any way of paying that is not named here.
    `CREATE TABLE points_rule_rate (
      rule_id INTEGER NOT NULL REFERENCES points_rule (id),
      tier_id INTEGER NOT NULL,
      method TEXT NOT NULL,
      points INTEGER NOT NULL CHECK (points >= 0),
      per_won INTEGER NOT NULL CHECK (per_won > 0),
      PRIMARY KEY (rule_id, tier_id, method)
    ) STRICT, WITHOUT ROWID`,
    ...appendOnly('points_rule_rate', 'rules'),
    `CREATE TABLE points_rule_excluded (
      rule_id INTEGER NOT NULL REFERENCES points_rule (id),
      what TEXT NOT NULL CHECK (what IN ('item', 'category')),
      value TEXT NOT NULL,
      PRIMARY KEY (rule_id, what, value)
    ) STRICT, WITHOUT ROWID`,
    ...appendOnly('points_rule_excluded', 'rules'),
    `CREATE TABLE points_rule_bonus (
      rule_id INTEGER NOT NULL REFERENCES points_rule (id),
      kind TEXT NOT NULL CHECK (kind IN ('first-visit', 'friend', 'survey', 'review', 'birthday')),
      points INTEGER NOT NULL CHECK (points > 0),
      PRIMARY KEY (rule_id, kind)
    ) STRICT, WITHOUT ROWID`,
    ...appendOnly('points_rule_bonus', 'rules'),
    // A rule that has not begun to hold can be taken back; it stays readable.
    `CREATE TABLE points_rule_withdrawn (
      rule_id INTEGER PRIMARY KEY REFERENCES points_rule (id),
      at INTEGER NOT NULL
    ) STRICT`,
    ...appendOnly('points_rule_withdrawn', 'rules'),
    // What the shop said until now: so many percent, rounded down, without an end.
    `INSERT INTO points_rule (id, from_date, made_at, way, carries, least_spend, lifetime_months, birthday_days)
      SELECT 1, '0001-01-01', 0, 'percent', 0, 0, NULL, 7 FROM shop`,
    `INSERT INTO points_rule_rate (rule_id, tier_id, method, points, per_won)
      SELECT 1, 0, '', points_rate_bp, 10000 FROM shop`,

    // What was done, and why: each entry belongs to one, or else to the receipt that it was given for.
    `CREATE TABLE points_action (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('spend', 'bonus', 'correction', 'opening', 'expire', 'move', 'leave')),
      -- Who did it or for whom; the entries say whose points they are (a household shares).
      customer_id INTEGER NOT NULL,
      -- The sale that points were given for or used with, and the refund that set this off.
      sale_id INTEGER REFERENCES receipt (id),
      receipt_id INTEGER REFERENCES receipt (id),
      points INTEGER NOT NULL,
      rule_id INTEGER REFERENCES points_rule (id),
      -- The spend that this gives back, whole or in part; the bonus that it takes back.
      undoes_id INTEGER REFERENCES points_action (id),
      -- Which bonus; whose points were moved.
      detail TEXT NOT NULL,
      at INTEGER NOT NULL,
      business_date TEXT NOT NULL
    ) STRICT`,
    'CREATE INDEX points_action_by_customer ON points_action (customer_id, id)',
    'CREATE INDEX points_action_by_sale ON points_action (sale_id) WHERE sale_id IS NOT NULL',
    'CREATE INDEX points_action_by_undone ON points_action (undoes_id) WHERE undoes_id IS NOT NULL',
    ...appendOnly('points_action', 'points actions'),
    // What a sale is worth to its customer now, exactly, in points as a fraction; the latest of a sale counts.
    `CREATE TABLE points_worth (
      sale_id INTEGER NOT NULL REFERENCES receipt (id),
      id INTEGER NOT NULL,
      rule_id INTEGER NOT NULL REFERENCES points_rule (id),
      tier_id INTEGER NOT NULL,
      worth INTEGER NOT NULL CHECK (worth >= 0),
      unit INTEGER NOT NULL CHECK (unit > 0),
      PRIMARY KEY (sale_id, id)
    ) STRICT, WITHOUT ROWID`,
    ...appendOnly('points_worth', 'worths'),
    // What is left under the next point, carried to the next sale. A sum, kept; counted again from worths and entries.
    `CREATE TABLE points_rest (
      customer_id INTEGER PRIMARY KEY,
      rest INTEGER NOT NULL,
      unit INTEGER NOT NULL CHECK (unit > 0)
    ) STRICT`,
    // Only what remains of a lot changes: whose it is and when it ends are said once.
    `CREATE TABLE points_lot (
      id INTEGER PRIMARY KEY,
      customer_id INTEGER NOT NULL,
      sale_id INTEGER REFERENCES receipt (id),
      given INTEGER NOT NULL CHECK (given > 0),
      remaining INTEGER NOT NULL CHECK (remaining BETWEEN 0 AND given),
      starts_on TEXT NOT NULL,
      -- The last day on which they can be used.
      ends_on TEXT
    ) STRICT`,
    'CREATE INDEX points_lot_open ON points_lot (customer_id, ends_on, id, remaining) WHERE remaining > 0',
    `CREATE INDEX points_lot_ending ON points_lot (ends_on, customer_id, remaining)
      WHERE remaining > 0 AND ends_on IS NOT NULL`,
    `CREATE TRIGGER points_lot_never_dated_anew
      BEFORE UPDATE OF id, customer_id, sale_id, given, starts_on, ends_on ON points_lot
      BEGIN SELECT RAISE(ABORT, 'lots are never dated anew'); END`,
    `CREATE TRIGGER points_lot_never_deleted BEFORE DELETE ON points_lot
      BEGIN SELECT RAISE(ABORT, 'lots are never deleted'); END`,

    // Entries as they were, each of one lot; without a lot it is a claim: what was taken back and is not there.
    `CREATE TABLE points_entry_next (
      id INTEGER PRIMARY KEY,
      customer_id INTEGER NOT NULL,
      receipt_id INTEGER REFERENCES receipt (id),
      kind TEXT NOT NULL CHECK (kind IN ('earn', 'take-back', 'correction', 'spend', 'give-back', 'bonus', 'opening',
        'expire', 'move', 'leave')),
      points INTEGER NOT NULL,
      reverses_id INTEGER REFERENCES points_entry_next (id),
      rate_bp INTEGER,
      at INTEGER NOT NULL,
      business_date TEXT NOT NULL,
      action_id INTEGER REFERENCES points_action (id),
      lot_id INTEGER REFERENCES points_lot (id)
    ) STRICT`,
    `INSERT INTO points_lot (id, customer_id, sale_id, given, remaining, starts_on, ends_on)
      SELECT max(id), customer_id, NULL, sum(points), sum(points), max(business_date), NULL
      FROM points_entry GROUP BY customer_id HAVING sum(points) > 0`,
    `INSERT INTO points_entry_next (id, customer_id, receipt_id, kind, points, reverses_id, rate_bp, at,
        business_date, action_id, lot_id)
      SELECT e.id, e.customer_id, e.receipt_id, e.kind, e.points, e.reverses_id, e.rate_bp, e.at, e.business_date, NULL,
        (SELECT l.id FROM points_lot AS l WHERE l.customer_id = e.customer_id AND l.remaining > 0)
      FROM points_entry AS e ORDER BY e.id`,
    'DROP TABLE points_entry',
    'ALTER TABLE points_entry_next RENAME TO points_entry',
    'CREATE INDEX points_by_customer ON points_entry (customer_id, id, points)',
    'CREATE INDEX points_by_receipt ON points_entry (receipt_id) WHERE receipt_id IS NOT NULL',
    'CREATE INDEX points_by_action ON points_entry (action_id) WHERE action_id IS NOT NULL',
    'CREATE UNIQUE INDEX points_reversed_once ON points_entry (reverses_id) WHERE reverses_id IS NOT NULL',
    ...appendOnly('points_entry', 'points entries'),
  ],
}

import type { Migration } from './migration.ts'

export const tiers: Migration = {
  id: 65,
  name: 'tiers',
  up: [
    `CREATE TABLE tier (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      at INTEGER NOT NULL
    ) STRICT`,
    // What it takes from a date on. The latest row of the latest date that has come is in force; old ones stay to read.
    `CREATE TABLE tier_plan (
      id INTEGER PRIMARY KEY,
      from_date TEXT NOT NULL,
      measure TEXT NOT NULL CHECK (measure IN ('spend', 'visits')),
      -- Null: everything that somebody ever bought.
      window_months INTEGER CHECK (window_months BETWEEN 1 AND 120),
      -- Days for which a tier is kept after the last day on which its condition was met.
      grace_days INTEGER NOT NULL CHECK (grace_days BETWEEN 0 AND 366),
      at INTEGER NOT NULL
    ) STRICT`,
    `CREATE TABLE tier_plan_level (
      plan_id INTEGER NOT NULL REFERENCES tier_plan (id),
      tier_id INTEGER NOT NULL REFERENCES tier (id),
      need INTEGER NOT NULL CHECK (need > 0),
      PRIMARY KEY (plan_id, tier_id)
    ) STRICT, WITHOUT ROWID`,
    // Set by hand: the customer's latest row counts; without a tier it ends what was set before.
    `CREATE TABLE tier_set (
      id INTEGER PRIMARY KEY,
      customer_id INTEGER NOT NULL,
      tier_id INTEGER REFERENCES tier (id),
      from_date TEXT NOT NULL,
      -- The last day of it; null for no end.
      until_date TEXT,
      -- Taken over from the other entry of the same person.
      merge_id INTEGER,
      at INTEGER NOT NULL
    ) STRICT`,
    'CREATE INDEX tier_set_by_customer ON tier_set (customer_id, id)',
    // Why: words about a person, gone with the person.
    `CREATE TABLE tier_reason (
      set_id INTEGER PRIMARY KEY REFERENCES tier_set (id),
      customer_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
      reason TEXT NOT NULL
    ) STRICT`,
    'CREATE INDEX tier_reason_by_customer ON tier_reason (customer_id)',
    `CREATE TABLE tier_entry (
      id INTEGER PRIMARY KEY,
      customer_id INTEGER NOT NULL,
      before_id INTEGER REFERENCES tier (id),
      tier_id INTEGER REFERENCES tier (id),
      cause TEXT NOT NULL CHECK (cause IN ('reached', 'fell', 'taken-back', 'set', 'ended', 'plan', 'moved')),
      receipt_id INTEGER REFERENCES receipt (id),
      -- Won or visits that counted on that day.
      counted INTEGER NOT NULL,
      at INTEGER NOT NULL,
      business_date TEXT NOT NULL
    ) STRICT`,
    'CREATE INDEX tier_entry_by_customer ON tier_entry (customer_id, id)',
    // Where everybody stands: the last entry, kept for looking up; and the day on which it changes by itself.
    `CREATE TABLE customer_tier (
      customer_id INTEGER PRIMARY KEY REFERENCES customer (id) ON DELETE CASCADE,
      tier_id INTEGER REFERENCES tier (id),
      since TEXT NOT NULL,
      looked_on TEXT NOT NULL,
      next_on TEXT
    ) STRICT`,
    'CREATE INDEX customer_tier_next ON customer_tier (next_on) WHERE next_on IS NOT NULL',
    'CREATE INDEX customer_tier_by_tier ON customer_tier (tier_id)',
    // How far everybody has been looked at under a plan.
    `CREATE TABLE tier_sweep (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      plan_id INTEGER NOT NULL REFERENCES tier_plan (id),
      after_customer_id INTEGER NOT NULL,
      done INTEGER NOT NULL CHECK (done IN (0, 1))
    ) STRICT`,
    ...['tier_plan', 'tier_plan_level', 'tier_set', 'tier_entry'].flatMap((table) => [
      `CREATE TRIGGER ${table}_never_updated BEFORE UPDATE ON ${table}
        BEGIN SELECT RAISE(ABORT, 'tier entries and rules are never updated'); END`,
      `CREATE TRIGGER ${table}_never_deleted BEFORE DELETE ON ${table}
        BEGIN SELECT RAISE(ABORT, 'tier entries and rules are never deleted'); END`,
    ]),
  ],
}

import type { Migration } from './migration.ts'

export const coupons: Migration = {
  id: 66,
  name: 'coupons',
  up: [
    // What codes are signed with. In the ledger and not in its key file: printed codes outlive a change of keys.
    `CREATE TABLE coupon_secret (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      secret BLOB NOT NULL
    ) STRICT`,
    `CREATE TABLE coupon_kind (
      id INTEGER PRIMARY KEY,
      active INTEGER NOT NULL CHECK (active IN (0, 1)),
      at INTEGER NOT NULL
    ) STRICT`,
    // A coupon keeps the terms with which it was given, whatever its kind says later.
    `CREATE TABLE coupon_terms (
      id INTEGER PRIMARY KEY,
      kind_id INTEGER NOT NULL REFERENCES coupon_kind (id),
      name TEXT NOT NULL,
      benefit TEXT NOT NULL CHECK (benefit IN ('amount', 'percent', 'item')),
      -- Won, percent, or for an item the most it may cost (0: any).
      value INTEGER NOT NULL,
      -- The most that a percentage takes off, won.
      most INTEGER,
      least_spend INTEGER NOT NULL,
      -- Bit 0 is Sunday.
      weekdays INTEGER NOT NULL CHECK (weekdays BETWEEN 1 AND 127),
      -- Minutes of the day; equal for all day, the second smaller for past midnight.
      from_minute INTEGER NOT NULL,
      to_minute INTEGER NOT NULL,
      valid_from TEXT,
      valid_to TEXT,
      valid_days INTEGER,
      per_person INTEGER,
      in_all INTEGER,
      -- Only for the one whom it was given to.
      personal INTEGER NOT NULL CHECK (personal IN (0, 1)),
      occasion TEXT NOT NULL
        CHECK (occasion IN ('hand', 'birthday', 'anniversary', 'welcome', 'come-back', 'tier', 'stamp')),
      tier_id INTEGER REFERENCES tier (id),
      days_before INTEGER NOT NULL,
      absent_days INTEGER,
      at INTEGER NOT NULL
    ) STRICT`,
    'CREATE INDEX coupon_terms_by_kind ON coupon_terms (kind_id, id)',
    // None: good for everything. A word is looked for in the item's name.
    `CREATE TABLE coupon_target (
      terms_id INTEGER NOT NULL REFERENCES coupon_terms (id),
      position INTEGER NOT NULL,
      product_id INTEGER,
      category_id INTEGER,
      word TEXT,
      PRIMARY KEY (terms_id, position)
    ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE coupon (
      id INTEGER PRIMARY KEY,
      -- Counts up; the code is this number, signed.
      serial INTEGER NOT NULL UNIQUE,
      kind_id INTEGER NOT NULL REFERENCES coupon_kind (id),
      terms_id INTEGER NOT NULL REFERENCES coupon_terms (id),
      customer_id INTEGER NOT NULL,
      -- What it was given for, so that nobody is given it twice: 'birthday:2026', 'tier:7:2026-11-22', 'batch:9'.
      cause TEXT NOT NULL,
      -- How many of the same cause were withdrawn before.
      turn INTEGER NOT NULL,
      from_date TEXT NOT NULL,
      until_date TEXT,
      at INTEGER NOT NULL,
      business_date TEXT NOT NULL
    ) STRICT`,
    'CREATE UNIQUE INDEX coupon_once_a_cause ON coupon (customer_id, kind_id, cause, turn)',
    'CREATE INDEX coupon_by_kind ON coupon (kind_id, id)',
    // What became of it. Append-only.
    `CREATE TABLE coupon_entry (
      id INTEGER PRIMARY KEY,
      coupon_id INTEGER NOT NULL REFERENCES coupon (id),
      kind TEXT NOT NULL CHECK (kind IN ('use', 'proof', 'free', 'withdraw', 'move')),
      -- How often its use was taken back before: it can be used once a turn.
      turn INTEGER NOT NULL,
      receipt_id INTEGER REFERENCES receipt (id),
      customer_id INTEGER,
      -- The use that is proven or taken back.
      of_id INTEGER REFERENCES coupon_entry (id),
      merge_id INTEGER,
      -- Won that it took off, as far as the receipt tells.
      worth INTEGER,
      place TEXT NOT NULL,
      at INTEGER NOT NULL,
      business_date TEXT NOT NULL
    ) STRICT`,
    'CREATE INDEX coupon_entry_by_coupon ON coupon_entry (coupon_id, id)',
    'CREATE INDEX coupon_entry_by_receipt ON coupon_entry (receipt_id) WHERE receipt_id IS NOT NULL',
    'CREATE INDEX coupon_entry_by_merge ON coupon_entry (merge_id) WHERE merge_id IS NOT NULL',
    "CREATE UNIQUE INDEX coupon_used_once ON coupon_entry (coupon_id, turn) WHERE kind = 'use'",
    "CREATE UNIQUE INDEX coupon_freed_once ON coupon_entry (of_id) WHERE kind = 'free'",
    "CREATE UNIQUE INDEX coupon_proven_once ON coupon_entry (of_id) WHERE kind = 'proof'",
    "CREATE UNIQUE INDEX coupon_withdrawn_once ON coupon_entry (coupon_id) WHERE kind = 'withdraw'",
    `CREATE TRIGGER coupon_used_in_its_turn BEFORE INSERT ON coupon_entry
      WHEN NEW.kind IN ('use', 'withdraw') AND (
        EXISTS (SELECT 1 FROM coupon_entry WHERE coupon_id = NEW.coupon_id AND kind = 'withdraw')
        OR (SELECT count(*) FILTER (WHERE kind = 'use') - count(*) FILTER (WHERE kind = 'free')
          FROM coupon_entry WHERE coupon_id = NEW.coupon_id) <> 0)
      BEGIN SELECT RAISE(ABORT, 'this coupon was used or withdrawn'); END`,
    `CREATE TRIGGER coupon_keeps_its_facts BEFORE UPDATE ON coupon
      WHEN NEW.id <> OLD.id OR NEW.serial <> OLD.serial OR NEW.kind_id <> OLD.kind_id
        OR NEW.terms_id <> OLD.terms_id OR NEW.from_date <> OLD.from_date
        OR NEW.until_date IS NOT OLD.until_date OR NEW.at <> OLD.at
      BEGIN SELECT RAISE(ABORT, 'a coupon keeps its facts'); END`,
    `CREATE TRIGGER coupon_never_deleted BEFORE DELETE ON coupon
      BEGIN SELECT RAISE(ABORT, 'coupons are never deleted'); END`,
    ...['coupon_terms', 'coupon_target', 'coupon_entry'].flatMap((table) => [
      `CREATE TRIGGER ${table}_never_updated BEFORE UPDATE ON ${table}
        BEGIN SELECT RAISE(ABORT, 'coupon entries and terms are never updated'); END`,
      `CREATE TRIGGER ${table}_never_deleted BEFORE DELETE ON ${table}
        BEGIN SELECT RAISE(ABORT, 'coupon entries and terms are never deleted'); END`,
    ]),
    // The business day for which coupons of the calendar were given last.
    `CREATE TABLE coupon_day (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      done_on TEXT NOT NULL
    ) STRICT`,
  ],
}

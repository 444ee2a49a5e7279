import type { Migration } from './migration.ts'

export const stamps: Migration = {
  id: 67,
  name: 'stamps',
  up: [
    `CREATE TABLE stamp_card (
      id INTEGER PRIMARY KEY,
      at INTEGER NOT NULL
    ) STRICT`,
    // A card's rule from a date on; the latest row of the latest date that has come counts. Old ones stay to read.
    `CREATE TABLE stamp_rule (
      id INTEGER PRIMARY KEY,
      card_id INTEGER NOT NULL REFERENCES stamp_card (id),
      from_date TEXT NOT NULL,
      name TEXT NOT NULL,
      -- 'off' gives none; what was collected stays.
      basis TEXT NOT NULL CHECK (basis IN ('amount', 'product', 'off')),
      -- Won for one stamp, of what is left after refunds.
      per_won INTEGER CHECK (per_won > 0),
      length INTEGER NOT NULL CHECK (length BETWEEN 1 AND 100),
      -- What a full card gives; null: the stamps are only counted.
      reward_kind_id INTEGER REFERENCES coupon_kind (id),
      at INTEGER NOT NULL,
      CHECK ((basis = 'amount') = (per_won IS NOT NULL))
    ) STRICT`,
    'CREATE INDEX stamp_rule_by_card ON stamp_rule (card_id, from_date, id)',
    // Which items give a stamp each; none: every item.
    `CREATE TABLE stamp_target (
      rule_id INTEGER NOT NULL REFERENCES stamp_rule (id),
      position INTEGER NOT NULL,
      product_id INTEGER,
      category_id INTEGER,
      word TEXT,
      PRIMARY KEY (rule_id, position)
    ) STRICT, WITHOUT ROWID`,
    // Append-only; what is on a card is the sum.
    `CREATE TABLE stamp_entry (
      id INTEGER PRIMARY KEY,
      card_id INTEGER NOT NULL REFERENCES stamp_card (id),
      customer_id INTEGER NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('earn', 'take-back', 'fill', 'unfill', 'correction', 'move')),
      stamps INTEGER NOT NULL CHECK (stamps <> 0),
      -- The sale.
      receipt_id INTEGER REFERENCES receipt (id),
      rule_id INTEGER REFERENCES stamp_rule (id),
      -- What a full card gave, or what is withdrawn again.
      coupon_id INTEGER REFERENCES coupon (id),
      -- The filling that is taken back.
      of_id INTEGER REFERENCES stamp_entry (id),
      -- Two entries of one person became one, or two again.
      merge_id INTEGER,
      at INTEGER NOT NULL,
      business_date TEXT NOT NULL
    ) STRICT`,
    'CREATE INDEX stamp_entry_by_customer ON stamp_entry (customer_id, card_id, id, stamps)',
    'CREATE INDEX stamp_entry_by_receipt ON stamp_entry (receipt_id) WHERE receipt_id IS NOT NULL',
    'CREATE INDEX stamp_entry_by_merge ON stamp_entry (merge_id) WHERE merge_id IS NOT NULL',
    "CREATE UNIQUE INDEX stamp_unfilled_once ON stamp_entry (of_id) WHERE kind = 'unfill'",
    `CREATE TRIGGER stamp_entry_has_a_cause BEFORE INSERT ON stamp_entry
      WHEN (NEW.kind IN ('earn', 'take-back') AND NEW.receipt_id IS NULL)
        OR (NEW.kind = 'unfill' AND NEW.of_id IS NULL) OR (NEW.kind = 'move' AND NEW.merge_id IS NULL)
      BEGIN SELECT RAISE(ABORT, 'stamps without a cause'); END`,
    // Why: words about a person, gone with the person.
    `CREATE TABLE stamp_reason (
      entry_id INTEGER PRIMARY KEY REFERENCES stamp_entry (id),
      customer_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
      reason TEXT NOT NULL
    ) STRICT`,
    'CREATE INDEX stamp_reason_by_customer ON stamp_reason (customer_id)',
    ...['stamp_rule', 'stamp_target', 'stamp_entry'].flatMap((table) => [
      `CREATE TRIGGER ${table}_never_updated BEFORE UPDATE ON ${table}
        BEGIN SELECT RAISE(ABORT, 'stamp entries and rules are never updated'); END`,
      `CREATE TRIGGER ${table}_never_deleted BEFORE DELETE ON ${table}
        BEGIN SELECT RAISE(ABORT, 'stamp entries and rules are never deleted'); END`,
    ]),
  ],
}

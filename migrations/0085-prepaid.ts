import type { Migration } from './migration.ts'

/** What an append-only table says to whoever would change it. */
const appendOnly = (table: string, what: string): string[] => [
  `CREATE TRIGGER ${table}_never_updated BEFORE UPDATE ON ${table}
    BEGIN SELECT RAISE(ABORT, '${what} are never updated'); END`,
  `CREATE TRIGGER ${table}_never_deleted BEFORE DELETE ON ${table}
    BEGIN SELECT RAISE(ABORT, '${what} are never deleted'); END`,
]

/** Money that guests leave with the shop: amounts and passes of so many times. */
export const prepaid: Migration = {
  id: 85,
  name: 'prepaid amounts and passes',
  up: [
    `CREATE TABLE prepaid_product (
      id INTEGER PRIMARY KEY,
      at INTEGER NOT NULL
    ) STRICT`,
    ...appendOnly('prepaid_product', 'prepaid products'),
    // As it is sold from a day on; the latest row of the latest date that has come counts. What is sold keeps its own.
    `CREATE TABLE prepaid_terms (
      id INTEGER PRIMARY KEY,
      product_id INTEGER NOT NULL REFERENCES prepaid_product (id),
      from_date TEXT NOT NULL,
      name TEXT NOT NULL,
      -- 0: no longer sold.
      sold INTEGER NOT NULL CHECK (sold IN (0, 1)),
      unit TEXT NOT NULL CHECK (unit IN ('won', 'times')),
      -- Won that are paid for it.
      price INTEGER NOT NULL CHECK (price > 0),
      -- What is paid for, and what comes on top: won, or times.
      paid INTEGER NOT NULL CHECK (paid > 0),
      bonus INTEGER NOT NULL CHECK (bonus >= 0),
      -- What one time costs without a pass, won.
      single_price INTEGER CHECK (single_price > 0),
      -- At which price uses are counted when a pass is given back.
      counted_at TEXT NOT NULL CHECK (counted_at IN ('normal', 'contract')),
      -- Null: it does not end. The law of vouchers: a year at least.
      months INTEGER CHECK (months BETWEEN 12 AND 120),
      penalty_percent INTEGER NOT NULL CHECK (penalty_percent BETWEEN 0 AND 10),
      -- Points are given once: for the receipt that paid for it, for those on which it is used, or not at all.
      earns TEXT NOT NULL CHECK (earns IN ('sale', 'use', 'never')),
      at INTEGER NOT NULL,
      CHECK ((unit = 'times') = (single_price IS NOT NULL)),
      CHECK (unit = 'times' OR paid = price)
    ) STRICT`,
    'CREATE INDEX prepaid_terms_by_product ON prepaid_terms (product_id, from_date, id)',
    ...appendOnly('prepaid_terms', 'prepaid terms'),
    // Which items a pass is for; none: whatever is said.
    `CREATE TABLE prepaid_target (
      terms_id INTEGER NOT NULL REFERENCES prepaid_terms (id),
      position INTEGER NOT NULL,
      product_id INTEGER,
      category_id INTEGER,
      word TEXT,
      PRIMARY KEY (terms_id, position)
    ) STRICT, WITHOUT ROWID`,
    ...appendOnly('prepaid_target', 'prepaid terms'),

    // One that was sold. What is left is the sum of its entries, kept by them; it is never below nought.
    `CREATE TABLE prepaid_holding (
      id INTEGER PRIMARY KEY,
      terms_id INTEGER NOT NULL REFERENCES prepaid_terms (id),
      customer_id INTEGER NOT NULL,
      -- The day from which its time counts, and the last on which it can be used.
      starts_on TEXT NOT NULL,
      ends_on TEXT,
      paid_left INTEGER NOT NULL CHECK (paid_left >= 0),
      bonus_left INTEGER NOT NULL CHECK (bonus_left >= 0),
      at INTEGER NOT NULL
    ) STRICT`,
    'CREATE INDEX prepaid_holding_by_customer ON prepaid_holding (customer_id, id)',
    `CREATE INDEX prepaid_holding_ending ON prepaid_holding (ends_on)
      WHERE ends_on IS NOT NULL AND paid_left + bonus_left > 0`,
    `CREATE TRIGGER prepaid_holding_begins_empty BEFORE INSERT ON prepaid_holding
      WHEN NEW.paid_left <> 0 OR NEW.bonus_left <> 0
      BEGIN SELECT RAISE(ABORT, 'what is left comes of entries'); END`,
    `CREATE TRIGGER prepaid_holding_keeps_its_facts BEFORE UPDATE ON prepaid_holding
      WHEN NEW.id <> OLD.id OR NEW.terms_id <> OLD.terms_id OR NEW.starts_on <> OLD.starts_on OR NEW.at <> OLD.at
        OR (NEW.ends_on IS NOT OLD.ends_on AND (OLD.ends_on IS NULL OR NEW.ends_on < OLD.ends_on))
      BEGIN SELECT RAISE(ABORT, 'prepaid keeps its facts and never ends sooner'); END`,
    `CREATE TRIGGER prepaid_holding_never_deleted BEFORE DELETE ON prepaid_holding
      BEGIN SELECT RAISE(ABORT, 'prepaid is never deleted'); END`,

    `CREATE TABLE prepaid_entry (
      id INTEGER PRIMARY KEY,
      holding_id INTEGER NOT NULL REFERENCES prepaid_holding (id),
      -- Who did it or for whom; in a household not only whose it is.
      customer_id INTEGER NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('sell', 'opening', 'use', 'use-back', 'end', 'revive', 'give-back', 'keep',
        'void', 'unvoid', 'extend', 'move')),
      paid INTEGER NOT NULL,
      bonus INTEGER NOT NULL,
      -- Won that changed hands: what was paid for it, below nought what was given back.
      money INTEGER NOT NULL,
      -- The receipt that set it off: a refund, a sale that is somebody else's now.
      receipt_id INTEGER REFERENCES receipt (id),
      -- The entry that is taken back, whole or in part.
      of_id INTEGER REFERENCES prepaid_entry (id),
      merge_id INTEGER,
      at INTEGER NOT NULL,
      business_date TEXT NOT NULL,
      CHECK (kind NOT IN ('use-back', 'revive', 'keep', 'unvoid') OR of_id IS NOT NULL),
      -- What came back with a refund goes out again with the refund: 'use-back' has either sign.
      CHECK (kind NOT IN ('sell', 'opening', 'revive', 'keep', 'unvoid') OR (paid >= 0 AND bonus >= 0)),
      CHECK (kind NOT IN ('use', 'end', 'give-back', 'void') OR (paid <= 0 AND bonus <= 0)),
      CHECK (kind NOT IN ('extend', 'move') OR (paid = 0 AND bonus = 0 AND money = 0))
    ) STRICT`,
    'CREATE INDEX prepaid_entry_by_holding ON prepaid_entry (holding_id, id)',
    'CREATE INDEX prepaid_entry_by_customer ON prepaid_entry (customer_id, id)',
    'CREATE INDEX prepaid_entry_by_taken_back ON prepaid_entry (of_id) WHERE of_id IS NOT NULL',
    'CREATE INDEX prepaid_entry_by_merge ON prepaid_entry (merge_id) WHERE merge_id IS NOT NULL',
    'CREATE INDEX prepaid_entry_by_receipt ON prepaid_entry (receipt_id) WHERE receipt_id IS NOT NULL',
    `CREATE TRIGGER prepaid_entry_counts AFTER INSERT ON prepaid_entry BEGIN
      UPDATE prepaid_holding SET paid_left = paid_left + NEW.paid, bonus_left = bonus_left + NEW.bonus
        WHERE id = NEW.holding_id AND (NEW.paid <> 0 OR NEW.bonus <> 0);
    END`,
    ...appendOnly('prepaid_entry', 'prepaid entries'),
    // The receipt that paid for it, or on which it was used: often it comes afterwards.
    `CREATE TABLE prepaid_tie (
      entry_id INTEGER PRIMARY KEY REFERENCES prepaid_entry (id),
      sale_id INTEGER NOT NULL REFERENCES receipt (id),
      at INTEGER NOT NULL
    ) STRICT`,
    'CREATE INDEX prepaid_tie_by_sale ON prepaid_tie (sale_id)',
    ...appendOnly('prepaid_tie', 'receipts of prepaid entries'),
    // A reason may speak of a person: it goes with the person, the entry stays.
    `CREATE TABLE prepaid_reason (
      entry_id INTEGER PRIMARY KEY REFERENCES prepaid_entry (id),
      customer_id INTEGER NOT NULL,
      text TEXT NOT NULL
    ) STRICT`,
    'CREATE INDEX prepaid_reason_by_customer ON prepaid_reason (customer_id)',
    // How what was given back was reckoned, line by line; no words, no person.
    `CREATE TABLE prepaid_working (
      entry_id INTEGER NOT NULL REFERENCES prepaid_entry (id),
      position INTEGER NOT NULL,
      line TEXT NOT NULL,
      won INTEGER NOT NULL,
      count INTEGER NOT NULL,
      each INTEGER NOT NULL,
      PRIMARY KEY (entry_id, position)
    ) STRICT, WITHOUT ROWID`,
    ...appendOnly('prepaid_working', 'workings'),
  ],
}

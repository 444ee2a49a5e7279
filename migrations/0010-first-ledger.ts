import type { Migration } from './migration.ts'

/**
 * Ids are made by the program (see `platform/ids.ts`) and stand in every statement, so that replaying the
 * journal onto an earlier copy gives the same rows. Times are UTC milliseconds, money whole won.
 */
export const firstLedger: Migration = {
  id: 10,
  name: 'first ledger',
  up: [
    // Where the ledger stands in its journal; written in the same transaction as the facts themselves.
    `CREATE TABLE ledger_state (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      ledger_uuid TEXT NOT NULL,
      journal_seq INTEGER NOT NULL,
      -- The greatest row id ever given: ids of destroyed rows must not come back.
      last_id INTEGER NOT NULL,
      created_at INTEGER NOT NULL
    ) STRICT`,
    // Up to where each stream's captures have become papers; the row named '' stands for all of them together.
    `CREATE TABLE ingest_position (
      source_id TEXT PRIMARY KEY,
      capture_seq INTEGER NOT NULL,
      byte_offset INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE shop (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      name TEXT NOT NULL,
      business_number TEXT,
      phone TEXT,
      address TEXT,
      closes_at_hour INTEGER NOT NULL DEFAULT 0 CHECK (closes_at_hour BETWEEN 0 AND 12),
      points_rate_bp INTEGER NOT NULL DEFAULT 100 CHECK (points_rate_bp BETWEEN 0 AND 10000),
      footer TEXT NOT NULL DEFAULT '',
      qr TEXT NOT NULL DEFAULT '',
      demo INTEGER NOT NULL DEFAULT 0 CHECK (demo IN (0, 1))
    ) STRICT`,
    // Names, phones and memos live only here, where destruction can remove them.
    `CREATE TABLE customer (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      initials TEXT NOT NULL,
      phone TEXT,
      last_four TEXT,
      memo TEXT NOT NULL DEFAULT '',
      joined_on TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL
    ) STRICT`,
    'CREATE UNIQUE INDEX customer_by_phone ON customer (phone) WHERE phone IS NOT NULL',
    'CREATE INDEX customer_by_last_four ON customer (last_four)',
    'CREATE INDEX customer_by_initials ON customer (initials)',
    'CREATE INDEX customer_by_name ON customer (name)',
    `CREATE TABLE consent_wording (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('required', 'marketing')),
      version INTEGER NOT NULL,
      text TEXT NOT NULL,
      from_at INTEGER NOT NULL,
      UNIQUE (kind, version)
    ) STRICT`,
    // Append-only: giving and taking back are both rows.
    `CREATE TABLE consent (
      id INTEGER PRIMARY KEY,
      customer_id INTEGER NOT NULL,
      wording_id INTEGER NOT NULL REFERENCES consent_wording (id),
      given INTEGER NOT NULL CHECK (given IN (0, 1)),
      how TEXT NOT NULL CHECK (how IN ('counter', 'guest-screen', 'paper', 'import')),
      at INTEGER NOT NULL
    ) STRICT`,
    'CREATE INDEX consent_by_customer ON consent (customer_id, at)',
    // Every paper that came, whether understood or not.
    `CREATE TABLE paper (
      id INTEGER PRIMARY KEY,
      source_id TEXT NOT NULL,
      source_name TEXT NOT NULL,
      capture_seq INTEGER NOT NULL,
      from_byte INTEGER NOT NULL,
      to_byte INTEGER NOT NULL,
      received_at INTEGER NOT NULL,
      ended_by TEXT NOT NULL,
      encoding TEXT NOT NULL,
      kind TEXT NOT NULL,
      profile TEXT,
      confidence REAL NOT NULL,
      total INTEGER,
      problems TEXT NOT NULL DEFAULT '',
      state TEXT NOT NULL CHECK (state IN ('read', 'review', 'set-aside', 'dismissed')),
      digest TEXT NOT NULL,
      UNIQUE (source_id, capture_seq, from_byte)
    ) STRICT`,
    "CREATE INDEX paper_to_review ON paper (received_at) WHERE state = 'review'",
    // By the minute first: what comes now stands together in this index, however little digests have in common.
    'CREATE INDEX paper_by_digest ON paper (received_at / 60000, digest)',
    // The bytes as they came: kept while a paper is to be reviewed or may have to be read again.
    `CREATE TABLE paper_bytes (
      paper_id INTEGER PRIMARY KEY REFERENCES paper (id) ON DELETE CASCADE,
      bytes BLOB NOT NULL
    ) STRICT`,
    `CREATE TABLE receipt (
      id INTEGER PRIMARY KEY,
      paper_id INTEGER NOT NULL REFERENCES paper (id),
      kind TEXT NOT NULL CHECK (kind IN ('sale', 'refund', 'order')),
      issued_at INTEGER NOT NULL,
      received_at INTEGER NOT NULL,
      business_date TEXT NOT NULL,
      business_number TEXT,
      receipt_number TEXT,
      approval_number TEXT,
      original_number TEXT,
      refunds_receipt_id INTEGER REFERENCES receipt (id),
      total INTEGER NOT NULL,
      discount INTEGER NOT NULL DEFAULT 0,
      supply INTEGER,
      vat INTEGER,
      exempt INTEGER,
      -- What makes the same sale the same sale, however often it is printed. It begins with the day.
      identity TEXT NOT NULL,
      customer_id INTEGER,
      attached_at INTEGER
    ) STRICT`,
    'CREATE UNIQUE INDEX receipt_identity ON receipt (identity)',
    'CREATE INDEX receipt_by_received ON receipt (received_at)',
    // All of these begin with the day or the time, so that a new receipt changes the pages that the one before it
    // changed. Ten years in the order of numbers or amounts would be a page of their own for each, every time.
    'CREATE INDEX receipt_by_date ON receipt (business_date, receipt_number)',
    // For copies and refunds: receipts of one amount about one time.
    'CREATE INDEX receipt_by_issued ON receipt (issued_at, total)',
    // All that figures and visits need of a receipt: a regular's receipts lie on as many pages as there are of them.
    `CREATE INDEX receipt_by_customer ON receipt (customer_id, business_date, issued_at, kind, total)
      WHERE customer_id IS NOT NULL`,
    // Refunds that still look for their sale.
    "CREATE INDEX receipt_refund_alone ON receipt (received_at) WHERE kind = 'refund' AND refunds_receipt_id IS NULL",
    'CREATE INDEX receipt_by_refunded ON receipt (refunds_receipt_id) WHERE refunds_receipt_id IS NOT NULL',
    'CREATE INDEX receipt_by_approval ON receipt (business_date, approval_number) WHERE approval_number IS NOT NULL',
    `CREATE TABLE receipt_line (
      receipt_id INTEGER NOT NULL REFERENCES receipt (id),
      position INTEGER NOT NULL,
      parent INTEGER,
      name TEXT NOT NULL,
      unit_price INTEGER,
      quantity REAL,
      amount INTEGER,
      PRIMARY KEY (receipt_id, position)
    ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE payment (
      receipt_id INTEGER NOT NULL REFERENCES receipt (id),
      position INTEGER NOT NULL,
      method TEXT NOT NULL,
      amount INTEGER NOT NULL,
      PRIMARY KEY (receipt_id, position)
    ) STRICT, WITHOUT ROWID`,
    // Append-only; a balance is the sum.
    `CREATE TABLE points_entry (
      id INTEGER PRIMARY KEY,
      customer_id INTEGER NOT NULL,
      receipt_id INTEGER REFERENCES receipt (id),
      kind TEXT NOT NULL CHECK (kind IN ('earn', 'take-back', 'correction')),
      points INTEGER NOT NULL,
      reverses_id INTEGER REFERENCES points_entry (id),
      rate_bp INTEGER,
      at INTEGER NOT NULL,
      business_date TEXT NOT NULL
    ) STRICT`,
    'CREATE INDEX points_by_customer ON points_entry (customer_id, id, points)',
    'CREATE INDEX points_by_receipt ON points_entry (receipt_id) WHERE receipt_id IS NOT NULL',
    'CREATE UNIQUE INDEX points_reversed_once ON points_entry (reverses_id) WHERE reverses_id IS NOT NULL',
    `CREATE TRIGGER points_entry_never_updated BEFORE UPDATE ON points_entry
      BEGIN SELECT RAISE(ABORT, 'points entries are never updated'); END`,
    `CREATE TRIGGER points_entry_never_deleted BEFORE DELETE ON points_entry
      BEGIN SELECT RAISE(ABORT, 'points entries are never deleted'); END`,
    // Kept in the receipt's own unit of work; rebuildable from receipts and entries.
    `CREATE TABLE customer_figures (
      customer_id INTEGER PRIMARY KEY REFERENCES customer (id) ON DELETE CASCADE,
      visits INTEGER NOT NULL DEFAULT 0,
      spend INTEGER NOT NULL DEFAULT 0,
      points INTEGER NOT NULL DEFAULT 0,
      first_visit TEXT,
      last_visit TEXT
    ) STRICT`,
    'CREATE INDEX customer_figures_by_last_visit ON customer_figures (last_visit)',
    `CREATE TABLE daily_total (
      business_date TEXT PRIMARY KEY,
      sales INTEGER NOT NULL DEFAULT 0,
      refunds INTEGER NOT NULL DEFAULT 0,
      net INTEGER NOT NULL DEFAULT 0,
      attached INTEGER NOT NULL DEFAULT 0
    ) STRICT, WITHOUT ROWID`,
    // The customer who stands at the counter and takes the next receipt; survives a restart.
    `CREATE TABLE counter_waiting (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      customer_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
      print INTEGER NOT NULL CHECK (print IN (0, 1)),
      since INTEGER NOT NULL
    ) STRICT`,
    `CREATE TABLE slip (
      id INTEGER PRIMARY KEY,
      number TEXT NOT NULL,
      customer_id INTEGER,
      receipt_id INTEGER REFERENCES receipt (id),
      printer_id TEXT NOT NULL,
      printer_name TEXT NOT NULL,
      columns INTEGER NOT NULL,
      copy INTEGER NOT NULL DEFAULT 0,
      state TEXT NOT NULL CHECK (state IN ('queued', 'sent', 'confirmed', 'unknown', 'failed')),
      bytes BLOB NOT NULL,
      at INTEGER NOT NULL,
      -- When its state became final; null while it waits or is being sent. A line without a way back ends at 'sent'.
      settled_at INTEGER,
      UNIQUE (number, copy)
    ) STRICT`,
    'CREATE INDEX slip_by_time ON slip (at)',
    'CREATE INDEX slip_open ON slip (id) WHERE settled_at IS NULL',
    'CREATE INDEX slip_by_receipt ON slip (receipt_id) WHERE receipt_id IS NOT NULL',
  ],
}

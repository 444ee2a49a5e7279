import type { Migration } from './migration.ts'

/** Who works here, who may do what, who looked at whom. */
export const peopleAndAccess: Migration = {
  id: 25,
  name: 'people and access log',
  up: [
    // One row a person: no account is shared. Nobody is deleted; who has left keeps their entries.
    `CREATE TABLE person (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      role TEXT NOT NULL CHECK (role IN ('owner', 'manager', 'staff')),
      pin_hash TEXT NOT NULL,
      -- Wrong PINs in a row; the next right one makes it 0.
      failures INTEGER NOT NULL DEFAULT 0,
      since_at INTEGER NOT NULL,
      ended_at INTEGER
    ) STRICT`,
    // Rights that were given, changed and taken away. Kept three years, by the safety standards' article on access rights.
    `CREATE TABLE person_change (
      id INTEGER PRIMARY KEY,
      person_id INTEGER NOT NULL REFERENCES person (id),
      what TEXT NOT NULL CHECK (what IN ('added', 'role', 'pin', 'name', 'ended')),
      before TEXT,
      after TEXT,
      by_person_id INTEGER REFERENCES person (id),
      at INTEGER NOT NULL
    ) STRICT`,
    `CREATE TABLE door_settings (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      idle_minutes INTEGER NOT NULL CHECK (idle_minutes BETWEEN 1 AND 120),
      -- Points that may be spent at once without a PIN; null for any number.
      spend_limit INTEGER CHECK (spend_limit >= 0)
    ) STRICT`,
    `CREATE TABLE access_entry (
      id INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      -- Null: nobody had said who they are (the open counter).
      person_id INTEGER REFERENCES person (id),
      role TEXT NOT NULL,
      place TEXT NOT NULL,
      action TEXT NOT NULL CHECK (action IN ('enter', 'failed', 'read', 'change', 'print', 'export')),
      method TEXT NOT NULL,
      -- Whose data, where it is one customer's; otherwise how many people's.
      customer_id INTEGER,
      people INTEGER NOT NULL
    ) STRICT`,
    'CREATE INDEX access_entry_by_customer ON access_entry (customer_id, at) WHERE customer_id IS NOT NULL',
    'CREATE INDEX access_entry_by_time ON access_entry (at)',
    // Before this moment entries may be dropped: their time of keeping is over.
    `CREATE TABLE access_kept (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      since_at INTEGER NOT NULL
    ) STRICT`,
    'INSERT INTO access_kept (id, since_at) VALUES (1, 0)',
    // Each link vouches for one entry and for all links before it.
    `CREATE TABLE chain_link (
      seq INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('access', 'points')),
      entry_id INTEGER NOT NULL,
      at INTEGER NOT NULL,
      digest BLOB NOT NULL,
      mac BLOB NOT NULL,
      UNIQUE (kind, entry_id)
    ) STRICT`,
    `CREATE TABLE access_review (
      month TEXT PRIMARY KEY,
      person_id INTEGER REFERENCES person (id),
      at INTEGER NOT NULL,
      remark TEXT NOT NULL DEFAULT ''
    ) STRICT, WITHOUT ROWID`,
    ...['access_entry', 'chain_link', 'person_change'].map(
      (table) => `CREATE TRIGGER ${table}_never_updated BEFORE UPDATE ON ${table}
        BEGIN SELECT RAISE(ABORT, '${table} is never updated'); END`,
    ),
    `CREATE TRIGGER access_entry_kept BEFORE DELETE ON access_entry
      WHEN OLD.at >= (SELECT since_at FROM access_kept WHERE id = 1)
      BEGIN SELECT RAISE(ABORT, 'access entries are kept for their time'); END`,
    `CREATE TRIGGER chain_link_never_deleted BEFORE DELETE ON chain_link
      BEGIN SELECT RAISE(ABORT, 'chain links are never deleted'); END`,
  ],
}

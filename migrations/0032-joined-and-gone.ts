import type { Migration } from './migration.ts'

export const joinedAndGone: Migration = {
  id: 32,
  name: 'joined and gone',
  up: [
    // Two entries of one person were made one. What was there before is kept, so that it can be taken apart again.
    `CREATE TABLE customer_merge (
      id INTEGER PRIMARY KEY,
      kept_id INTEGER NOT NULL,
      gone_id INTEGER NOT NULL,
      at INTEGER NOT NULL,
      undone_at INTEGER
    ) STRICT`,
    'CREATE INDEX merge_by_kept ON customer_merge (kept_id)',
    'CREATE INDEX merge_by_gone ON customer_merge (gone_id)',
    // Personal: goes with either of the two. One row as JSON, by its columns.
    `CREATE TABLE customer_merge_row (
      merge_id INTEGER NOT NULL REFERENCES customer_merge (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      -- gone: stood with the one that went; before and after: of the one that stayed; added: given to it by the merge.
      part TEXT NOT NULL CHECK (part IN ('gone', 'before', 'after', 'added')),
      table_name TEXT NOT NULL,
      json TEXT NOT NULL,
      PRIMARY KEY (merge_id, position)
    ) STRICT, WITHOUT ROWID`,
    // Rows that only changed hands.
    `CREATE TABLE customer_merge_moved (
      merge_id INTEGER NOT NULL REFERENCES customer_merge (id) ON DELETE CASCADE,
      table_name TEXT NOT NULL CHECK (table_name IN ('receipt', 'consent', 'slip', 'customer_note')),
      row_id INTEGER NOT NULL,
      PRIMARY KEY (merge_id, table_name, row_id)
    ) STRICT, WITHOUT ROWID`,
    // Pairs that somebody looked at and said: two people.
    `CREATE TABLE customer_not_same (
      one_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
      other_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
      at INTEGER NOT NULL,
      PRIMARY KEY (one_id, other_id),
      CHECK (one_id < other_id)
    ) STRICT, WITHOUT ROWID`,
    'CREATE INDEX not_same_by_other ON customer_not_same (other_id)',
    // Who was destroyed, by id alone: applied again to whatever older copy of the ledger comes back.
    `CREATE TABLE destruction (
      customer_id INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      -- When the file itself and the journal had nothing of the person left.
      cleaned_at INTEGER
    ) STRICT`,
    'CREATE INDEX destruction_to_clean ON destruction (at) WHERE cleaned_at IS NULL',
    `CREATE TRIGGER destruction_never_deleted BEFORE DELETE ON destruction
      BEGIN SELECT RAISE(ABORT, 'destructions are never deleted'); END`,
  ],
}

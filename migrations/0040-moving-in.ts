import type { Migration } from './migration.ts'

export const movingIn: Migration = {
  id: 40,
  name: 'moving in',
  up: [
    // A list that was brought in: what it was, and how far it came. What it said is not kept.
    `CREATE TABLE import_run (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('customers', 'sales')),
      file_name TEXT NOT NULL,
      digest TEXT NOT NULL,
      -- stopped: by the owner, or by a crash in its middle.
      state TEXT NOT NULL CHECK (state IN ('running', 'done', 'stopped', 'undone')),
      rows INTEGER NOT NULL,
      added INTEGER NOT NULL DEFAULT 0,
      completed INTEGER NOT NULL DEFAULT 0,
      receipts INTEGER NOT NULL DEFAULT 0,
      points INTEGER NOT NULL DEFAULT 0,
      refused INTEGER NOT NULL DEFAULT 0,
      known INTEGER NOT NULL DEFAULT 0,
      begun_at INTEGER NOT NULL,
      ended_at INTEGER,
      undone_at INTEGER,
      -- What an undoing had to leave, because it had changed since.
      kept INTEGER NOT NULL DEFAULT 0
    ) STRICT`,
    'CREATE INDEX import_by_digest ON import_run (digest)',
    // What each row has made: ids alone, nothing of the person.
    `CREATE TABLE import_row (
      run_id INTEGER NOT NULL REFERENCES import_run (id),
      line INTEGER NOT NULL,
      what TEXT NOT NULL CHECK (what IN ('customer', 'completed', 'points', 'receipt')),
      target_id INTEGER NOT NULL,
      customer_id INTEGER,
      -- Of somebody who was there before: the names of the fields that were empty and are filled now.
      filled TEXT NOT NULL DEFAULT '',
      state TEXT NOT NULL DEFAULT 'in' CHECK (state IN ('in', 'undone', 'kept')),
      PRIMARY KEY (run_id, line, what)
    ) STRICT, WITHOUT ROWID`,
    "CREATE INDEX import_points_of ON import_row (customer_id) WHERE what = 'points' AND state = 'in'",
  ],
}

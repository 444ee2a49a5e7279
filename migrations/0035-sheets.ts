import type { Migration } from './migration.ts'

export const sheets: Migration = {
  id: 35,
  name: 'sheets',
  up: [
    // How a sheet was left (name ''), and views that were given a name.
    `CREATE TABLE sheet_view (
      id INTEGER PRIMARY KEY,
      sheet TEXT NOT NULL,
      name TEXT NOT NULL,
      layout TEXT NOT NULL,
      updated_at INTEGER NOT NULL,
      UNIQUE (sheet, name)
    ) STRICT`,
    // One row for each command given in a sheet: who, when, how much. Undone ones can be done again until the next
    // command drops them.
    `CREATE TABLE sheet_command (
      id INTEGER PRIMARY KEY,
      sheet TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('edit', 'tag', 'points')),
      person_id INTEGER,
      at INTEGER NOT NULL,
      business_date TEXT NOT NULL,
      cells INTEGER NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped'))
    ) STRICT`,
    'CREATE INDEX sheet_command_of_day ON sheet_command (sheet, business_date, id)',
    // What stood in the cells before and after. Personal: kept for as long as it can be undone, then it goes.
    `CREATE TABLE sheet_change (
      command_id INTEGER NOT NULL REFERENCES sheet_command (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      row_key TEXT NOT NULL,
      column_name TEXT NOT NULL,
      before TEXT,
      after TEXT,
      PRIMARY KEY (command_id, position)
    ) STRICT, WITHOUT ROWID`,
    'CREATE INDEX sheet_change_of_row ON sheet_change (row_key)',
    // Why somebody wanted to have whole what is masked, or gave points to many.
    `CREATE TABLE sheet_reason (
      id INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      person_id INTEGER,
      sheet TEXT NOT NULL,
      what TEXT NOT NULL CHECK (what IN ('reveal', 'export', 'points')),
      rows INTEGER NOT NULL,
      reason TEXT NOT NULL
    ) STRICT`,
    'CREATE INDEX sheet_reason_by_time ON sheet_reason (at)',
  ],
}

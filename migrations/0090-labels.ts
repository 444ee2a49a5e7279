import type { Migration } from './migration.ts'

export const labels: Migration = {
  id: 90,
  name: 'labels',
  up: [
    // Where the begun sheet of each kind goes on, and how far the printer draws from where it should (tenths of mm).
    `CREATE TABLE label_sheet (
      stock TEXT PRIMARY KEY,
      next_place INTEGER NOT NULL CHECK (next_place >= 0),
      shift_x INTEGER NOT NULL,
      shift_y INTEGER NOT NULL,
      updated_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID`,
    // Why names and numbers were put on paper.
    `CREATE TABLE print_reason (
      id INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      person_id INTEGER,
      what TEXT NOT NULL CHECK (what IN ('cards', 'addresses', 'day')),
      people INTEGER NOT NULL,
      reason TEXT NOT NULL
    ) STRICT`,
    'CREATE INDEX print_reason_by_time ON print_reason (at)',
  ],
}

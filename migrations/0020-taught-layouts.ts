import type { Migration } from './migration.ts'

export const taughtLayouts: Migration = {
  id: 20,
  name: 'taught layouts',
  up: [
    // Profiles that the owner has taught or brought in, as their files have them.
    `CREATE TABLE taught_profile (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      json TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL
    ) STRICT`,
    // What was read of a paper before and after somebody put it right by hand. Append-only.
    `CREATE TABLE correction (
      id INTEGER PRIMARY KEY,
      paper_id INTEGER NOT NULL REFERENCES paper (id),
      who TEXT NOT NULL,
      at INTEGER NOT NULL,
      before_json TEXT NOT NULL,
      after_json TEXT NOT NULL
    ) STRICT`,
    'CREATE INDEX correction_by_paper ON correction (paper_id)',
    // Reading a paper again asks which receipt came of it.
    'CREATE INDEX receipt_by_paper ON receipt (paper_id)',
    `CREATE TRIGGER correction_never_updated BEFORE UPDATE ON correction
      BEGIN SELECT RAISE(ABORT, 'corrections are never updated'); END`,
  ],
}

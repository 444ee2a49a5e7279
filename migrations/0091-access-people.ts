import type { Migration } from './migration.ts'

export const accessPeople: Migration = {
  id: 91,
  name: 'whose data a block of rows was',
  up: [
    // Ids of everybody in a block that was looked through, as a JSON list in ascending order; the entry's link in the
    // chain vouches for it. Goes with its entry, and not before.
    `CREATE TABLE access_people (
      entry_id INTEGER PRIMARY KEY REFERENCES access_entry (id) ON DELETE CASCADE,
      ids TEXT NOT NULL
    ) STRICT`,
    `CREATE TRIGGER access_people_never_updated BEFORE UPDATE ON access_people
      BEGIN SELECT RAISE(ABORT, 'access_people is never updated'); END`,
    `CREATE TRIGGER access_people_kept BEFORE DELETE ON access_people
      WHEN EXISTS (SELECT 1 FROM access_entry WHERE id = OLD.entry_id)
      BEGIN SELECT RAISE(ABORT, 'access entries are kept for their time'); END`,
  ],
}

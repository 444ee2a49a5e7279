import type { Migration } from './migration.ts'

/** Who was in which group when. Ids only: names live where destruction can reach them. */
export const segmentMembership: Migration = {
  id: 56,
  name: 'segment membership',
  up: [
    // In the group at the end of each business day from the first to before the last; null while it goes on.
    `CREATE TABLE segment_membership (
      segment_id INTEGER NOT NULL,
      customer_id INTEGER NOT NULL,
      from_date TEXT NOT NULL,
      to_date TEXT,
      PRIMARY KEY (segment_id, customer_id, from_date),
      CHECK (to_date IS NULL OR to_date > from_date)
    ) STRICT, WITHOUT ROWID`,
    'CREATE INDEX membership_by_entering ON segment_membership (segment_id, from_date)',
    'CREATE INDEX membership_by_leaving ON segment_membership (segment_id, to_date) WHERE to_date IS NOT NULL',
    // One row for each group and each business day that was kept.
    `CREATE TABLE segment_day (
      segment_id INTEGER NOT NULL,
      business_date TEXT NOT NULL,
      members INTEGER NOT NULL,
      entered INTEGER NOT NULL,
      "left" INTEGER NOT NULL,
      PRIMARY KEY (segment_id, business_date)
    ) STRICT, WITHOUT ROWID`,
  ],
}

import type { Migration } from './migration.ts'

/** Groups of customers: how each customer stands, and the groups that the shop makes for itself. */
export const segments: Migration = {
  id: 55,
  name: 'segments',
  up: [
    // When somebody will be missed, as their visits say; true from one visit to the next, so that no day changes it.
    // A missing row is somebody without a visit, or one that is due.
    `CREATE TABLE customer_standing (
      customer_id INTEGER PRIMARY KEY REFERENCES customer (id) ON DELETE CASCADE,
      -- Days between visits, median; null under three visits.
      rhythm_days REAL,
      at_risk_from TEXT NOT NULL,
      lost_from TEXT NOT NULL,
      -- The latest visit that ended an absence beyond the limit.
      returned_on TEXT
    ) STRICT`,
    // Whose standing has to be counted anew: everybody whose figures were, which is what every change of a receipt or
    // its owner ends with.
    'CREATE TABLE standing_due (customer_id INTEGER PRIMARY KEY) STRICT',
    `CREATE TRIGGER standing_due_by_change AFTER UPDATE ON customer_figures
      BEGIN INSERT INTO standing_due (customer_id) VALUES (new.customer_id) ON CONFLICT DO NOTHING; END`,
    `CREATE TRIGGER standing_due_by_beginning AFTER INSERT ON customer_figures
      BEGIN INSERT INTO standing_due (customer_id) VALUES (new.customer_id) ON CONFLICT DO NOTHING; END`,
    'INSERT INTO standing_due (customer_id) SELECT customer_id FROM customer_figures',
    // The owner's own groups. One that was taken away can come back, and what was kept of it still says what it was.
    `CREATE TABLE segment (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      -- JSON, see shared/contract/segment-rule.ts.
      rule TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL,
      removed_at INTEGER
    ) STRICT`,
    'CREATE UNIQUE INDEX segment_by_name ON segment (name) WHERE removed_at IS NULL',
    // JSON, see shared/contract/segments.ts. Without the row a shop has what it began with.
    'CREATE TABLE segment_setting (id INTEGER PRIMARY KEY CHECK (id = 1), json TEXT NOT NULL) STRICT',
    // The limits that come of all customers together, as of a business day: scores, and who counts as 우수.
    `CREATE TABLE segment_limit (
      business_date TEXT NOT NULL,
      figure TEXT NOT NULL CHECK (figure IN ('recency', 'frequency', 'money', 'vip')),
      place INTEGER NOT NULL,
      at_least REAL NOT NULL,
      PRIMARY KEY (business_date, figure, place)
    ) STRICT, WITHOUT ROWID`,
    // Long periods are added up customer by customer, which needs no sorting.
    'CREATE INDEX customer_day_by_customer ON customer_day (customer_id, day, visit, net)',
    // Few have left; nobody who has is in a group.
    'CREATE INDEX customer_who_left ON customer (id) WHERE left_at IS NOT NULL',
  ],
}

import type { Migration } from './migration.ts'

export const productChanges: Migration = {
  id: 46,
  name: 'product changes',
  up: [
    // Pairs that somebody looked at and said: two products.
    `CREATE TABLE product_apart (
      one_id INTEGER NOT NULL REFERENCES product (id),
      other_id INTEGER NOT NULL REFERENCES product (id),
      PRIMARY KEY (one_id, other_id),
      CHECK (one_id < other_id)
    ) STRICT, WITHOUT ROWID`,
    // What was joined and taken apart, row by row, so that it can be undone. Append-only.
    `CREATE TABLE product_change (
      id INTEGER NOT NULL,
      product_id INTEGER NOT NULL REFERENCES product (id),
      at INTEGER NOT NULL,
      before_id INTEGER NOT NULL,
      after_id INTEGER NOT NULL,
      PRIMARY KEY (id, product_id)
    ) STRICT, WITHOUT ROWID`,
    `CREATE TRIGGER product_change_never_updated BEFORE UPDATE ON product_change
      BEGIN SELECT RAISE(ABORT, 'product changes are never updated'); END`,
    `CREATE TRIGGER product_change_never_deleted BEFORE DELETE ON product_change
      BEGIN SELECT RAISE(ABORT, 'product changes are never deleted'); END`,
  ],
}

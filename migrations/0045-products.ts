import type { Migration } from './migration.ts'

export const products: Migration = {
  id: 45,
  name: 'products',
  up: [
    `CREATE TABLE category (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      position INTEGER NOT NULL
    ) STRICT`,
    // One row for each spelling that was ever printed. Sums over receipts are kept for these and never move: products
    // that are the same for the shop stand for one of them, so that joining and splitting changes no sum. Ids are
    // small, for those sums carry them in millions of rows.
    `CREATE TABLE product (
      id INTEGER PRIMARY KEY,
      -- Lower case, without blanks, one form for each sign.
      spelling TEXT NOT NULL UNIQUE,
      -- As it was printed first, or as the shop has named it.
      name TEXT NOT NULL,
      -- The product that this one is shown as; itself where it is not joined. Never a chain.
      stands_for INTEGER NOT NULL REFERENCES product (id),
      -- Where the product stands for itself, also of those that are joined to it.
      category_id INTEGER REFERENCES category (id) ON DELETE SET NULL
    ) STRICT`,
    'CREATE INDEX product_by_shown ON product (stands_for)',
    'CREATE INDEX product_by_category ON product (category_id) WHERE category_id IS NOT NULL',
    // Every name exactly as lines have it: a line's product is one look-up away, in SQL too.
    `CREATE TABLE product_name (
      name TEXT PRIMARY KEY,
      product_id INTEGER NOT NULL REFERENCES product (id)
    ) STRICT, WITHOUT ROWID`,
    'CREATE INDEX product_name_by_product ON product_name (product_id)',
  ],
}

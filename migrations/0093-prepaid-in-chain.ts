import type { Migration } from './migration.ts'

/**
 * The chain vouches for prepaid entries too. What a column may hold cannot be changed in place: the links move into a
 * table that allows one more kind, as they are and in their order.
 */
export const prepaidInChain: Migration = {
  id: 93,
  name: 'prepaid entries in the chain',
  up: [
    `CREATE TABLE chain_link_wider (
      seq INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('access', 'points', 'prepaid')),
      entry_id INTEGER NOT NULL,
      at INTEGER NOT NULL,
      digest BLOB NOT NULL,
      mac BLOB NOT NULL,
      UNIQUE (kind, entry_id)
    ) STRICT`,
    'INSERT INTO chain_link_wider SELECT seq, kind, entry_id, at, digest, mac FROM chain_link ORDER BY seq',
    // Takes its triggers with it, and asks none of them.
    'DROP TABLE chain_link',
    'ALTER TABLE chain_link_wider RENAME TO chain_link',
    `CREATE TRIGGER chain_link_never_updated BEFORE UPDATE ON chain_link
      BEGIN SELECT RAISE(ABORT, 'chain_link is never updated'); END`,
    `CREATE TRIGGER chain_link_never_deleted BEFORE DELETE ON chain_link
      BEGIN SELECT RAISE(ABORT, 'chain links are never deleted'); END`,
  ],
}

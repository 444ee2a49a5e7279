import type { Migration } from './migration.ts'

const kinds = "('earn', 'coupon', 'tier', 'invitation', 'welcome', 'survey', 'proof')"

export const slipTemplates: Migration = {
  id: 75,
  name: 'slip-templates',
  up: [
    // Versions of what slips look like: the newest of a kind is in force, and none is ever changed.
    `CREATE TABLE slip_template (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ${kinds}),
      -- Blocks as the contract has them; null goes back to what the program brings along.
      blocks_json TEXT CHECK (blocks_json IS NULL OR json_valid(blocks_json)),
      at INTEGER NOT NULL
    ) STRICT`,
    'CREATE INDEX slip_template_in_force ON slip_template (kind, id)',
    // The owner's pictures: one byte a dot, 0 black to 255 white, made into dots for each width of paper.
    `CREATE TABLE slip_picture (
      id INTEGER PRIMARY KEY,
      width INTEGER NOT NULL CHECK (width > 0),
      height INTEGER NOT NULL CHECK (height > 0),
      gray BLOB NOT NULL,
      at INTEGER NOT NULL,
      CHECK (length(gray) = width * height)
    ) STRICT`,
    // Kinds that are printed by themselves when their day comes.
    `CREATE TABLE slip_automatic (
      kind TEXT PRIMARY KEY CHECK (kind IN ('tier', 'welcome')),
      at INTEGER NOT NULL
    ) STRICT`,
    ...['slip_template', 'slip_picture'].flatMap((table) => [
      `CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table} BEGIN
        SELECT RAISE(ABORT, '${table} is append-only'); END`,
      `CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table} BEGIN
        SELECT RAISE(ABORT, '${table} is append-only'); END`,
    ]),
  ],
}

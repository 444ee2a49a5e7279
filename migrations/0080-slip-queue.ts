import type { Migration } from './migration.ts'

export const slipQueue: Migration = {
  id: 80,
  name: 'slip-queue',
  up: [
    // What is to be said of a slip beside its way to the printer; a slip without a row is a plain one.
    `CREATE TABLE slip_note (
      slip_id INTEGER PRIMARY KEY REFERENCES slip (id) ON DELETE CASCADE,
      purpose TEXT NOT NULL DEFAULT 'slip' CHECK (purpose IN ('slip', 'coupon', 'other')),
      -- Called off by a person before it began; its slip has failed then.
      cancelled_at INTEGER,
      -- It ended in the dark, and somebody has looked after it.
      seen_at INTEGER
    ) STRICT`,
    // Each printer takes its slips in the order of their ids.
    "CREATE INDEX slip_queued ON slip (printer_id, id) WHERE state = 'queued'",
    "CREATE INDEX slip_unclear ON slip (id) WHERE state IN ('unknown', 'failed')",
  ],
}

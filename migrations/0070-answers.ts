import type { Migration } from './migration.ts'

export const answers: Migration = {
  id: 70,
  name: 'answers',
  up: [
    // What people have said of a paper that was asked about; taken back by deleting its row.
    `CREATE TABLE paper_answer (
      paper_id INTEGER PRIMARY KEY REFERENCES paper (id),
      answer TEXT NOT NULL CHECK (answer IN ('one-sale', 'two-sales', 'refund-of')),
      -- The receipt that stays, or the sale that is given back.
      receipt_id INTEGER,
      -- One sale printed twice: the paper whose receipt left the ledger, and that receipt as it stood.
      gone_paper_id INTEGER REFERENCES paper (id),
      gone_json TEXT,
      at INTEGER NOT NULL,
      CHECK ((answer = 'one-sale') = (gone_json IS NOT NULL)),
      CHECK ((answer = 'one-sale') = (gone_paper_id IS NOT NULL)),
      CHECK ((answer = 'two-sales') = (receipt_id IS NULL))
    ) STRICT`,
    'CREATE INDEX paper_answer_by_time ON paper_answer (at)',
    "CREATE INDEX paper_dismissed ON paper (received_at) WHERE state = 'dismissed'",
  ],
}

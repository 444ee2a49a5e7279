import type { MovingInTables } from '#backend/platform/db/tables/moving-in.ts'
import type { Columns } from './columns.ts'

export const movingInColumns: Columns<MovingInTables> = {
  import_run: {
    id: 'INTEGER',
    kind: 'TEXT',
    file_name: 'TEXT',
    digest: 'TEXT',
    state: 'TEXT',
    rows: 'INTEGER',
    added: 'INTEGER',
    completed: 'INTEGER',
    receipts: 'INTEGER',
    points: 'INTEGER',
    refused: 'INTEGER',
    known: 'INTEGER',
    begun_at: 'INTEGER',
    ended_at: 'INTEGER NULL',
    undone_at: 'INTEGER NULL',
    kept: 'INTEGER',
  },
  import_row: {
    run_id: 'INTEGER',
    line: 'INTEGER',
    what: 'TEXT',
    target_id: 'INTEGER',
    customer_id: 'INTEGER NULL',
    filled: 'TEXT',
    state: 'TEXT',
  },
}

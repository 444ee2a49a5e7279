import type { EpochMs } from '#shared/dates.ts'

/** Lists that were brought in: see `migrations/0040-moving-in.ts`. */
export interface MovingInTables {
  import_run: {
    id: number
    kind: 'customers' | 'sales'
    file_name: string
    digest: string
    state: 'running' | 'done' | 'stopped' | 'undone'
    rows: number
    added: number
    completed: number
    receipts: number
    points: number
    refused: number
    known: number
    begun_at: EpochMs
    ended_at: EpochMs | null
    undone_at: EpochMs | null
    kept: number
  }
  import_row: {
    run_id: number
    line: number
    what: 'customer' | 'completed' | 'points' | 'receipt'
    target_id: number
    customer_id: number | null
    filled: string
    state: 'in' | 'undone' | 'kept'
  }
}

import type { SlipTables } from '#backend/platform/db/tables/slips.ts'
import type { Columns } from './columns.ts'

export const slipColumns: Columns<SlipTables> = {
  slip_note: {
    slip_id: 'INTEGER',
    purpose: 'TEXT',
    cancelled_at: 'INTEGER NULL',
    seen_at: 'INTEGER NULL',
  },
}

import type { GuestTables } from '#backend/platform/db/tables/guest.ts'
import type { Columns } from './columns.ts'

export const guestColumns: Columns<GuestTables> = {
  consent_proof: { consent_id: 'INTEGER', kind: 'TEXT', drawing: 'TEXT NULL' },
}

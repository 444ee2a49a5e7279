import type { SegmentTables } from '#backend/platform/db/tables/segments.ts'
import type { Columns } from './columns.ts'

export const segmentColumns: Columns<SegmentTables> = {
  customer_standing: {
    customer_id: 'INTEGER',
    rhythm_days: 'REAL NULL',
    at_risk_from: 'TEXT',
    lost_from: 'TEXT',
    returned_on: 'TEXT NULL',
  },
  standing_due: { customer_id: 'INTEGER' },
  segment: {
    id: 'INTEGER',
    name: 'TEXT',
    rule: 'TEXT',
    created_at: 'INTEGER',
    updated_at: 'INTEGER',
    removed_at: 'INTEGER NULL',
  },
  segment_setting: { id: 'INTEGER', json: 'TEXT' },
  segment_limit: { business_date: 'TEXT', figure: 'TEXT', place: 'INTEGER', at_least: 'REAL' },
  segment_membership: {
    segment_id: 'INTEGER',
    customer_id: 'INTEGER',
    from_date: 'TEXT',
    to_date: 'TEXT NULL',
  },
  segment_day: {
    segment_id: 'INTEGER',
    business_date: 'TEXT',
    members: 'INTEGER',
    entered: 'INTEGER',
    left: 'INTEGER',
  },
}

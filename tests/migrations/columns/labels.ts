import type { LabelTables } from '#backend/platform/db/tables/labels.ts'
import type { Columns } from './columns.ts'

export const labelColumns: Columns<LabelTables> = {
  label_sheet: {
    stock: 'TEXT',
    next_place: 'INTEGER',
    shift_x: 'INTEGER',
    shift_y: 'INTEGER',
    updated_at: 'INTEGER',
  },
  print_reason: {
    id: 'INTEGER',
    at: 'INTEGER',
    person_id: 'INTEGER NULL',
    what: 'TEXT',
    people: 'INTEGER',
    reason: 'TEXT',
  },
}

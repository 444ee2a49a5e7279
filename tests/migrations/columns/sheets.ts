import type { SheetTables } from '#backend/platform/db/tables/sheets.ts'
import type { Columns } from './columns.ts'

export const sheetColumns: Columns<SheetTables> = {
  sheet_view: { id: 'INTEGER', sheet: 'TEXT', name: 'TEXT', layout: 'TEXT', updated_at: 'INTEGER' },
  sheet_command: {
    id: 'INTEGER',
    sheet: 'TEXT',
    kind: 'TEXT',
    person_id: 'INTEGER NULL',
    at: 'INTEGER',
    business_date: 'TEXT',
    cells: 'INTEGER',
    state: 'TEXT',
  },
  sheet_change: {
    command_id: 'INTEGER',
    position: 'INTEGER',
    row_key: 'TEXT',
    column_name: 'TEXT',
    before: 'TEXT NULL',
    after: 'TEXT NULL',
  },
  sheet_reason: {
    id: 'INTEGER',
    at: 'INTEGER',
    person_id: 'INTEGER NULL',
    sheet: 'TEXT',
    what: 'TEXT',
    rows: 'INTEGER',
    reason: 'TEXT',
  },
}

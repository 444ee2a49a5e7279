import type { BusinessDate, EpochMs } from '#shared/dates.ts'

/** Views, commands and reasons of the sheets: see `migrations/0035-sheets.ts`. */
export interface SheetTables {
  sheet_view: { id: number; sheet: string; name: string; layout: string; updated_at: EpochMs }
  sheet_command: {
    id: number
    sheet: string
    kind: 'edit' | 'tag' | 'points'
    person_id: number | null
    at: EpochMs
    business_date: BusinessDate
    cells: number
    state: 'done' | 'undone' | 'dropped'
  }
  sheet_change: {
    command_id: number
    position: number
    row_key: string
    column_name: string
    before: string | null
    after: string | null
  }
  sheet_reason: {
    id: number
    at: EpochMs
    person_id: number | null
    sheet: string
    what: 'reveal' | 'export' | 'points'
    rows: number
    reason: string
  }
}

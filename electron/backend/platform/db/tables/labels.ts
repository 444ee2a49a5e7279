import type { EpochMs } from '#shared/dates.ts'

/** Sheets of labels and why people were printed: see `migrations/0090-labels.ts`. */
export interface LabelTables {
  label_sheet: {
    stock: string
    next_place: number
    shift_x: number
    shift_y: number
    updated_at: EpochMs
  }
  print_reason: {
    id: number
    at: EpochMs
    person_id: number | null
    what: 'cards' | 'addresses' | 'day'
    people: number
    reason: string
  }
}

import type { BusinessDate, EpochMs } from '#shared/dates.ts'

/** Which calendar a day of the year belongs to. */
export type Calendar = 'solar' | 'lunar'

/** Who they are: see `migrations/0030-who-they-are.ts`. */
export interface CustomerTables {
  customer_detail: {
    customer_id: number
    birth_calendar: Calendar
    birth_year: number | null
    birth_month: number | null
    birth_day: number | null
    birth_leap: number
    gender: 'female' | 'male' | 'other' | null
    address: string
    found_by: string
    allergies: string
    cautions: string
  }
  customer_gram: { gram: string; customer_id: number }
  letter_place: { n: number }
  /** Pairs of letters in anybody's name: see `migrations/0094-name-pairs.ts`. */
  name_pair: { pair: number }
  customer_anniversary: {
    id: number
    customer_id: number
    name: string
    calendar: Calendar
    year: number | null
    month: number
    day: number
    leap: number
  }
  customer_phone: { customer_id: number; phone: string; last_four: string; label: string }
  membership_card: { code: string; customer_id: number; issued_at: EpochMs; ended_at: EpochMs | null }
  tag: { id: number; name: string }
  customer_tag: { customer_id: number; tag_id: number }
  customer_field: {
    id: number
    name: string
    kind: 'text' | 'number' | 'date' | 'choice'
    position: number
    at_counter: number
    put_away: number
  }
  customer_field_choice: { field_id: number; position: number; name: string }
  customer_field_value: { customer_id: number; field_id: number; text: string | null; number: number | null }
  customer_note: { id: number; customer_id: number; at: EpochMs; text: string }
  household: { id: number; kind: 'family' | 'company'; name: string; created_at: EpochMs }
  household_member: {
    customer_id: number
    household_id: number
    joined_at: EpochMs
    agreed_at: EpochMs | null
    consent_id: number | null
  }
  /** What the receipts say: see `migrations/0031-what-receipts-say.ts`. */
  customer_habit: {
    customer_id: number
    weekday: number | null
    hour: number | null
    rhythm_days: number | null
    rhythm_low: number | null
    rhythm_high: number | null
    next_from: BusinessDate | null
    next_to: BusinessDate | null
    usual: string
  }
  /** Joined and gone: see `migrations/0032-joined-and-gone.ts`. */
  customer_merge: { id: number; kept_id: number; gone_id: number; at: EpochMs; undone_at: EpochMs | null }
  customer_merge_row: {
    merge_id: number
    position: number
    part: 'gone' | 'before' | 'after' | 'added'
    table_name: string
    json: string
  }
  customer_merge_moved: {
    merge_id: number
    table_name: 'receipt' | 'consent' | 'slip' | 'customer_note'
    row_id: number
  }
  customer_not_same: { one_id: number; other_id: number; at: EpochMs }
  destruction: { customer_id: number; at: EpochMs; cleaned_at: EpochMs | null }
}

/** What is known of a person beside name and number, as the ledger keeps it. */
export interface Detail {
  readonly customer_id: number
  readonly birth_calendar: 'solar' | 'lunar'
  readonly birth_year: number | null
  readonly birth_month: number | null
  readonly birth_day: number | null
  readonly birth_leap: number
  readonly gender: 'female' | 'male' | 'other' | null
  readonly address: string
  readonly found_by: string
  readonly allergies: string
  readonly cautions: string
}

/** Of somebody of whom nothing is known. */
export const emptyDetail = (customerId: number): Detail => ({
  customer_id: customerId,
  birth_calendar: 'solar',
  birth_year: null,
  birth_month: null,
  birth_day: null,
  birth_leap: 0,
  gender: null,
  address: '',
  found_by: '',
  allergies: '',
  cautions: '',
})

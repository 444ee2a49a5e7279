import type { EpochMs } from '#shared/dates.ts'

export interface SlipTables {
  slip_note: {
    slip_id: number
    purpose: 'slip' | 'coupon' | 'other'
    cancelled_at: EpochMs | null
    seen_at: EpochMs | null
  }
}

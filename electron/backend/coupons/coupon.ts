import type { BusinessDate, EpochMs } from '#shared/dates.ts'
import type { Won } from '#shared/won.ts'

export interface Coupon {
  readonly id: number
  readonly serial: number
  readonly kindId: number
  readonly termsId: number
  readonly customerId: number
  readonly cause: string
  readonly fromDate: BusinessDate
  readonly untilDate: BusinessDate | null
  readonly at: EpochMs
}

/** What became of a coupon, one row after another. */
export interface CouponEvent {
  readonly id: number
  readonly kind: 'use' | 'proof' | 'free' | 'withdraw' | 'move'
  readonly receiptId: number | null
  readonly ofId: number | null
  readonly worth: Won | null
  readonly place: string
  readonly at: EpochMs
}

export type CouponState =
  | { readonly state: 'open'; readonly turn: number }
  | {
      readonly state: 'used'
      readonly turn: number
      readonly use: CouponEvent
      /** The receipt that proves it; null while none has come. */
      readonly receiptId: number | null
      readonly worth: Won | null
    }
  | { readonly state: 'withdrawn'; readonly turn: number; readonly at: EpochMs }

/** @param events in order. */
export const stateOf = (events: readonly CouponEvent[]): CouponState => {
  const turn = events.filter((event) => event.kind === 'free').length
  const withdrawn = events.find((event) => event.kind === 'withdraw')
  if (withdrawn !== undefined) return { state: 'withdrawn', turn, at: withdrawn.at }
  const use = events.findLast((event) => event.kind === 'use')
  if (use === undefined || events.some((event) => event.kind === 'free' && event.ofId === use.id))
    return { state: 'open', turn }
  const proof = events.find((event) => event.kind === 'proof' && event.ofId === use.id)
  return {
    state: 'used',
    turn,
    use,
    receiptId: use.receiptId ?? proof?.receiptId ?? null,
    worth: use.worth ?? proof?.worth ?? null,
  }
}

import type { BusinessDate, EpochMs } from '#shared/dates.ts'
import type { Won } from '#shared/won.ts'

/** What an earn slip says. Everything is already masked: a slip lies around on counters and in bins. */
export interface EarnSlip {
  /** `20261122-0007`; a copy has the same number. */
  readonly number: string
  readonly at: EpochMs
  readonly shop: SlipShop
  readonly customer: SlipCustomer
  /** Names and amounts as they stand on the receipt; may be empty. */
  readonly lines: readonly SlipLine[]
  readonly total: Won
  readonly pointsGiven: number
  readonly balance: number
  /** Points that were used with it, or without a sale; none where it is left out. */
  readonly pointsUsed?: number
  /** The next points that end, with their last day. */
  readonly nextEnd?: { readonly on: BusinessDate; readonly points: number } | null
  /** What else the customer has and what is missing: stamps, tier, coupons. */
  readonly rows?: readonly SlipRow[]
}

/** A word at the left edge, a figure at the right. */
export interface SlipRow {
  readonly left: string
  readonly right: string
}

export interface SlipShop {
  readonly name: string
  readonly phone: string | null
  /** A sentence under the figures; may be empty. */
  readonly footer: string
  /** ASCII; empty for no QR code. */
  readonly qr: string
}

export interface SlipCustomer {
  /** `김*희`. */
  readonly maskedName: string
  /** `****-5678`; null where the customer gave no number. */
  readonly maskedPhone: string | null
}

export interface SlipLine {
  readonly name: string
  readonly quantity: number | null
  readonly amount: Won | null
}

/** Slips are numbered through the business day: `20261122-0007`. Above 9,999 the number simply grows. */
export const slipNumber = (date: BusinessDate, counter: number): string =>
  `${numberPrefix(date)}${String(counter).padStart(4, '0')}`

export const numberPrefix = (date: BusinessDate): string => `${date.replaceAll('-', '')}-`

/** The counter of a slip number, 0 when it is none. */
export const counterOf = (number: string): number => {
  const found = /^\d{8}-(\d{4,})$/.exec(number)
  return found === null ? 0 : Number(found[1])
}

import type { EpochMs } from '#shared/dates.ts'
import type { Won } from '#shared/won.ts'

export const documentKinds = [
  'sale',
  'refund',
  'order',
  'kitchen',
  'card-slip',
  'settlement',
  'waiting-number',
  'image-only',
  'drawer',
  'unknown',
] as const
export type DocumentKind = (typeof documentKinds)[number]

export type CopyMark = 'customer' | 'shop' | 'kitchen' | 'keep'

export const paymentMethods = [
  'card',
  'cash',
  'prepaid',
  'points',
  'voucher',
  'easy-pay',
  'transfer',
  'other',
] as const
export type PaymentMethod = (typeof paymentMethods)[number]

/**
 * One paper, read. Whole won. In a refund item quantities and amounts, total, supply, vat, exempt and
 * payments are negative; `discount` is never negative; in a sale an item is negative only where the paper
 * has it so.
 */
export interface Reading {
  readonly kind: DocumentKind
  /** Name of the profile that read it; null for the generic parser. */
  readonly profile: string | null
  /** 0 to 1: at 0.9 or more it may enter the ledger by itself. */
  readonly confidence: number
  readonly copy: CopyMark | null
  /** Index, in the same batch, of the document that this one only repeats or pays. */
  readonly copyOf: number | null
  readonly reprint: boolean
  readonly store: string | null
  /** Ten digits. */
  readonly businessNumber: string | null
  readonly issuedAt: EpochMs | null
  readonly receiptNumber: string | null
  readonly originalReceipt: string | null
  readonly approvalNumber: string | null
  readonly items: readonly ReadItem[]
  readonly discount: Won
  readonly supply: Won | null
  readonly vat: Won | null
  readonly exempt: Won | null
  readonly total: Won | null
  readonly payments: readonly ReadPayment[]
  readonly lines: readonly string[]
  /** Codes of what does not add up or was not found (`total-missing`, `items-unbalanced`, …). */
  readonly problems: readonly string[]
}

export interface ReadItem {
  readonly name: string
  readonly unitPrice: Won | null
  /** Pieces; goods sold by measure have decimals (30.303 litres, 0.45 kg). */
  readonly quantity: number
  readonly amount: Won
  readonly options: readonly ReadOption[]
}

export interface ReadOption {
  readonly name: string
  readonly quantity: number | null
  readonly amount: Won | null
}

export interface ReadPayment {
  readonly method: PaymentMethod
  readonly amount: Won
}

/** The kinds that reach the ledger. */
export const isCountable = (kind: DocumentKind): boolean =>
  kind === 'sale' || kind === 'refund' || kind === 'order'

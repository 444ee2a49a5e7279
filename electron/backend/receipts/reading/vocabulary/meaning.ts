import type { PaymentMethod } from '../reading.ts'

/** What a figure beside a label is. */
export type Role =
  /** What is to be paid, after all discounts. */
  | 'pay-total'
  | 'total'
  | 'subtotal'
  /** Before discounts. */
  | 'gross'
  /** Taken back by a refund. */
  | 'refunded'
  /** The card company's figure. */
  | 'approved'
  | 'discount'
  | 'vat'
  /** Taxable goods: with or without their VAT, the arithmetic tells. */
  | 'supply'
  | 'exempt'
  | 'service'
  | 'delivery'
  | 'payment'
  | 'received'
  | 'change'
  /** Points, balances, counts, what is still due: never part of the sum. */
  | 'aside'

export interface Meaning {
  readonly role: Role
  readonly method?: PaymentMethod
  /** How likely this label names the figure that the customer pays, among rivals. */
  readonly rank?: number
}

/** Roles that end the list of items. */
export const endsItems = (role: Role): boolean =>
  role !== 'discount' && role !== 'service' && role !== 'delivery' && role !== 'aside'

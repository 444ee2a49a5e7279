import type { CallOutput } from '#shared/contract/index.ts'
import { maskName } from '#shared/names.ts'

export type ReceiptRow = CallOutput<'receipts.recent'>[number]

export interface RowFacts {
  readonly id: number
  readonly kind: ReceiptRow['kind']
  readonly issued_at: number
  readonly received_at: number
  readonly business_date: string
  readonly total: number
  readonly receipt_number: string | null
  readonly customer_id: number | null
  readonly customer_name: string | null
  readonly customer_points: number | null
  readonly points_given: number
}

interface LineFacts {
  readonly name: string
  readonly quantity: number | null
  readonly amount: number | null
}

/** @param pointsToGive what attaching it now would give; 0 for refunds. */
export const receiptRow = (
  facts: RowFacts,
  lines: readonly LineFacts[],
  pointsToGive: number,
): ReceiptRow => ({
  id: facts.id,
  kind: facts.kind,
  issuedAt: facts.issued_at,
  receivedAt: facts.received_at,
  businessDate: facts.business_date,
  total: facts.total,
  receiptNumber: facts.receipt_number,
  lines: lines.map((line) => ({
    name: line.name,
    quantity: line.quantity ?? 1,
    amount: line.amount ?? 0,
  })),
  customer:
    facts.customer_id === null
      ? null
      : {
          id: facts.customer_id,
          maskedName: maskName(facts.customer_name ?? ''),
          points: facts.customer_points ?? 0,
        },
  pointsGiven: facts.points_given,
  pointsToGive,
})

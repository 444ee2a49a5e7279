import type { CallParsed } from '#shared/contract/index.ts'
import type { Reading } from '../reading/reading.ts'

export type HandFields = CallParsed<'teaching.correct'>['fields']

/**
 * A reading of what somebody has written down, with the numbers that the paper itself gives. Signs are those of the
 * ledger: a refund's amounts are negative.
 */
export const readingByHand = (read: Reading, fields: HandFields): Reading => {
  const sign = fields.kind === 'refund' ? -1 : 1
  const signed = (value: number): number => (value === 0 ? 0 : value * sign)
  const listed = fields.items.reduce((sum, item) => sum + item.amount, 0)
  const total = signed(fields.total)
  const paid = read.payments.reduce((sum, payment) => sum + payment.amount, 0)
  return {
    ...read,
    kind: fields.kind,
    profile: null,
    confidence: 1,
    copy: null,
    copyOf: null,
    reprint: false,
    issuedAt: fields.issuedAt,
    items: fields.items.map(({ name, quantity, amount }) => ({
      name: name.normalize('NFC'),
      unitPrice: amount % quantity === 0 ? amount / quantity : null,
      quantity: signed(quantity),
      amount: signed(amount),
      options: [],
    })),
    discount: Math.max(0, fields.items.length === 0 ? 0 : listed - fields.total),
    total,
    supply: null,
    vat: null,
    exempt: null,
    payments: paid === total ? read.payments : [],
    problems: [],
  }
}

/** What a correction keeps of a reading: figures and items, not the lines, which may bear a person's name. */
export const correctionJson = (reading: Reading): string => {
  const { kind, profile, confidence, issuedAt, receiptNumber, total, discount, items, payments } = reading
  return JSON.stringify({
    kind,
    profile,
    confidence,
    issuedAt,
    receiptNumber,
    total,
    discount,
    items,
    payments,
  })
}

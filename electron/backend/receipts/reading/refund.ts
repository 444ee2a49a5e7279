import type { ReadItem, Reading } from './reading.ts'

const minus = (value: number): number => (value === 0 ? 0 : -value)
const minusOrNull = (value: number | null): number | null => (value === null ? null : minus(value))

const takenBack = (item: ReadItem): ReadItem => ({
  ...item,
  quantity: minus(item.quantity),
  amount: minus(item.amount),
  options: item.options.map((option) => ({
    name: option.name,
    quantity: minusOrNull(option.quantity),
    amount: minusOrNull(option.amount),
  })),
})

/** A refund that was read as its sale, in the ledger's signs: all but the discount and unit prices in minus. */
export const asRefund = (reading: Reading): Reading => ({
  ...reading,
  items: reading.items.map(takenBack),
  supply: minusOrNull(reading.supply),
  vat: minusOrNull(reading.vat),
  exempt: minusOrNull(reading.exempt),
  total: minusOrNull(reading.total),
  payments: reading.payments.map((payment) => ({ ...payment, amount: minus(payment.amount) })),
})

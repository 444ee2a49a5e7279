import { isCountable, type Reading } from '#backend/receipts/reading/reading.ts'

const sum = (values: readonly number[]): number => values.reduce((whole, value) => whole + value, 0)

/** The totals that the items, options, discount and VAT of a reading allow. */
const possibleTotals = (reading: Reading): number[] => {
  const items = sum(reading.items.map((item) => item.amount))
  const options = reading.items.map((item) => sum(item.options.map((option) => option.amount ?? 0)))
  const each = sum(reading.items.map((item, index) => (options[index] ?? 0) * Math.abs(item.quantity)))
  const off = reading.kind === 'refund' ? -reading.discount : reading.discount
  const sums = [items - off, items + sum(options) - off, items + each - off]
  return [...sums, ...sums.map((value) => value + (reading.vat ?? 0))]
}

/** What does not hold, though it should for any reading of anything. */
export const readingFaults = (reading: Reading): string[] => {
  const faults: string[] = []
  if (reading.discount < 0) faults.push('discount')
  if (!(reading.confidence >= 0 && reading.confidence <= 1)) faults.push('confidence')
  const sums = [reading.total, reading.supply, reading.vat, reading.exempt]
  if (sums.some((value) => value !== null && !Number.isSafeInteger(value))) faults.push('sums')
  if (!reading.items.every((item) => Number.isFinite(item.amount) && Number.isFinite(item.quantity)))
    faults.push('items')
  if (!isCountable(reading.kind) || reading.confidence < 0.9) return faults
  if (reading.total === null || !possibleTotals(reading).includes(reading.total)) faults.push('unbalanced')
  if (reading.issuedAt === null) faults.push('undated')
  return faults
}

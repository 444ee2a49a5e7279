import { isCountable, type Reading } from './reading.ts'

const slipWindowMs = 10 * 60 * 1000
const copyWindowMs = 60 * 1000

const nearby = (a: Reading, b: Reading, window: number): boolean =>
  a.issuedAt === null || b.issuedAt === null || Math.abs(a.issuedAt - b.issuedAt) <= window

const sameShop = (a: Reading, b: Reading): boolean =>
  a.businessNumber === null || b.businessNumber === null || a.businessNumber === b.businessNumber

const sameItems = (a: Reading, b: Reading): boolean =>
  a.items.length === b.items.length &&
  a.items.every((item, index) => {
    const other = b.items[index]
    return other !== undefined && other.amount === item.amount && other.quantity === item.quantity
  })

const sameNumber = (a: Reading, b: Reading): boolean | null =>
  a.receiptNumber === null || b.receiptNumber === null ? null : a.receiptNumber === b.receiptNumber

const sameApproval = (a: Reading, b: Reading): boolean | null =>
  a.approvalNumber === null || b.approvalNumber === null ? null : a.approvalNumber === b.approvalNumber

const isMarked = (later: Reading, earlier: Reading): boolean =>
  later.reprint ||
  earlier.reprint ||
  (later.copy !== null && later.copy !== earlier.copy) ||
  (earlier.copy !== null && later.copy === null)

const hasSeconds = (reading: Reading): boolean => reading.issuedAt !== null && reading.issuedAt % 60_000 !== 0

/** Whether a later paper of the same batch only repeats an earlier one. */
const repeats = (later: Reading, earlier: Reading): boolean => {
  if (later.kind !== earlier.kind || later.total !== earlier.total || !sameShop(later, earlier)) return false
  if (!sameItems(later, earlier) && later.items.length > 0 && earlier.items.length > 0) return false
  const number = sameNumber(later, earlier)
  const approval = sameApproval(later, earlier)
  if (number === false || approval === false) return false
  const window = later.reprint || earlier.reprint ? Number.POSITIVE_INFINITY : copyWindowMs
  if (!nearby(later, earlier, window) && number !== true) return false
  if (number === true && nearby(later, earlier, copyWindowMs)) return true
  if (approval === true) return true
  if (isMarked(later, earlier)) return true
  return hasSeconds(later) && later.issuedAt === earlier.issuedAt && later.total !== null
}

/** Whether a card slip pays a sale: the same approval, or one of its payments at about its time. */
const pays = (slip: Reading, sale: Reading): boolean => {
  if (slip.total === null || sale.total === null || !sameShop(slip, sale)) return false
  const amount = Math.abs(slip.total)
  const approval = sameApproval(slip, sale)
  if (approval === false) return false
  const matches =
    Math.abs(sale.total) === amount || sale.payments.some((payment) => Math.abs(payment.amount) === amount)
  return matches && (approval === true || nearby(slip, sale, slipWindowMs))
}

const isSlip = (reading: Reading): boolean =>
  reading.kind === 'card-slip' || (reading.kind === 'refund' && reading.items.length === 0)

const slipTarget = (readings: readonly Reading[], index: number): number => {
  const slip = readings[index]
  if (slip === undefined) return -1
  const fits = (other: Reading, at: number): boolean =>
    at !== index &&
    other.items.length > 0 &&
    isCountable(other.kind) &&
    (slip.kind === 'refund') === (other.kind === 'refund') &&
    pays(slip, other)
  const before = readings.findLastIndex((other, at) => at < index && fits(other, at))
  return before >= 0 ? before : readings.findIndex((other, at) => at > index && fits(other, at))
}

const rootOf = (copies: readonly (number | null)[], index: number): number => {
  let at = index
  for (let steps = 0; steps < copies.length; steps += 1) {
    const next = copies[at] ?? null
    if (next === null || next === at) return at
    at = next
  }
  return at
}

/** Sets `copyOf` within one batch: copies, reprints, and card slips that pay a sale of the batch. */
export const withCopies = (readings: readonly Reading[]): Reading[] => {
  const copies: (number | null)[] = readings.map(() => null)
  for (const [index, reading] of readings.entries()) {
    if (!isCountable(reading.kind) && reading.kind !== 'card-slip') continue
    for (let earlier = 0; earlier < index; earlier += 1) {
      const other = readings[earlier]
      if (other === undefined || copies[earlier] !== null || !repeats(reading, other)) continue
      copies[index] = earlier
      break
    }
  }
  for (const [index, reading] of readings.entries()) {
    if (!isSlip(reading)) continue
    const target = slipTarget(readings, index)
    if (target >= 0) copies[index] = target
  }
  return readings.map((reading, index) => {
    const of = copies[index] ?? null
    return of === null ? reading : { ...reading, copyOf: rootOf(copies, of) }
  })
}

import type { Judged } from './items/read-items.ts'
import type { DocumentKind } from './reading.ts'

/** What the confidence in a sale, order or refund rests on. */
export interface Evidence {
  readonly judged: Judged
  readonly dated: boolean
  readonly header: boolean
  readonly profile: boolean
  readonly truncated: boolean
  /** No cut ended it: the rest may have been lost on the way. */
  readonly open: boolean
  /** Sums carried over from other days stand on it: what was paid is not told. */
  readonly onAccount: boolean
  /** Another sale follows on the same paper. */
  readonly second: boolean
  readonly named: boolean
}

/** A paper that nothing ended, and that does not come to its payments: its deductions may be missing too. */
const isHalf = ({ open, judged }: Evidence): boolean =>
  open && judged.verdict.paid.payments.length === 0 && judged.verdict.tax.fits !== true

/** Several goods that give what is named a total, and a word for how it was paid: no chance, also without a head. */
const isTold = ({ judged, open }: Evidence): boolean =>
  !open &&
  judged.verdict.rank >= 4 &&
  judged.verdict.paid.payments.length > 0 &&
  new Set(
    [
      ...judged.listed.items.map((item) => item.amount),
      ...judged.verdict.added.map((entry) => entry.value),
    ].filter((amount) => amount !== 0),
  ).size > 1

const clamp = (value: number): number => Math.round(Math.min(0.99, Math.max(0, value)) * 100) / 100

/** Codes of what does not add up or was not found. */
export const problemsOf = (evidence: Evidence): string[] => {
  const { listed, verdict } = evidence.judged
  const out: string[] = []
  if (verdict.total === null) out.push('total-missing')
  if (listed.items.length === 0) out.push('items-missing')
  else if (verdict.total !== null && !verdict.balanced) out.push('items-unbalanced')
  if (listed.stray > 0) out.push('figures-unplaced')
  if (listed.disproven > 0) out.push('unit-price-mismatch')
  if (listed.doubtful) out.push('names-uncertain')
  if (!evidence.named) out.push('name-missing')
  if (!evidence.dated) out.push('date-missing')
  if (verdict.tax.fits === false) out.push('tax-unbalanced')
  if (verdict.paid.fits === false) out.push('payments-unbalanced')
  if (evidence.judged.rival) out.push('total-contradicted')
  if (evidence.truncated) out.push('paper-cut-off')
  else if (isHalf(evidence)) out.push('payments-missing')
  if (evidence.onAccount) out.push('on-account')
  if (evidence.second) out.push('second-sale')
  return out
}

/**
 * 0.9 or more only when items, discounts and total balance and the date is known; tax, payments, a
 * known head and proven unit prices add to it, and whatever contradicts takes it below.
 */
export const confidenceIn = (evidence: Evidence): number => {
  const { listed, verdict } = evidence.judged
  if (verdict.total === null) return 0.2
  if (listed.items.length === 0) return 0.4
  if (!verdict.balanced) return 0.5
  let value = 0.9
  if (verdict.tax.fits === true) value += 0.03
  if (verdict.paid.fits === true) value += 0.03
  if (evidence.header) value += 0.01
  if (evidence.profile) value += 0.02
  if (listed.proven > 0) value += 0.01
  if (!evidence.header && verdict.tax.fits !== true && verdict.paid.fits !== true && !isTold(evidence))
    value -= 0.1
  // Where other rows prove what the columns hold, one that does not fit is misprinted or misread.
  if (listed.disproven > 0) value -= (listed.proven > 0 ? 0.1 : 0.06) * listed.disproven
  if (listed.stray > 0) value -= 0.1
  if (listed.doubtful) value -= 0.09
  if (verdict.tax.fits === false) value -= 0.08
  if (verdict.paid.fits === false) value -= 0.08
  if (evidence.judged.rival) value -= 0.1
  if (!evidence.dated) value -= 0.15
  if (!evidence.named) value -= 0.2
  if (evidence.truncated) value -= 0.2
  else if (isHalf(evidence)) value -= 0.1
  if (evidence.onAccount) value -= 0.15
  if (evidence.second) value -= 0.3
  return clamp(value)
}

/** How sure the kinds are that nothing is counted from. */
export const kindConfidence = (kind: DocumentKind): number => {
  if (kind === 'unknown') return 0
  return kind === 'image-only' || kind === 'drawer' ? 1 : 0.9
}

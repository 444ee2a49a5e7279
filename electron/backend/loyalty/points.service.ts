import type { BusinessDate } from '#shared/dates.ts'
import type { Reader } from '../platform/db/statements.ts'
import { inSteps } from './fraction.ts'
import { type Rule, stepOf } from './rule.ts'
import { createRuling } from './ruling.service.ts'
import { linesWorth, paymentsWorth } from './worth.repo.ts'
import { type SaleFacts, worthOf } from './worth.ts'

/** What other features may ask of points. */
export { pointsOfReceipt } from './entries.repo.ts'

interface Sale {
  readonly id: number
  readonly business_date: BusinessDate
  /** Its total and those of its refunds, won. */
  readonly remaining: number
}

/** @returns what a sale would give to somebody without a tier and without a part of a point from before. */
export const createWorthShown = (reader: Reader): ((sale: Sale) => number) => {
  const ruling = createRuling()
  return (sale) => {
    const rule = ruling.on(reader, sale.business_date)
    return inSteps(worthOf(rule, 0, saleFacts(reader, rule, sale.id, sale.remaining)), stepOf(rule, 0)).points
  }
}

/** Of a sale only what its rule asks for: items and ways of paying are read where they matter. */
export const saleFacts = (reader: Reader, rule: Rule, saleId: number, remaining: number): SaleFacts => ({
  remaining,
  lines:
    rule.excludedItems.length > 0 || rule.excludedCategories.length > 0 ? linesWorth(reader, saleId) : [],
  payments: rule.rates.some((rate) => rate.method !== '') ? paymentsWorth(reader, saleId) : [],
})

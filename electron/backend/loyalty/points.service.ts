import type { BusinessDate } from '#shared/dates.ts'
import type { Reader } from '../platform/db/statements.ts'
import { spendsOf, undoneOf } from './actions.repo.ts'
import { inSteps } from './fraction.ts'
import { leftOutOf } from './left-out.repo.ts'
import { openLots } from './lots.repo.ts'
import { type Rule, stepOf } from './rule.ts'
import { createRuling } from './ruling.service.ts'
import { linesWorth, paymentsWorth } from './worth.repo.ts'
import { type SaleFacts, worthOf } from './worth.ts'

/** What other features may ask of points. */
export { pointsOfReceipt } from './entries.repo.ts'
export { poolOf } from './pool.repo.ts'

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
  remaining: remaining - leftOutOf(reader, saleId),
  lines: asksItems(rule) ? linesWorth(reader, saleId) : [],
  payments: asksPayments(rule) ? paymentsWorth(reader, saleId) : [],
})

export const asksItems = (rule: Rule): boolean =>
  rule.excludedItems.length > 0 || rule.excludedCategories.length > 0

export const asksPayments = (rule: Rule): boolean => rule.rates.some((rate) => rate.method !== '')

/** The next points of a customer that end, if they are not used before; null where none do. */
export const nextEndOf = (
  reader: Reader,
  customerId: number,
  today: BusinessDate,
): { on: BusinessDate; points: number } | null => {
  const ending = openLots(reader, customerId).flatMap(({ ends_on: on, remaining }) =>
    on !== null && on >= today ? [{ on, remaining }] : [],
  )
  const [first] = ending.map(({ on }) => on).sort()
  if (first === undefined) return null
  return { on: first, points: ending.reduce((sum, lot) => sum + (lot.on === first ? lot.remaining : 0), 0) }
}

/** Points that are used with a sale, after what came back with refunds. */
export const pointsUsedWith = (reader: Reader, saleId: number): number =>
  spendsOf(reader, saleId).reduce((sum, spend) => sum - spend.points - undoneOf(reader, spend.id), 0)

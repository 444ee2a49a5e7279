import type { CallOutput } from '#shared/contract/index.ts'
import type { EpochMs } from '#shared/dates.ts'
import { kindName } from '../coupons/kind-names.service.ts'
import type { Reader } from '../platform/db/statements.ts'
import { findReceipt } from '../receipts/facts.service.ts'
import { dayOf } from '../tiers/day.service.ts'
import { ruleOn, type StampRule, stampsFor } from './earning.ts'
import { leftOf } from './stamping.service.ts'
import { balancesOf, readRules, standingOf } from './stamps.repo.ts'

/** Cards that are in use, and others on which something lies of somebody's. */
export const cardsOf = (
  reader: Reader,
  customerId: number,
  receiptId: number | null,
  at: EpochMs,
): CallOutput<'stamps.ofCustomer'> => {
  const rules = readRules(reader)
  if (rules.length === 0) return []
  const balances = balancesOf(reader, customerId)
  const sale = receiptId === null ? undefined : findReceipt(reader, receiptId)
  const today = dayOf(reader, at)
  return [...new Set(rules.map((rule) => rule.cardId))].flatMap((cardId) => {
    const own = rules.filter((rule) => rule.cardId === cardId)
    const rule = ruleOn(own, today)
    const stamps = balances.get(cardId) ?? 0
    if (rule === null || (rule.basis === 'off' && stamps === 0)) return []
    return {
      cardId,
      name: rule.name,
      length: rule.length,
      stamps,
      reward: rule.rewardKindId === null ? null : kindName(reader, rule.rewardKindId),
      toCome: sale === undefined ? 0 : wouldGive(reader, ruleOn(own, sale.business_date), sale.id),
    }
  })
}

/** What a receipt that is nobody's yet would give. */
const wouldGive = (reader: Reader, rule: StampRule | null, receiptId: number): number => {
  const sale = findReceipt(reader, receiptId)
  if (rule === null || sale === undefined || sale.kind === 'refund' || sale.customer_id !== null) return 0
  const own = standingOf(reader, sale.id).find((row) => row.card_id === rule.cardId)
  return stampsFor(rule, leftOf(reader, sale)) - (own?.stamps ?? 0)
}

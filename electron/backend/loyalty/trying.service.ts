import { setImmediate as breathe } from 'node:timers/promises'
import type { CallOutput } from '#shared/contract/index.ts'
import { addDays, type BusinessDate } from '#shared/dates.ts'
import { maskName } from '#shared/names.ts'
import type { Clock } from '../platform/clock.ts'
import type { Reader } from '../platform/db/statements.ts'
import { dayByClock } from './day.service.ts'
import type { TierOn } from './follower.ts'
import { asksItems, asksPayments } from './points.service.ts'
import { type Rule, stepOf } from './rule.ts'
import type { ProposedRule } from './rules.service.ts'
import type { Ruling } from './ruling.service.ts'
import { createTally, type Tally } from './tally.ts'
import { linesOfDay, namesOf, paymentsOfDay, salesOfDay, type TriedSale } from './trying.repo.ts'
import { type SaleFacts, worthOf } from './worth.ts'

export interface Trying {
  /**
   * Runs a rule over the receipts of the past year, beside those that held. Nothing is written; between the days others
   * get their turn, so that nobody at the counter waits. Bonuses are not in it. Tiers are those of today.
   */
  over(rule: ProposedRule): Promise<CallOutput<'points.tryRule'>>
}

const yearDays = 365
/** Sales between two chances for others to be served. */
const piece = 50
const mostPeople = 12

export const createTrying = (reader: Reader, clock: Clock, ruling: Ruling, tierOn: TierOn): Trying => {
  const tierFor = (rule: Rule, customerId: number, date: BusinessDate): number =>
    rule.rates.some((rate) => rate.tierId !== 0) ? tierOn(reader, customerId, date) : 0

  const give = (tally: Tally, rule: Rule, sale: TriedSale, facts: SaleFacts, date: BusinessDate): number => {
    const tierId = tierFor(rule, sale.customer_id, date)
    const worth = worthOf(rule, tierId, facts)
    return tally.add(sale.customer_id, worth, stepOf(rule, tierId))
  }

  return {
    async over(given) {
      const to = dayByClock(reader, clock.now())
      const from = addDays(to, -yearDays)
      const proposedRule: Rule = { ...given, id: 0 }
      const proposed = createTally()
      const present = createTally()
      const months = new Map<string, { proposed: number; present: number }>()
      let receipts = 0
      for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) {
        const held = ruling.on(reader, date)
        const month = months.get(date.slice(0, 7)) ?? { proposed: 0, present: 0 }
        const rules = [proposedRule, held]
        const lines = rules.some(asksItems) ? linesOfDay(reader, date) : none
        const payments = rules.some(asksPayments) ? paymentsOfDay(reader, date) : none
        for (const sale of salesOfDay(reader, date)) {
          receipts += 1
          if (receipts % piece === 0) await breathe()
          const facts: SaleFacts = {
            remaining: sale.remaining,
            lines: lines.get(sale.id) ?? [],
            payments: payments.get(sale.id) ?? [],
          }
          month.proposed += give(proposed, proposedRule, sale, facts, date)
          month.present += give(present, held, sale, facts, date)
        }
        months.set(date.slice(0, 7), month)
        await breathe()
      }
      return {
        from: addDays(from, 1),
        to,
        receipts,
        proposed: shown(proposed),
        present: shown(present),
        months: [...months].map(([month, sums]) => ({ month, ...sums })),
        people: mostChanged(reader, proposed, present),
      }
    },
  }
}

/** What is not asked for. */
const none: ReadonlyMap<number, never[]> = new Map()

const shown = (tally: Tally) => ({
  points: tally.points,
  sales: tally.sales,
  customers: tally.customers().length,
})

const mostChanged = (
  reader: Reader,
  proposed: Tally,
  present: Tally,
): CallOutput<'points.tryRule'>['people'] => {
  const ids = [...new Set([...proposed.customers(), ...present.customers()])]
  const most = ids
    .map((customerId) => ({ customerId, proposed: proposed.of(customerId), present: present.of(customerId) }))
    .filter((one) => one.proposed !== one.present)
    .sort(
      (a, b) =>
        Math.abs(b.proposed - b.present) - Math.abs(a.proposed - a.present) || a.customerId - b.customerId,
    )
    .slice(0, mostPeople)
  const names = namesOf(
    reader,
    most.map(({ customerId }) => customerId),
  )
  return most.map((one) => ({ ...one, maskedName: maskName(names.get(one.customerId) ?? '') }))
}

import type { BusinessDate } from '#shared/dates.ts'
import { DangolError } from '#shared/errors.ts'
import type { Clock } from '../platform/clock.ts'
import type { Reader, UnitOfWork, Writer } from '../platform/db/statements.ts'
import type { Ids } from '../platform/ids.ts'
import { dayByClock } from './day.service.ts'
import { type Rule, rateFor } from './rule.ts'
import { addRule, addWithdrawal, type RuleHead, readRule, ruleHeads, ruleIdOn } from './rules.repo.ts'

export type ProposedRule = Omit<Rule, 'id'>

export interface ListedRule extends RuleHead {
  readonly rule: Rule
  /** `past` rules stay readable; `ahead` ones can still be taken back. */
  readonly state: 'ahead' | 'holds' | 'past' | 'withdrawn'
}

export interface Rules {
  /** Newest day first. */
  list(): ListedRule[]
  /** Throws `points.rule-in-the-past`, `points.rule-uneven-steps`. @returns its id. */
  make(rule: ProposedRule): number
  /** Throws `points.rule-not-found`, `points.rule-holds-already`. */
  withdraw(ruleId: number): void
  /** The one rate of the shop's settings. */
  readonly shopRate: {
    /** Basis points of the rule in force; null where it is no percentage. */
    now(): number | null
    /** From today on; the rest as the rule in force has it. */
    set(tx: Writer, basisPoints: number): void
  }
}

export interface RulesParts {
  readonly reader: Reader
  readonly unit: UnitOfWork
  readonly ids: Ids
  readonly clock: Clock
}

export const createRules = ({ reader, unit, ids, clock }: RulesParts): Rules => {
  const today = (from: Reader): BusinessDate => dayByClock(from, clock.now())
  const rateNow = (): number | null => {
    const rule = readRule(reader, ruleIdOn(reader, today(reader)))
    const rate = rule === undefined || rule.way !== 'percent' ? undefined : rateFor(rule, 0, '')
    return rate === undefined ? null : Math.round((rate.points * 10_000) / rate.perWon)
  }
  const setRate = (tx: Writer, basisPoints: number): void => {
    const now = readRule(tx, ruleIdOn(tx, today(tx)))
    if (now === undefined) throw new DangolError('points.rule-not-found')
    const others = now.way === 'percent' ? now.rates.filter((rate) => rate !== rateFor(now, 0, '')) : []
    const rates = [{ tierId: 0, method: '', points: basisPoints, perWon: 10_000 }, ...others]
    addRule(
      tx,
      { ...now, id: ids.next(clock.now()), fromDate: today(tx), way: 'percent', rates },
      clock.now(),
    )
  }
  return {
    list() {
      const day = today(reader)
      const holds = ruleIdOn(reader, day)
      return ruleHeads(reader).flatMap((head) => {
        const rule = readRule(reader, head.id)
        return rule === undefined ? [] : [{ ...head, rule, state: stateOf(head, rule, day, holds) }]
      })
    },
    make: (rule) =>
      unit.write((tx) => {
        if (rule.fromDate < today(tx)) throw new DangolError('points.rule-in-the-past')
        refuseUneven(rule)
        const id = ids.next(clock.now())
        addRule(tx, { ...rule, id }, clock.now())
        return id
      }),
    withdraw(ruleId) {
      unit.write((tx) => {
        const rule = readRule(tx, ruleId)
        if (rule === undefined) throw new DangolError('points.rule-not-found')
        if (rule.fromDate <= today(tx)) throw new DangolError('points.rule-holds-already')
        const withdrawn = ruleHeads(tx).some(({ id, withdrawnAt }) => id === ruleId && withdrawnAt !== null)
        if (!withdrawn) addWithdrawal(tx, ruleId, clock.now())
      })
    },
    shopRate: { now: rateNow, set: setRate },
  }
}

const stateOf = (head: RuleHead, rule: Rule, day: BusinessDate, holds: number): ListedRule['state'] => {
  if (head.withdrawnAt !== null) return 'withdrawn'
  if (head.id === holds) return 'holds'
  return rule.fromDate > day ? 'ahead' : 'past'
}

/** Steps are of one amount everywhere, and within a tier of one height: else nobody could say what is left over. */
const refuseUneven = (rule: ProposedRule): void => {
  if (rule.way === 'percent') return
  const heights = new Map<number, Set<number>>()
  for (const { tierId, points } of rule.rates)
    if (points > 0) heights.set(tierId, (heights.get(tierId) ?? new Set()).add(points))
  const amounts = new Set(rule.rates.map(({ perWon }) => perWon))
  if (amounts.size > 1 || [...heights.values()].some((one) => one.size > 1))
    throw new DangolError('points.rule-uneven-steps')
}

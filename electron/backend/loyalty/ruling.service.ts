import type { BusinessDate } from '#shared/dates.ts'
import type { Reader } from '../platform/db/statements.ts'
import type { Rule } from './rule.ts'
import { readRule, ruleIdOn } from './rules.repo.ts'

/** Rules as receipts ask for them. */
export interface Ruling {
  on(reader: Reader, date: BusinessDate): Rule
  byId(reader: Reader, id: number): Rule
}

/** A rule never changes, so each is read once. */
export const createRuling = (): Ruling => {
  const known = new Map<number, Rule>()
  const byId = (reader: Reader, id: number): Rule => {
    const kept = known.get(id)
    if (kept !== undefined) return kept
    const rule = readRule(reader, id)
    if (rule === undefined) throw new Error('No such rule for points')
    known.set(id, rule)
    return rule
  }
  return { byId, on: (reader, date) => byId(reader, ruleIdOn(reader, date)) }
}

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Rule, rule as ruleSchema } from '#shared/contract/segment-rule.ts'
import { conditionOf } from '../../../renderer/features/segments/builder/condition-draft.ts'
import { firstFields } from '../../../renderer/features/segments/builder/fields.ts'
import {
  draftOf,
  newCondition,
  newGroup,
  ruleOf,
} from '../../../renderer/features/segments/builder/rule-draft.ts'
import { lastSeason } from '../../../renderer/features/segments/seasons.ts'
import { anyRule } from '../../helpers/segments/any-rule.ts'

/** Whether a rule is true where each condition is true or not by chance of its words. */
const truth = (rule: Rule, turn: number): boolean => {
  if ('all' in rule) return rule.all.every((part) => truth(part, turn))
  if ('any' in rule) return rule.any.some((part) => truth(part, turn))
  if ('not' in rule) return !truth(rule.not, turn)
  const text = JSON.stringify(rule, Object.keys({ ...rule }).sort()) + JSON.stringify(rule)
  return (Array.from(text).reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 9973, turn) & 1) === 1
}

describe('a rule that is taken apart to be changed', () => {
  it('is the same rule when it is put together again', () => {
    // A month of the calendar further back than the one before cannot be chosen.
    const shown = anyRule.filter((rule) => !/"back":[2-9]/.test(JSON.stringify(rule)))
    fc.assert(
      fc.property(shown, fc.nat(), (rule, turn) => {
        const again = ruleOf(draftOf(rule))
        // A score from more to less, or days that end before they begin, have to be chosen anew.
        if (/"is":"score"|"of":"between"/.test(JSON.stringify(rule)) && again === null) return
        expect(again).not.toBe(null)
        if (again === null) return
        expect(truth(again, turn)).toBe(truth(rule, turn))
      }),
    )
  })

  it('can always be sent when it was put together by hand', () => {
    const one = newCondition()
    const inner = newGroup()
    const made = ruleOf({
      join: 'all',
      items: [
        { ...one, not: true },
        {
          ...inner,
          not: true,
          one: { join: 'any', items: [{ ...newCondition(), not: true }, newCondition()] },
        },
      ],
    })
    expect(ruleSchema.safeParse(made).success).toBe(true)
    expect(ruleOf({ join: 'any', items: [] })).toEqual({ all: [] })
  })

  it('waits until everything that it needs has been chosen', () => {
    expect(conditionOf('visits', { ...firstFields, value: null })).toBe(null)
    expect(conditionOf('product', firstFields)).toBe(null)
    expect(conditionOf('text', { ...firstFields, text: '   ' })).toBe(null)
    const between = { choice: 'between', count: null, from: '2026-05-01', to: '2026-02-31' } as const
    expect(conditionOf('first', { ...firstFields, period: between })).toBe(null)
    expect(conditionOf('first', { ...firstFields, period: { ...between, to: '2026-05-31' } })).not.toBe(null)
    expect(conditionOf('time', { ...firstFields, weekdays: [] })).toBe(null)
  })
})

describe('the last season', () => {
  it('is over', () => {
    expect(lastSeason('spring', '2026-11-22')).toEqual({ from: '2026-03-01', to: '2026-05-31' })
    expect(lastSeason('autumn', '2026-11-22')).toEqual({ from: '2025-09-01', to: '2025-11-30' })
    expect(lastSeason('spring', '2026-05-31')).toEqual({ from: '2025-03-01', to: '2025-05-31' })
    expect(lastSeason('winter', '2026-11-22')).toEqual({ from: '2025-12-01', to: '2026-02-28' })
    expect(lastSeason('winter', '2026-01-15')).toEqual({ from: '2024-12-01', to: '2025-02-28' })
  })
})

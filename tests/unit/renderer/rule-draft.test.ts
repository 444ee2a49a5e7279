import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Rule, rule as ruleSchema } from '#shared/contract/segment-rule.ts'
import { conditionOf } from '../../../renderer/features/segments/builder/condition-draft.ts'
import { conditionFault } from '../../../renderer/features/segments/builder/condition-fault.ts'
import { firstFields } from '../../../renderer/features/segments/builder/fields.ts'
import {
  draftOf,
  newCondition,
  newGroup,
  ruleOf,
} from '../../../renderer/features/segments/builder/rule-draft.ts'
import { parsedNumber } from '../../../renderer/features/segments/number-field.tsx'
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

const between = (from: string, to: string) => ({
  ...firstFields,
  period: { choice: 'between' as const, count: null, from, to },
})
const told = (...given: Parameters<typeof conditionFault>) => conditionFault(...given)?.words

describe('a condition that is none yet', () => {
  it('says which of its fields it waits for, and whether something was chosen amiss', () => {
    expect(told('visits', firstFields)).toBeUndefined()
    expect(told('visits', { ...firstFields, value: null })).toBe('segments.fault.number')
    expect(told('time', { ...firstFields, value: 0 })).toBe('segments.fault.times')
    expect(told('product', firstFields)).toBe('segments.fault.pick')
    expect(told('text', { ...firstFields, text: '  ' })).toBe('segments.fault.letters')
    expect(told('score', { ...firstFields, from: 5, to: 2 })).toBe('segments.fault.score')
    expect(told('occasion', { ...firstFields, days: 367 })).toBe('segments.fault.days')
    const many = { ...firstFields, period: { ...firstFields.period, count: 1_001 } }
    expect(told('visits', many)).toBe('segments.fault.count')
    const ever = { ...firstFields, period: { ...firstFields.period, choice: 'ever' as const } }
    expect(told('first', ever)).toBe('segments.fault.period')
    expect(conditionFault('product', firstFields)?.look).toBe('todo')
    expect(conditionFault('score', { ...firstFields, from: 5, to: 2 })?.look).toBe('wrong')
  })

  it('takes days that there are, in their order', () => {
    expect(conditionFault('visits', between('2024-02-29', '2024-02-29'))).toBe(null)
    expect(conditionFault('visits', between('2026-05-31', '2026-03-01'))?.words).toBe('range.reversed')
    for (const from of ['', '2026-02-30', '2026-13-01', '0001-01-01', '0202-01-01', '20260101'])
      expect({ from, fault: conditionFault('visits', between(from, '2026-03-01'))?.words }).toEqual({
        from,
        fault: 'range.unfinished',
      })
  })

  it('takes figures as people write them, and nothing else for a number', () => {
    expect(
      ['1,000', '１２，０００', ' 7 ', '0', '999999999999'].map((text) => parsedNumber(text, false)),
    ).toEqual([1_000, 12_000, 7, 0, 999_999_999_999])
    for (const text of ['', ' ', '-5', '1e9', '1.5', '３.５', '열', '1234567890123', '1,0a'])
      expect({ text, number: parsedNumber(text, false) }).toEqual({ text, number: null })
    expect(parsedNumber('２.５', true)).toBe(2.5)
  })
})

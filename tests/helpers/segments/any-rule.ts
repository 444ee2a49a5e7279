import * as fc from 'fast-check'
import { type Condition, type Period, type Rule, stages } from '#shared/contract/segment-rule.ts'

const at = fc.constantFrom('least' as const, 'most' as const)
const unit = fc.constantFrom('day' as const, 'week' as const, 'month' as const, 'year' as const)
const date = fc.constantFrom('2026-01-01', '2026-05-31', '2026-06-15', '2026-09-01', '2026-11-22')

const period: fc.Arbitrary<Period> = fc.oneof(
  fc.record({ of: fc.constant('last' as const), count: fc.integer({ min: 1, max: 40 }), unit }),
  fc.record({
    of: fc.constant('calendar' as const),
    unit: fc.constantFrom('month' as const, 'year' as const),
    back: fc.nat({ max: 4 }),
  }),
  fc.record({ of: fc.constant('between' as const), from: date, to: date }),
)
const smallest = fc.constantFrom(0, 1, 2, 3, 5, 8, 20, 90)
const money = fc.constantFrom(0, 1, 4_000, 20_000, 100_000)
const score = fc.integer({ min: 1, max: 5 })
const mark = <T extends string>(value: T) => fc.constant(value)

const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    is: mark('figure'),
    of: fc.constantFrom('visits' as const, 'rhythm' as const, 'away' as const),
    at,
    value: smallest,
  }),
  fc.record({
    is: mark('figure'),
    of: fc.constantFrom('spend' as const, 'average' as const, 'points' as const),
    at,
    value: money,
  }),
  fc.record({ is: mark('during'), of: fc.constant('visits' as const), period, at, value: smallest }),
  fc.record({
    is: mark('during'),
    of: fc.constantFrom('spend' as const, 'average' as const),
    period,
    at,
    value: money,
  }),
  fc.record({
    is: mark('date'),
    of: fc.constantFrom('first' as const, 'last' as const, 'joined' as const),
    when: fc.constantFrom('in' as const, 'before' as const, 'after' as const),
    period,
  }),
  fc.record({
    is: mark('time'),
    weekdays: fc.uniqueArray(fc.nat({ max: 6 }), { minLength: 1 }),
    fromHour: fc.nat({ max: 23 }),
    toHour: fc.integer({ min: 1, max: 24 }),
    period: fc.option(period),
    value: fc.integer({ min: 1, max: 4 }),
  }),
  fc.record({
    is: mark('bought'),
    what: fc.oneof(
      fc.record({ kind: mark('product'), id: fc.integer({ min: 1, max: 6 }) }),
      fc.record({ kind: mark('category'), id: fc.integer({ min: 1, max: 2 }) }),
      fc.record({ kind: mark('name'), text: fc.constantFrom('카페', '100%', '아메리카노', '_') }),
    ),
    count: fc.constantFrom('pieces' as const, 'won' as const),
    period: fc.option(period),
    at,
    value: fc.oneof(smallest, money),
  }),
  fc.record({ is: mark('stage'), stages: fc.uniqueArray(fc.constantFrom(...stages), { minLength: 1 }) }),
  fc.record({
    is: mark('score'),
    of: fc.constantFrom('recency' as const, 'frequency' as const, 'money' as const),
    from: score,
    to: score,
  }),
  fc.record({
    is: mark('member'),
    segmentId: fc.constantFrom(1, 2, 3, 4, 11, 12, 13, 14, 15, 16, 20, 21, 22, 23, 25, 29, 30, 59),
  }),
  fc.record({ is: mark('consent'), of: fc.constant('marketing' as const), given: fc.boolean() }),
  fc.record({ is: mark('tag'), tagId: fc.integer({ min: 1, max: 2 }) }),
  fc.record({
    is: mark('text'),
    of: fc.constantFrom('name' as const, 'memo' as const),
    contains: fc.constantFrom('김', '%', '_', '자리', '없는 글'),
  }),
  fc.record({
    is: mark('field'),
    fieldId: fc.integer({ min: 1, max: 3 }),
    test: fc.oneof(
      fc.record({ kind: mark('filled') }),
      fc.record({ kind: mark('choice'), name: fc.constantFrom('산미', '고소') }),
      fc.record({ kind: mark('number'), at, value: fc.integer({ min: 150, max: 190 }) }),
    ),
  }),
)

/** Any rule up to three levels deep. */
export const anyRule: fc.Arbitrary<Rule> = fc.letrec<{ rule: Rule; one: Rule }>((tie) => ({
  one: condition,
  rule: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    condition,
    fc.array(tie('rule'), { maxLength: 3 }).map((all): Rule => ({ all })),
    fc.array(tie('rule'), { maxLength: 3 }).map((any): Rule => ({ any })),
    tie('rule').map((not): Rule => ({ not })),
  ),
})).rule

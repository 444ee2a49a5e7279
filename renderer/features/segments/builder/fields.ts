import type { Stage, textFields } from '#shared/contract/segment-rule.ts'
import { firstPeriod, type PeriodDraft } from './period-draft.ts'

/** What can be looked at, in the order and under the headings of the choice. */
export const kindGroups = {
  visit: ['visits', 'spend', 'average', 'away', 'rhythm', 'first', 'last', 'time', 'points'],
  goods: ['product', 'category', 'goodsName'],
  standing: ['stage', 'member', 'score', 'tier'],
  person: ['tag', 'consent', 'occasion', 'joined', 'gender', 'text', 'field'],
} as const
export type KindGroup = keyof typeof kindGroups
export type Kind = (typeof kindGroups)[KindGroup][number]

export const consents = ['marketing', 'required', 'night', 'details', 'sensitive', 'sharing'] as const
export const textPlaces = ['memo', 'name', 'phone', 'address', 'foundBy', 'allergies', 'cautions'] as const

/**
 * All that a condition may need, whatever its kind: what somebody chose stays when they change the kind and back.
 * Null and empty text: not chosen yet.
 */
export interface Fields {
  readonly at: 'least' | 'most'
  readonly value: number | null
  readonly period: PeriodDraft
  readonly when: 'in' | 'before' | 'after'
  readonly weekdays: readonly number[]
  readonly fromHour: number
  readonly toHour: number
  readonly id: number | null
  readonly text: string
  readonly count: 'pieces' | 'won'
  readonly stages: readonly Stage[]
  readonly score: 'recency' | 'frequency' | 'money'
  readonly from: number
  readonly to: number
  readonly consent: (typeof consents)[number]
  readonly given: boolean
  readonly occasion: 'birthday' | 'anniversary'
  readonly days: number | null
  readonly gender: 'female' | 'male' | 'other'
  readonly place: (typeof textFields)[number]
  readonly test: 'filled' | 'text' | 'choice' | 'number' | 'date'
}

export const firstFields: Fields = {
  at: 'least',
  value: 3,
  period: firstPeriod,
  when: 'in',
  weekdays: [1, 2, 3, 4, 5],
  fromHour: 7,
  toHour: 10,
  id: null,
  text: '',
  count: 'pieces',
  stages: ['at-risk'],
  score: 'money',
  from: 4,
  to: 5,
  consent: 'marketing',
  given: true,
  occasion: 'birthday',
  days: 7,
  gender: 'female',
  place: 'memo',
  test: 'filled',
}

const firstValues: Partial<Readonly<Record<Kind, number>>> = {
  spend: 100_000,
  average: 10_000,
  points: 1_000,
  rhythm: 14,
  away: 60,
  product: 1,
  category: 1,
  goodsName: 1,
}

/** A kind that was just chosen begins with a value that makes sense for it. */
export const fieldsForKind = (kind: Kind, before: Fields): Fields => ({
  ...before,
  value: firstValues[kind] ?? 3,
  id: null,
  text: '',
})

/** What the fields of a condition are given. */
export interface FieldsProps {
  readonly kind: Kind
  readonly fields: Fields
  readonly onChange: (fields: Fields) => void
}

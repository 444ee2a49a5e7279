import type { Condition, Period } from '#shared/contract/segment-rule.ts'
import { type Fields, firstFields, type Kind } from './fields.ts'
import { draftOfPeriod, periodOf } from './period-draft.ts'

/** The condition that has been chosen; null while something is missing. */
export const conditionOf = (kind: Kind, fields: Fields): Condition | null => {
  const { at, value, id, when } = fields
  const text = fields.text.normalize('NFC').trim()
  const period = periodOf(fields.period)
  switch (kind) {
    case 'visits':
    case 'spend':
    case 'average':
      if (value === null || period === undefined) return null
      return period === null
        ? { is: 'figure', of: kind, at, value }
        : { is: 'during', of: kind, period, at, value }
    case 'points':
    case 'rhythm':
    case 'away':
      return value === null ? null : { is: 'figure', of: kind, at, value }
    case 'first':
    case 'last':
    case 'joined':
      return period === undefined || period === null ? null : { is: 'date', of: kind, when, period }
    case 'time':
      return fields.weekdays.length === 0 || value === null || value < 1 || period === undefined
        ? null
        : {
            is: 'time',
            weekdays: [...fields.weekdays],
            fromHour: fields.fromHour,
            toHour: fields.toHour,
            period,
            value,
          }
    case 'product':
    case 'category':
      return id === null ? null : bought({ kind, id }, fields, period)
    case 'goodsName':
      return text === '' ? null : bought({ kind: 'name', text }, fields, period)
    case 'stage':
      return fields.stages.length === 0 ? null : { is: 'stage', stages: [...fields.stages] }
    case 'score':
      return fields.from > fields.to
        ? null
        : { is: 'score', of: fields.score, from: fields.from, to: fields.to }
    case 'member':
      return id === null ? null : { is: 'member', segmentId: id }
    case 'tag':
      return id === null ? null : { is: 'tag', tagId: id }
    case 'tier':
      return id === null ? null : { is: 'tier', tierId: id }
    case 'consent':
      return { is: 'consent', of: fields.consent, given: fields.given }
    case 'occasion':
      return fields.days === null || fields.days > 366
        ? null
        : { is: 'occasion', of: fields.occasion, withinDays: fields.days }
    case 'gender':
      return { is: 'gender', of: fields.gender }
    case 'text':
      return text === '' ? null : { is: 'text', of: fields.place, contains: text }
  }
  return fieldCondition(fields, text, period)
}

const bought = (
  what: Extract<Condition, { is: 'bought' }>['what'],
  { count, at, value }: Fields,
  period: Period | null | undefined,
): Condition | null =>
  value === null || period === undefined ? null : { is: 'bought', what, count, period, at, value }

const fieldCondition = (
  { id: fieldId, test, at, value, when }: Fields,
  text: string,
  period: Period | null | undefined,
): Condition | null => {
  if (fieldId === null) return null
  const whole = (made: Extract<Condition, { is: 'field' }>['test'] | null): Condition | null =>
    made === null ? null : { is: 'field', fieldId, test: made }
  switch (test) {
    case 'filled':
      return whole({ kind: 'filled' })
    case 'text':
      return whole(text === '' ? null : { kind: 'text', contains: text })
    case 'choice':
      return whole(text === '' ? null : { kind: 'choice', name: text })
    case 'number':
      return whole(value === null ? null : { kind: 'number', at, value })
  }
  return whole(period === undefined || period === null ? null : { kind: 'date', when, period })
}

const of = (kind: Kind, change: Partial<Fields>) => ({ kind, fields: { ...firstFields, ...change } })

/** A condition taken apart, to be changed. */
export const draftOfCondition = (one: Condition): { readonly kind: Kind; readonly fields: Fields } => {
  switch (one.is) {
    case 'figure':
      return of(one.of, { at: one.at, value: one.value, period: draftOfPeriod(null) })
    case 'during':
      return of(one.of, { at: one.at, value: one.value, period: draftOfPeriod(one.period) })
    case 'date':
      return of(one.of, { when: one.when, period: draftOfPeriod(one.period) })
    case 'time': {
      const { weekdays, fromHour, toHour, value, period } = one
      return of('time', { weekdays, fromHour, toHour, value, period: draftOfPeriod(period) })
    }
    case 'bought': {
      const { what, count, at, value, period } = one
      const rest = { count, at, value, period: draftOfPeriod(period) }
      return what.kind === 'name'
        ? of('goodsName', { ...rest, text: what.text })
        : of(what.kind, { ...rest, id: what.id })
    }
    case 'stage':
      return of('stage', { stages: one.stages })
    case 'score':
      return of('score', { score: one.of, from: one.from, to: one.to })
    case 'member':
      return of('member', { id: one.segmentId })
    case 'tag':
      return of('tag', { id: one.tagId })
    case 'tier':
      return of('tier', { id: one.tierId })
    case 'consent':
      return of('consent', { consent: one.of, given: one.given })
    case 'occasion':
      return of('occasion', { occasion: one.of, days: one.withinDays })
    case 'gender':
      return of('gender', { gender: one.of })
    case 'text':
      return of('text', { place: one.of, text: one.contains })
  }
  const { fieldId: id, test } = one
  const change: Partial<Fields> = { id, test: test.kind }
  if (test.kind === 'text') return of('field', { ...change, text: test.contains })
  if (test.kind === 'choice') return of('field', { ...change, text: test.name })
  if (test.kind === 'number') return of('field', { ...change, at: test.at, value: test.value })
  if (test.kind === 'date')
    return of('field', { ...change, when: test.when, period: draftOfPeriod(test.period) })
  return of('field', change)
}

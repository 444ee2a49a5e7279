import type { Period } from '#shared/contract/segment-rule.ts'
import type { WordKey } from '#shared/i18n/index.ts'

export const periodChoices = [
  'ever',
  'day',
  'week',
  'month',
  'year',
  'month.0',
  'month.1',
  'year.0',
  'year.1',
  'between',
] as const
export type PeriodChoice = (typeof periodChoices)[number]

/** A period as it is being chosen; what does not belong to the choice is kept for when it is changed back. */
export interface PeriodDraft {
  readonly choice: PeriodChoice
  readonly count: number | null
  readonly from: string
  readonly to: string
}

export const firstPeriod: PeriodDraft = { choice: 'month', count: 3, from: '', to: '' }

/** A day that there is, of a year that somebody lived in. */
const isDate = (text: string): boolean => {
  if (!/^(?:19|2\d)\d{2}-\d{2}-\d{2}$/.test(text)) return false
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}

/** Null for all time; undefined where something is missing. */
export const periodOf = ({ choice, count, from, to }: PeriodDraft): Period | null | undefined => {
  if (choice === 'ever') return null
  if (choice === 'between')
    return isDate(from) && isDate(to) && from <= to ? { of: 'between', from, to } : undefined
  if (choice === 'day' || choice === 'week' || choice === 'month' || choice === 'year')
    return count !== null && count >= 1 && count <= 1000 ? { of: 'last', count, unit: choice } : undefined
  const [unit, back] = choice.split('.')
  return { of: 'calendar', unit: unit === 'year' ? 'year' : 'month', back: Number(back) }
}

/** Why it is no period, in words; null where it is one. */
export const periodFault = (draft: PeriodDraft): WordKey | null => {
  if (periodOf(draft) !== undefined) return null
  if (draft.choice !== 'between') return 'segments.fault.count'
  return isDate(draft.from) && isDate(draft.to) ? 'range.reversed' : 'range.unfinished'
}

/** The other way round. A month or year further back than can be chosen is taken for the one before. */
export const draftOfPeriod = (period: Period | null): PeriodDraft => {
  if (period === null) return { ...firstPeriod, choice: 'ever' }
  if (period.of === 'last') return { ...firstPeriod, choice: period.unit, count: period.count }
  if (period.of === 'between') return { ...firstPeriod, choice: 'between', from: period.from, to: period.to }
  return { ...firstPeriod, choice: `${period.unit}.${period.back === 0 ? 0 : 1}` }
}

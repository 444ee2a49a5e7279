import type { SheetCondition } from '#shared/contract/sheet-filter.ts'
import { epochOf } from '#shared/dates.ts'
import type { SheetColumn } from '../types.ts'

/** A condition while it is being put together; what is empty says nothing. */
export interface FilterDraft {
  readonly text: string
  readonly from: string
  readonly to: string
  /** `30 day`: the last thirty days, or longer ago than that. */
  readonly span: string
  readonly within: boolean
  readonly values: readonly string[]
  readonly not: boolean
  readonly filled: boolean | null
}

const empty: FilterDraft = {
  text: '',
  from: '',
  to: '',
  span: '',
  within: true,
  values: [],
  not: false,
  filled: null,
}

export const draftOf = (condition: SheetCondition | null): FilterDraft => {
  switch (condition?.is) {
    case undefined:
      return empty
    case 'contains':
      return { ...empty, text: condition.text }
    case 'range':
    case 'dates':
      return { ...empty, from: String(condition.from ?? ''), to: String(condition.to ?? '') }
    case 'past':
      return { ...empty, span: `${condition.count} ${condition.unit}`, within: condition.within }
    case 'oneOf':
      return { ...empty, values: condition.values, not: condition.not }
    default:
      return { ...empty, filled: condition?.filled ?? null }
  }
}

/** Null while it says nothing, or nothing that can be asked. */
export const conditionOf = (
  { name: column, kind }: SheetColumn,
  draft: FilterDraft,
): SheetCondition | null => {
  if (draft.filled !== null) return { column, is: 'filled', filled: draft.filled }
  switch (kind) {
    case 'number':
    case 'won':
    case 'points': {
      const [from, to] = [numberIn(draft.from), numberIn(draft.to)]
      if (from === undefined || to === undefined || (from === null && to === null)) return null
      return { column, is: 'range', from, to }
    }
    case 'date':
    case 'moment': {
      const span = /^(\d{1,4}) (day|week|month|year)$/.exec(draft.span)
      const unit = (['day', 'week', 'month', 'year'] as const).find((one) => one === span?.[2])
      const count = Number(span?.[1])
      if (unit !== undefined && count >= 1 && count <= 1000)
        return { column, is: 'past', count, unit, within: draft.within }
      const [from, to] = [dayIn(draft.from), dayIn(draft.to)]
      if (from === undefined || to === undefined || (from === null && to === null)) return null
      return { column, is: 'dates', from, to }
    }
    case 'choice':
    case 'bool':
    case 'tags':
      return draft.values.length === 0
        ? null
        : { column, is: 'oneOf', values: [...draft.values], not: draft.not }
    default: {
      const text = draft.text.trim()
      return text === '' ? null : { column, is: 'contains', text }
    }
  }
}

/** `2026-01-31`, `2026.1.31`, `20260131`; null where nothing stands, undefined where it is no day. */
const dayIn = (text: string): string | null | undefined => {
  const bare = text.normalize('NFKC').trim()
  if (bare === '') return null
  const parts =
    /^(\d{4})\s*[-./년]\s*(\d{1,2})\s*[-./월]\s*(\d{1,2})\s*[.일]?$/.exec(bare) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(bare)
  if (parts === null) return undefined
  const [, year = '', month = '', day = ''] = parts
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return epochOf(Number(year), Number(month), Number(day)) === null ? undefined : date
}

/** Null where nothing stands, undefined where it is no number. */
const numberIn = (text: string): number | null | undefined => {
  const bare = text.normalize('NFKC').replace(/[\s,원점]/g, '')
  if (bare === '') return null
  // Tens of thousands are counted by a word: 50만 is half a million.
  const [, figure = '', tenThousands = ''] = /^(.*?)(만?)$/.exec(bare) ?? []
  const value = Number(figure) * (tenThousands === '' ? 1 : 10_000)
  return Number.isFinite(value) ? value : undefined
}

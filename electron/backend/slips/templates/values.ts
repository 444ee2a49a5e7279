import type { DayCondition, PlainCondition } from '#shared/slips/conditions.ts'
import type { FieldId, ListId } from '#shared/slips/fields.ts'
import type { SlipRow } from '../slip.ts'

/** What a template is filled with. Everything is already masked and in the paper's words. */
export interface SlipValues {
  /** What is missing or empty leaves its line out. */
  readonly fields: Readonly<Partial<Record<FieldId, string>>>
  /** Rows; one without figures is a line of its own. */
  readonly lists: Readonly<Partial<Record<ListId, readonly SlipRow[]>>>
  readonly facts: Readonly<Partial<Record<PlainCondition, boolean>>>
  /** In how many days something ends; missing where nothing does. */
  readonly days: Readonly<Partial<Record<DayCondition, number>>>
  /** The card that is to be drawn; null for none. */
  readonly stamps: StampStand | null
}

export interface StampStand {
  readonly filled: number
  readonly of: number
}

export const noValues: SlipValues = { fields: {}, lists: {}, facts: {}, days: {}, stamps: null }

/** Values from several places as one; where two know the same, the later one is right. */
export const joinValues = (...parts: readonly Partial<SlipValues>[]): SlipValues =>
  parts.reduce<SlipValues>(
    (all, part) => ({
      fields: { ...all.fields, ...part.fields },
      lists: { ...all.lists, ...part.lists },
      facts: { ...all.facts, ...part.facts },
      days: { ...all.days, ...part.days },
      stamps: part.stamps === undefined ? all.stamps : part.stamps,
    }),
    noValues,
  )

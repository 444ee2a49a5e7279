import { type Rule, rule as ruleSchema } from '#shared/contract/segment-rule.ts'
import { type SegmentSettings, segmentSettings } from '#shared/contract/segments.ts'
import { addDays, type BusinessDate } from '#shared/dates.ts'
import type { Reader } from '../platform/db/statements.ts'
import { defaultSettings } from './default-settings.ts'
import { limitRows, ownGroups, readSettings } from './groups.repo.ts'
import { segmentLimits } from './heavy.repo.ts'
import type { Heavy, RuleView } from './heavy.ts'
import { limitsOfRows } from './limit-rows.ts'
import type { PeopleLimits } from './people-limits.ts'

/** What rules are seen by: the settings, the limits that come of everybody, the owner's own groups. */
export interface Views {
  settings(): SegmentSettings
  /** @param complete whether nothing in the ledger lies after that day. */
  at(asOf: BusinessDate, complete: boolean): RuleView
  /** Measures the limits of a day beside the counter's way, where they are not kept. */
  measure(asOf: BusinessDate): Promise<void>
  /** After settings or limits were written. */
  forget(): void
}

export const createViews = (reader: Reader, heavy: Heavy): Views => {
  let known: SegmentSettings | null = null
  let measured: { readonly asOf: BusinessDate; readonly limits: PeopleLimits } | null = null

  const settings = (): SegmentSettings => {
    known ??= settingsOf(readSettings(reader))
    return known
  }
  const keptLimits = (asOf: BusinessDate): PeopleLimits | null =>
    limitsOfRows(limitRows(reader, addDays(asOf, -1), asOf))
  /** As kept with the day before; where that is still to be done they are measured. */
  const limits = (asOf: BusinessDate): PeopleLimits => {
    if (measured?.asOf !== asOf)
      measured = {
        asOf,
        limits: keptLimits(asOf) ?? segmentLimits(reader, asOf, settings()),
      }
    return measured.limits
  }
  return {
    settings,
    at: (asOf, complete) => ({
      asOf,
      complete,
      settings: settings(),
      limits: limits(asOf),
      rules: new Map(ownGroups(reader).map((row) => [row.id, storedRule(row.rule)])),
    }),
    async measure(asOf) {
      if (measured?.asOf === asOf) return
      const found = keptLimits(asOf) ?? (await heavy.limits(asOf, settings()))
      measured = { asOf, limits: found }
    },
    forget() {
      known = null
      measured = null
    },
  }
}

/** What a later program wrote and this one does not know is nobody, rather than everybody. */
export const storedRule = (json: string): Rule => {
  const parsed = ruleSchema.safeParse(JSON.parse(json))
  return parsed.success ? parsed.data : { any: [] }
}

const settingsOf = (json: string | null): SegmentSettings => {
  if (json === null) return defaultSettings
  const parsed = segmentSettings.safeParse(JSON.parse(json))
  return parsed.success ? parsed.data : defaultSettings
}

import type { Rule, Stage } from '#shared/contract/segment-rule.ts'
import type { SegmentSettings } from '#shared/contract/segments.ts'
import type { BusinessDate } from '#shared/dates.ts'
import type { PeopleLimits } from './people-limits.ts'

/** Somebody as of an earlier day, in the order of the columns; points are always those of now. */
export type EarlierRow = readonly [
  customerId: number,
  visits: number,
  spend: number,
  firstVisit: string | null,
  lastVisit: string | null,
  rhythmDays: number | null,
  atRiskFrom: string | null,
  lostFrom: string | null,
  returnedOn: string | null,
]

/** As of when, and how those stood then who have had receipts since. */
export interface Moment {
  readonly asOf: BusinessDate
  readonly earlier: readonly EarlierRow[]
  /** Nothing in the ledger lies after that day. */
  readonly complete: boolean
}

/** Ids, both included. */
export interface Among {
  readonly from: number
  readonly to: number
}

/** What the ready groups are measured by, and as of when. */
export interface GroupView {
  readonly asOf: BusinessDate
  readonly settings: SegmentSettings
  readonly limits: PeopleLimits
}

export interface RuleView extends GroupView {
  /** Only customers with these ids; without it everybody. */
  readonly among?: Among
  /** Whether nothing in the ledger lies after the day as of which is asked. */
  readonly complete: boolean
  /** The owner's own groups, those that were taken away included. */
  readonly rules: ReadonlyMap<number, Rule>
}

/** How many people there are of each ready group, stage and scores. */
export interface Census {
  readonly ready: number
  readonly stage: Stage | null
  readonly recency: number | null
  readonly frequency: number | null
  readonly money: number | null
  readonly people: number
}

/** What takes long over many customers, asked beside the counter's way. */
export interface Heavy {
  count(
    rule: Rule,
    view: RuleView,
    moment: Moment,
    names: number,
  ): Promise<{ readonly count: number; readonly some: string[] }>
  members(rule: Rule, view: RuleView, moment: Moment, within: readonly number[]): Promise<number[]>
  /** The same for work in the background: questions go before it. */
  membersLater: Heavy['members']
  census(view: GroupView): Promise<Census[]>
  limits(asOf: BusinessDate, settings: SegmentSettings): Promise<PeopleLimits>
}

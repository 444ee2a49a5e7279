import { type Stage, stages } from '#shared/contract/segment-rule.ts'
import type { SegmentSettings } from '#shared/contract/segments.ts'
import { addDays, type BusinessDate } from '#shared/dates.ts'
import { type Course, stageSince } from './life-cycle.ts'
import type { PeopleLimits } from './people-limits.ts'
import { boxOf, scoresOf } from './rfm.ts'

/** The usual four; everybody is in one of them. */
export const readyIds = { vip: 1, plain: 2, new: 3, dormant: 4 } as const

/** 11 to 16, in the order of the contract. */
export const stageIds: Readonly<Record<Stage, number>> = {
  new: 11,
  growing: 12,
  regular: 13,
  'at-risk': 14,
  lost: 15,
  returned: 16,
}

/** Whoever has come and fits no box. Boxes have ids of their own from 21 on. */
export const noBoxId = 20

/** Groups of the owner's own have ids as all rows have; those below are ready. */
export const firstOwnId = 1000

export const stageOfId = (segmentId: number): Stage | null =>
  stages.find((stage) => stageIds[stage] === segmentId) ?? null

/** Everything of somebody that ready groups ask for, as of a day. */
export interface Guest extends Course {
  readonly spend: number
  readonly joinedOn: BusinessDate
}

/** 휴면 before 신규 before 우수; who is none of them is 일반. */
export const readyIdOf = (
  guest: Guest,
  asOf: BusinessDate,
  settings: SegmentSettings,
  limits: Pick<PeopleLimits, 'vip'>,
): number => readyIdSince(guest, asOf, addDays(asOf, -settings.newDays), settings, limits)

const readyIdSince = (
  guest: Guest,
  asOf: BusinessDate,
  since: BusinessDate,
  settings: SegmentSettings,
  limits: Pick<PeopleLimits, 'vip'>,
): number => {
  const lost = guest.lostFrom ?? addDays(guest.joinedOn, settings.plainDays)
  if (asOf >= lost) return readyIds.dormant
  if ((guest.firstVisit ?? guest.joinedOn) > since) return readyIds.new
  return guest.spend >= limits.vip ? readyIds.vip : readyIds.plain
}

/** The ready groups that guests are in at the end of a day: what depends on the day alone is reckoned once. */
export const readyGroupsOn = (
  asOf: BusinessDate,
  settings: SegmentSettings,
  limits: PeopleLimits,
): { groupsOf(guest: Guest): number[]; boxOf(guest: Guest): number | null } => {
  const since = addDays(asOf, -settings.newDays)
  return {
    /** One of the usual four, and a stage. */
    groupsOf(guest) {
      const ready = readyIdSince(guest, asOf, since, settings, limits)
      const stage = stageSince(guest, asOf, since, settings.regularVisits)
      return stage === null ? [ready] : [ready, stageIds[stage]]
    },
    /** Null for who never came. */
    boxOf({ lastVisit, visits, spend }) {
      if (lastVisit === null) return null
      return boxOf(scoresOf({ lastVisit, visits, spend }, asOf, limits), settings.boxes)?.id ?? noBoxId
    },
  }
}

/** The ready groups that somebody is in. */
export const readyIdsOf = (
  guest: Guest,
  asOf: BusinessDate,
  settings: SegmentSettings,
  limits: PeopleLimits,
): number[] => {
  const groups = readyGroupsOn(asOf, settings, limits)
  const box = groups.boxOf(guest)
  return [...groups.groupsOf(guest), ...(box === null ? [] : [box])]
}

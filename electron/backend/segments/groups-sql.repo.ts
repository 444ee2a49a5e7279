import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Stage } from '#shared/contract/segment-rule.ts'
import type { Box } from '#shared/contract/segments.ts'
import { addDays } from '#shared/dates.ts'
import type { GroupView } from './heavy.ts'
import { noBoxId, readyIds, stageOfId } from './ready-groups.ts'
import { everybody, nobody, surely, type Truth } from './sum-condition.repo.ts'

/** The stage of each, as `stageOf` in `life-cycle.ts` says it; null for who never came. */
export const stageSql = ({ asOf, settings }: GroupView): RawBuilder<unknown> => {
  const since = addDays(asOf, -settings.newDays)
  return sql`CASE
    WHEN f.first_visit IS NULL OR s.lost_from IS NULL THEN NULL
    WHEN ${asOf} >= s.lost_from THEN 'lost'
    WHEN ${asOf} >= s.at_risk_from THEN 'at-risk'
    WHEN s.returned_on > ${since} THEN 'returned'
    WHEN f.first_visit > ${since} THEN 'new'
    WHEN f.visits >= ${settings.regularVisits} THEN 'regular'
    ELSE 'growing' END`
}

export const inStages = (stages: readonly Stage[], view: GroupView): Truth =>
  surely(sql<SqlBool>`${stageSql(view)} IN (${sql.join(stages)})`)

/** As `readyIdOf` in `ready-groups.ts`. */
export const readySql = ({ asOf, settings, limits }: GroupView): RawBuilder<unknown> => sql`CASE
  WHEN iif(s.lost_from IS NULL, c.joined_on <= ${addDays(asOf, -settings.plainDays)}, ${asOf} >= s.lost_from)
    THEN ${readyIds.dormant}
  WHEN coalesce(f.first_visit, c.joined_on) > ${addDays(asOf, -settings.newDays)} THEN ${readyIds.new}
  WHEN f.spend >= ${limits.vip} THEN ${readyIds.vip}
  ELSE ${readyIds.plain} END`

type ScoreName = 'recency' | 'frequency' | 'money'

/** 1 to 5, as `scoresOf` in `rfm.ts`; null for who never came. */
export const scoreSql = (of: ScoreName, { asOf, limits }: GroupView): RawBuilder<unknown> => {
  const reached = (test: (limit: number) => RawBuilder<unknown>): RawBuilder<unknown> =>
    sql.join(
      limits[of].map((limit) => sql`(${test(limit)})`),
      sql` + `,
    )
  if (of === 'recency') {
    // So many days ago or longer, days being whole.
    const sum = reached((limit) => sql`f.last_visit <= ${addDays(asOf, -Math.min(40_000, Math.ceil(limit)))}`)
    return sql`(5 - (${sum}))`
  }
  const figure = of === 'frequency' ? sql`f.visits` : sql`f.spend`
  return sql`iif(f.last_visit IS NULL, NULL, 1 + ${reached((limit) => sql`${figure} >= ${limit}`)})`
}

export const inScores = (of: ScoreName, from: number, to: number, view: GroupView): Truth =>
  surely(sql<SqlBool>`${scoreSql(of, view)} BETWEEN ${from} AND ${to}`)

const fits = (box: Box, view: GroupView): Truth =>
  sql<SqlBool>`(${sql.join(
    (['recency', 'frequency', 'money'] as const).map((of) => inScores(of, box[of].from, box[of].to, view)),
    sql` AND `,
  )})`

/** The first box that fits wins, so that what comes before it must not. */
const inBox = (segmentId: number, view: GroupView): Truth => {
  const place = view.settings.boxes.findIndex((box) => box.id === segmentId)
  if (place < 0 && segmentId !== noBoxId) return nobody
  const before = place < 0 ? view.settings.boxes : view.settings.boxes.slice(0, place)
  const own = view.settings.boxes[place]
  const parts = [
    own === undefined ? sql<SqlBool>`f.last_visit IS NOT NULL` : fits(own, view),
    ...before.map((box) => sql<SqlBool>`NOT ${fits(box, view)}`),
  ]
  return sql<SqlBool>`(${sql.join(parts, sql` AND `)})`
}

/** Whether somebody is in one of the ready groups; nobody is in one that there is not. */
export const inReadyGroup = (segmentId: number, view: GroupView): Truth => {
  if (Object.values(readyIds).some((id) => id === segmentId))
    return surely(sql<SqlBool>`${readySql(view)} = ${segmentId}`)
  const stage = stageOfId(segmentId)
  return stage === null ? inBox(segmentId, view) : inStages([stage], view)
}

export const truthOf = (parts: readonly Truth[], how: 'all' | 'any'): Truth => {
  if (parts.length === 0) return how === 'all' ? everybody : nobody
  return sql<SqlBool>`(${sql.join(parts, how === 'all' ? sql` AND ` : sql` OR `)})`
}

import { setImmediate as breathe } from 'node:timers/promises'
import type { CallOutput, CallParsed } from '#shared/contract/index.ts'
import type { Rule } from '#shared/contract/segment-rule.ts'
import type { SegmentSettings } from '#shared/contract/segments.ts'
import { addDays, type BusinessDate, businessDate } from '#shared/dates.ts'
import type { Clock } from '../platform/clock.ts'
import type { Reader, UnitOfWork } from '../platform/db/statements.ts'
import type { Emit } from '../platform/emit.ts'
import type { Ids } from '../platform/ids.ts'
import type { Log } from '../platform/log/log.ts'
import { readShop } from '../shop/shop.service.ts'
import { dayOf } from '../tiers/day.service.ts'
import { readChoices } from './choices.repo.ts'
import { membersNow } from './evaluate.repo.ts'
import { forgetLimits, writeSettings } from './groups.repo.ts'
import type { Census, Heavy, Moment } from './heavy.ts'
import { createKeeping, type Keeping } from './keeping.service.ts'
import { daysAfter, membersNowIn, movementAfter, movers, whereNow } from './membership.repo.ts'
import { createOwnGroups, type OwnGroups } from './own-groups.service.ts'
import { sumsAreCounted } from './people.repo.ts'
import { createQuestions } from './questions.ts'
import { noBoxId, readyIds, stageIds } from './ready-groups.ts'
import { boxOf } from './rfm.ts'
import { ruleSql } from './rule-sql.repo.ts'
import { everyStandingIsDue } from './standing.repo.ts'
import { createStandings } from './standing.service.ts'
import { createViews } from './view.service.ts'

export interface SegmentsService extends OwnGroups {
  list(): Promise<CallOutput<'segments.list'>>
  /** Throws `segment.not-found`, `segment.circular`. */
  count(rule: Rule): Promise<CallOutput<'segments.count'>>
  /** Ids of those whom a rule finds now, ascending. */
  members(rule: Rule): Promise<number[]>
  compare(pair: CallParsed<'segments.compare'>): Promise<CallOutput<'segments.compare'>>
  history(asked: CallParsed<'segments.history'>): CallOutput<'segments.history'>
  flow(asked: CallParsed<'segments.flow'>): CallOutput<'segments.flow'>
  flowMembers(asked: CallParsed<'segments.flowMembers'>): number[]
  choices(): CallOutput<'segments.choices'>
  settings(): SegmentSettings
  saveSettings(settings: SegmentSettings): void
  /** A group as it stands now, as a list within another query over customers. */
  membersNow(segmentId: number): ReturnType<typeof membersNow>
  /** Keeps the business days that are over, where that is still to be done. Never rejects. */
  look(): Promise<void>
  stop(): Promise<void>
}

export interface SegmentsParts {
  readonly reader: Reader
  readonly unit: UnitOfWork
  readonly ids: Ids
  readonly clock: Clock
  readonly log: Log
  readonly emit: Emit
  readonly heavy: Heavy
  /**
   * Called between two pieces of keeping, to bring what they wrote back into the ledger.
   * @returns whether that took some milliseconds, so that others should have their turn.
   */
  readonly bringBackSome: () => boolean
}

/** Movement is told of so many days. */
const movementDays = 30
const someOf = 5
const moversShown = 100

export const createSegments = ({
  reader,
  unit,
  ids,
  clock,
  log,
  emit,
  heavy,
  bringBackSome,
}: SegmentsParts): SegmentsService => {
  const views = createViews(reader, heavy)
  const standings = createStandings(reader, unit, () => views.settings())
  const questions = createQuestions()
  const keeping: Keeping = createKeeping({
    reader,
    unit,
    views,
    standings,
    heavy,
    between: async () => {
      if (bringBackSome()) await breathe()
      await questions.none()
    },
  })
  const today = (): BusinessDate => businessDate(clock.now(), readShop(reader).closes_at_hour)
  const own = createOwnGroups({ reader, unit, ids, clock, views, today })
  let looking: Promise<void> | null = null

  const now = async () => {
    await standings.freshen()
    const asOf = today()
    await views.measure(asOf)
    const moment: Moment = { asOf, earlier: [], complete: true }
    return { asOf, moment, view: views.at(asOf, true) }
  }

  const catchUp = async (): Promise<void> => {
    try {
      if (!sumsAreCounted(reader)) return
      // By a clock that jumped ahead ten years of days would be kept, and none of the real ones after them.
      const kept = await keeping.catchUp(addDays(dayOf(reader, clock.now()), -1))
      if (kept > 0) emit('segments.kept', { keptTo: keeping.keptTo() })
    } catch (error) {
      log.error('segments.keep', { error })
    }
  }

  const asked = {
    async list() {
      const { asOf, moment, view } = await now()
      const rows = await heavy.census(view)
      const counts = countsOf(rows, view.settings)
      const movement = new Map(
        movementAfter(reader, addDays(asOf, -movementDays)).map((row) => [row.segment_id, row]),
      )
      const row = (id: number, kind: 'ready' | 'stage' | 'box', name: string | null = null) => ({
        id,
        kind,
        name,
        rule: null,
        count: counts.get(id) ?? 0,
        entered: movement.get(id)?.entered ?? 0,
        left: movement.get(id)?.left ?? 0,
      })
      return {
        asOf,
        keptTo: keeping.keptTo(),
        people: rows.reduce((sum, { people }) => sum + people, 0),
        segments: [
          ...Object.values(readyIds).map((id) => row(id, 'ready')),
          ...Object.values(stageIds).map((id) => row(id, 'stage')),
          ...view.settings.boxes.map(({ id, name }) => row(id, 'box', name)),
          row(noBoxId, 'box'),
          ...(await Promise.all(
            own.own().map(async ({ id, name, rule }) => ({
              ...row(id, 'ready'),
              kind: 'own' as const,
              name,
              rule,
              count: (await heavy.count({ is: 'member', segmentId: id }, view, moment, 0)).count,
            })),
          )),
        ],
      }
    },
    async count(rule: Rule) {
      const { moment, view } = await now()
      const found = await heavy.count(rule, view, moment, someOf)
      const everybody = await heavy.count({ all: [] }, view, moment, 0)
      return { ...found, people: everybody.count }
    },
    async members(rule: Rule) {
      const { moment, view } = await now()
      return heavy.members(rule, view, moment, [])
    },
    async compare({ a, b }: CallParsed<'segments.compare'>) {
      const { moment, view } = await now()
      const count = async (rule: Rule): Promise<number> => (await heavy.count(rule, view, moment, 0)).count
      const inA: Rule = { is: 'member', segmentId: a }
      const inB: Rule = { is: 'member', segmentId: b }
      const both = await count({ all: [inA, inB] })
      return { both, onlyA: (await count(inA)) - both, onlyB: (await count(inB)) - both }
    },
  }

  return {
    ...own,
    list: () => questions.during(() => asked.list()),
    count: (rule) => questions.during(() => asked.count(rule)),
    members: (rule) => questions.during(() => asked.members(rule)),
    compare: (pair) => questions.during(() => asked.compare(pair)),
    history({ id, days }) {
      const after = addDays(today(), -days)
      const kept = daysAfter(reader, id, '')
      // On its first day everybody came in, which tells nothing.
      const first = kept[0]?.business_date ?? after
      const since = first > after ? first : after
      const moved = (how: 'from_date' | 'to_date') =>
        movers(reader, id, how, since, moversShown).map((one) => ({
          customerId: one.customer_id,
          name: one.name,
          on: one.on,
        }))
      return {
        days: kept
          .filter((day) => day.business_date > after)
          .map(({ business_date: date, members, entered, left }) => ({ date, members, entered, left })),
        entered: moved('from_date'),
        left: moved('to_date'),
      }
    },
    flow({ id, from, to }) {
      const rows = whereNow(reader, id, from, to, Object.values(stageIds))
      return {
        people: rows.reduce((sum, { people }) => sum + people, 0),
        now: rows.flatMap(({ segment_id: segmentId, people }) =>
          segmentId === null ? [] : [{ segmentId, count: people }],
        ),
      }
    },
    flowMembers: ({ id, from, to, into }) =>
      membersNowIn(reader, id, from, to, Object.values(stageIds), into),
    choices: () => readChoices(reader),
    settings: () => views.settings(),
    saveSettings(settings) {
      unit.write((tx) => {
        writeSettings(tx, JSON.stringify(settings))
        forgetLimits(tx)
        everyStandingIsDue(tx)
      })
      views.forget()
    },
    membersNow(segmentId) {
      while (!standings.piece());
      const asOf = today()
      return membersNow(ruleSql({ is: 'member', segmentId }, views.at(asOf, true)), asOf)
    },
    look() {
      looking ??= catchUp().finally(() => {
        looking = null
      })
      return looking
    },
    async stop() {
      keeping.stop()
      await looking
    },
  }
}

/** How many are in each ready group. */
const countsOf = (rows: readonly Census[], { boxes }: SegmentSettings): Map<number, number> => {
  const counts = new Map<number, number>()
  const add = (id: number, people: number): void => void counts.set(id, (counts.get(id) ?? 0) + people)
  for (const { ready, stage, recency, frequency, money, people } of rows) {
    add(ready, people)
    if (stage !== null) add(stageIds[stage], people)
    if (recency !== null && frequency !== null && money !== null)
      add(boxOf({ recency, frequency, money }, boxes)?.id ?? noBoxId, people)
  }
  return counts
}

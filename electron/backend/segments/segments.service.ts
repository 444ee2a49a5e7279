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
import { readChoices } from './choices.repo.ts'
import {
  type Census,
  census,
  countPeople,
  idsOfPeople,
  type Moment,
  membersNow,
  someNames,
} from './evaluate.repo.ts'
import { forgetLimits, writeSettings } from './groups.repo.ts'
import { createKeeping, type Keeping } from './keeping.service.ts'
import { daysAfter, movementAfter, movers, whereNow } from './membership.repo.ts'
import { createOwnGroups, type OwnGroups } from './own-groups.service.ts'
import { noBoxId, readyIds, stageIds } from './ready-groups.ts'
import { boxOf } from './rfm.ts'
import { ruleSql } from './rule-sql.repo.ts'
import { everyStandingIsDue } from './standing.repo.ts'
import { createStandings } from './standing.service.ts'
import { everybody } from './sum-condition.repo.ts'
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
}

/** Movement is told of so many days. */
const movementDays = 30
const someOf = 5
const moversShown = 100

export const createSegments = ({ reader, unit, ids, clock, log, emit }: SegmentsParts): SegmentsService => {
  const views = createViews(reader)
  const standings = createStandings(reader, unit, () => views.settings())
  const keeping: Keeping = createKeeping(reader, unit, views, standings)
  const today = (): BusinessDate => businessDate(clock.now(), readShop(reader).closes_at_hour)
  const own = createOwnGroups({ reader, unit, ids, clock, views, today })
  let looking: Promise<void> | null = null

  const now = async () => {
    await standings.freshen()
    const asOf = today()
    const moment: Moment = { asOf, earlier: [], complete: true }
    return { asOf, moment, view: views.at(asOf, true) }
  }

  const catchUp = async (): Promise<void> => {
    try {
      const kept = await keeping.catchUp(addDays(today(), -1))
      if (kept > 0) emit('segments.kept', { keptTo: keeping.keptTo() })
    } catch (error) {
      log.error('segments.keep', { error })
    }
  }

  return {
    ...own,
    async list() {
      const { asOf, moment, view } = await now()
      const rows = census(reader, view)
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
          ...own.own().map(({ id, name, rule }) => ({
            ...row(id, 'ready'),
            kind: 'own' as const,
            name,
            rule,
            count: countPeople(reader, ruleSql(rule, view, [id]), moment),
          })),
        ],
      }
    },
    async count(rule) {
      const { moment, view } = await now()
      const truth = ruleSql(rule, view)
      return {
        count: countPeople(reader, truth, moment),
        people: countPeople(reader, everybody, moment),
        some: someNames(reader, truth, moment, someOf),
      }
    },
    async members(rule) {
      const { moment, view } = await now()
      return idsOfPeople(reader, ruleSql(rule, view), moment)
    },
    async compare({ a, b }) {
      const { moment, view } = await now()
      const ofBoth = (rule: Rule): number => countPeople(reader, ruleSql(rule, view), moment)
      const [inA, inB] = [a, b].map((segmentId): Rule => ({ is: 'member', segmentId }))
      if (inA === undefined || inB === undefined) return { onlyA: 0, both: 0, onlyB: 0 }
      const both = ofBoth({ all: [inA, inB] })
      return { both, onlyA: ofBoth(inA) - both, onlyB: ofBoth(inB) - both }
    },
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

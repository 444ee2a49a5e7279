import { setImmediate as breathe } from 'node:timers/promises'
import { addDays, type BusinessDate } from '#shared/dates.ts'
import type { Reader, UnitOfWork } from '../platform/db/statements.ts'
import { ownGroups, putLimits } from './groups.repo.ts'
import type { Heavy, Moment } from './heavy.ts'
import { daysToKeep } from './kept-days.ts'
import { rowsOfLimits } from './limit-rows.ts'
import {
  type DayRow,
  daysAfter,
  enter,
  firstDay,
  keptGroups,
  lastKept,
  leave,
  movedOn,
  openMembers,
  putDays,
} from './membership.repo.ts'
import { createPast, type Past } from './past.service.ts'
import { addToSample, emptySample, limitsOfSample, type PeopleLimits } from './people-limits.ts'
import { type Guest, noBoxId, readyGroupsOn, readyIds, stageIds } from './ready-groups.ts'
import type { Standings, Watch } from './standing.service.ts'
import { storedRule, type Views } from './view.service.ts'

/** Keeps who is in which group, business day by business day; the boxes of scores at the end of each month. */
export interface Keeping {
  /** Everything up to that day that is missing, in pieces. @returns how many days were kept. */
  catchUp(until: BusinessDate): Promise<number>
  keptTo(): BusinessDate | null
  /** Ends after the piece that runs; the day is begun anew next time. */
  stop(): void
}

export interface KeepingParts {
  readonly reader: Reader
  readonly unit: UnitOfWork
  readonly views: Views
  readonly standings: Standings
  readonly heavy: Heavy
  /** Between two pieces, of some milliseconds each: resolves when the next may begin. */
  readonly between: () => Promise<void>
}

const peopleAPiece = 4000
const membersAPiece = 4000
const rowsAPiece = 500

/** Somebody comes into a group or goes. */
interface Move {
  readonly how: typeof enter
  readonly segmentId: number
  readonly id: number
}

/** Days that are kept one after the other. */
interface Run {
  readonly past: Past
  /** The settings that it was begun with. */
  readonly settings: string
  readonly watch: Watch
  /** Members as they were kept last, ascending, of the groups that were looked at. */
  readonly open: Map<number, readonly number[]>
}

export const createKeeping = ({ reader, unit, views, standings, heavy, between }: KeepingParts): Keeping => {
  let stopped = false
  const goesOn = async (): Promise<boolean> => {
    await breathe()
    await between()
    return !stopped
  }

  /** @returns false when it was stopped half-way. */
  const inPieces = async <T>(all: Iterable<T>, work: (one: T) => void): Promise<boolean> => {
    let count = 0
    for (const one of all) {
      work(one)
      count += 1
      if (count % peopleAPiece === 0 && !(await goesOn())) return false
    }
    return goesOn()
  }

  const begin = (): Run => {
    const settings = views.settings()
    const watch = standings.watch()
    return {
      past: createPast({ reader, settings, goesOn, changed: () => watch.take() }),
      settings: JSON.stringify(settings),
      watch,
      open: new Map(),
    }
  }

  /** Who is in a group as it was kept last, ascending; null when it was stopped half-way. */
  const keptMembers = async (run: Run, segmentId: number): Promise<readonly number[] | null> => {
    const known = run.open.get(segmentId)
    if (known !== undefined) return known
    const members: number[] = []
    for (let after = 0; ; ) {
      const page = openMembers(reader, segmentId, after, membersAPiece)
      for (const id of page) members.push(id)
      after = page.at(-1) ?? after
      if (!(await goesOn())) return null
      if (page.length < membersAPiece) return members
    }
  }

  const write = async (moves: readonly Move[], on: BusinessDate): Promise<boolean> => {
    for (let from = 0; from < moves.length; from += rowsAPiece) {
      const piece = Map.groupBy(moves.slice(from, from + rowsAPiece), ({ how }) => how)
      unit.write((tx) => {
        for (const [how, alike] of piece)
          for (const [segmentId, own] of Map.groupBy(alike, (move) => move.segmentId))
            how(
              tx,
              segmentId,
              own.map(({ id }) => id),
              on,
            )
      })
      if (!(await goesOn())) return false
    }
    return true
  }

  /** Members of the ready groups, ascending; the boxes only where they are asked for. */
  const readyMembers = async (
    guests: ReadonlyMap<number, Guest>,
    asOf: BusinessDate,
    limits: PeopleLimits,
    boxes: boolean,
  ): Promise<Map<number, number[]> | null> => {
    const settings = views.settings()
    const ids = [...Object.values(readyIds), ...Object.values(stageIds)]
    if (boxes) ids.push(...settings.boxes.map(({ id }) => id), noBoxId)
    const groups = new Map<number, number[]>(ids.map((id) => [id, []]))
    const on = readyGroupsOn(asOf, settings, limits)
    const sorted = await inPieces(guests, ([customerId, guest]) => {
      if (!wasThere(guest, asOf)) return
      for (const id of on.groupsOf(guest)) groups.get(id)?.push(customerId)
      const box = boxes ? on.boxOf(guest) : null
      if (box !== null) groups.get(box)?.push(customerId)
    })
    return sorted ? groups : null
  }

  /** Members of one of the owner's own groups, ascending, some thousand customers at a time. */
  const ownMembers = async (
    rule: string,
    segmentId: number,
    moment: Moment,
    limits: PeopleLimits,
    customers: readonly number[],
  ): Promise<number[] | null> => {
    const members: number[] = []
    const view = { ...views.at(moment.asOf, moment.complete), limits }
    for (let from = 0; from < customers.length; from += peopleAPiece) {
      const among = {
        from: customers[from] ?? 0,
        to: customers[Math.min(from + peopleAPiece, customers.length) - 1] ?? 0,
      }
      const earlier = moment.earlier.filter(([id]) => id >= among.from && id <= among.to)
      const part = { ...moment, earlier }
      for (const id of await heavy.membersLater(storedRule(rule), { ...view, among }, part, [segmentId]))
        members.push(id)
      if (!(await goesOn())) return null
    }
    return members
  }

  /** @returns false when it was stopped half-way. */
  const keep = async (asOf: BusinessDate, run: Run): Promise<boolean> => {
    const then = await run.past.at(asOf)
    if (then === null) return false
    const { moment, guests } = then
    const sample = emptySample()
    const gathered = await inPieces(guests.values(), (guest) => {
      if (wasThere(guest, asOf)) addToSample(sample, guest, asOf)
    })
    if (!gathered) return false
    const limits = limitsOfSample(sample, views.settings())
    const kept = keptGroups(reader)
    // A box that there was not yet is kept from its first day on.
    const boxIds = [...views.settings().boxes.map(({ id }) => id), noBoxId]
    const boxes = isMonthEnd(asOf) || boxIds.some((id) => !kept.includes(id))
    const groups = await readyMembers(guests, asOf, limits, boxes)
    if (groups === null) return false
    if (!isMonthEnd(asOf)) for (const id of boxIds) if (kept.includes(id)) groups.delete(id)
    const customers = [...guests.keys()]
    for (const own of ownGroups(reader)) {
      if (own.removed_at !== null) continue
      const members = await ownMembers(own.rule, own.id, moment, limits, customers)
      if (members === null) return false
      groups.set(own.id, members)
    }
    const ended = kept.filter((id) => !groups.has(id) && !boxIds.includes(id))
    const become = new Map<number, readonly number[]>([...groups, ...ended.map((id) => [id, []] as const)])
    const moves: Move[] = []
    for (const [id, members] of become) {
      const before = await keptMembers(run, id)
      if (before === null) return false
      addMoves(moves, id, before, members)
    }
    if (!(await write(moves, asOf))) return false
    unit.write((tx) => {
      putLimits(tx, asOf, rowsOfLimits(limits, asOf))
      putDays(
        tx,
        [...groups].map(([id, members]): DayRow => {
          const isFirst = daysAfter(tx, id, '').length === 0
          const moved = isFirst ? { entered: 0, left: 0 } : movedOn(tx, id, asOf)
          return { segment_id: id, business_date: asOf, members: members.length, ...moved }
        }),
      )
    })
    for (const [id, members] of become) run.open.set(id, members)
    views.forget()
    return true
  }

  return {
    keptTo: () => lastKept(reader, readyIds.vip),
    stop() {
      stopped = true
    },
    async catchUp(until) {
      let kept = 0
      let run: Run | null = null
      try {
        for (const day of daysToKeep(lastKept(reader, readyIds.vip), firstDay(reader), until)) {
          if (stopped) break
          if (run !== null && run.settings !== JSON.stringify(views.settings())) {
            run.watch.end()
            run = null
          }
          run ??= begin()
          await standings.freshen()
          if (!(await keep(day, run))) break
          kept += 1
        }
      } finally {
        run?.watch.end()
      }
      return kept
    },
  }
}

const wasThere = (guest: Guest, asOf: BusinessDate): boolean => guest.visits > 0 || guest.joinedOn <= asOf

/** What brings a group from some members to others; both ascending. */
const addMoves = (
  moves: Move[],
  segmentId: number,
  before: readonly number[],
  now: readonly number[],
): void => {
  let place = 0
  for (const id of now) {
    for (; place < before.length && (before[place] ?? 0) < id; place += 1)
      moves.push({ how: leave, segmentId, id: before[place] ?? 0 })
    if (before[place] === id) place += 1
    else moves.push({ how: enter, segmentId, id })
  }
  for (; place < before.length; place += 1) moves.push({ how: leave, segmentId, id: before[place] ?? 0 })
}

/** Limits of scores move with everybody: day by day half the shop would change its box. */
const isMonthEnd = (date: BusinessDate): boolean => addDays(date, 1).endsWith('-01')

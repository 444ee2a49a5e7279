import { setImmediate as breathe } from 'node:timers/promises'
import { addDays, type BusinessDate } from '#shared/dates.ts'
import type { Reader, UnitOfWork } from '../platform/db/statements.ts'
import { momentAt } from './earlier.service.ts'
import { ownGroups, putLimits } from './groups.repo.ts'
import type { EarlierRow, Heavy, Moment } from './heavy.ts'
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
import { type PersonRow, peopleAfter } from './people.repo.ts'
import { addToSample, emptySample, limitsOfSample } from './people-limits.ts'
import { firstOwnId, type Guest, noBoxId, readyIds, readyIdsOf, stageIds } from './ready-groups.ts'
import type { Standings } from './standing.service.ts'
import { storedRule, type Views } from './view.service.ts'

/** Keeps who is in which group, business day by business day; the boxes of scores at the end of each month. */
export interface Keeping {
  /** Everything up to that day that is missing, in pieces. @returns how many days were kept. */
  catchUp(until: BusinessDate): Promise<number>
  keptTo(): BusinessDate | null
  /** Ends after the piece that runs; the day is begun anew next time. */
  stop(): void
}

const peopleAPiece = 1000
const membersAPiece = 4000
const rowsAPiece = 200

/** Somebody comes into a group or goes. */
interface Move {
  readonly how: typeof enter
  readonly segmentId: number
  readonly id: number
}

export const createKeeping = (
  reader: Reader,
  unit: UnitOfWork,
  views: Views,
  standings: Standings,
  heavy: Heavy,
): Keeping => {
  let stopped = false
  const goesOn = async (): Promise<boolean> => {
    await breathe()
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

  /** Everybody who was there, as they stood. */
  const guestsAt = async (moment: Moment): Promise<Map<number, Guest> | null> => {
    const earlier = new Map(moment.earlier.map((row) => [row[0], row]))
    const guests = new Map<number, Guest>()
    for (let after = 0; ; ) {
      const page = peopleAfter(reader, after, peopleAPiece)
      for (const person of page) {
        const guest = guestOf(person, earlier.get(person.customer_id))
        if (guest.visits > 0 || person.joined_on <= moment.asOf) guests.set(person.customer_id, guest)
      }
      after = page.at(-1)?.customer_id ?? 0
      if (!(await goesOn())) return null
      if (page.length < peopleAPiece) return guests
    }
  }

  /**
   * Finds what brings one group to the members that it has as of a day, some thousand at a time.
   * @param members ascending. @returns false when it was stopped half-way.
   */
  const compare = async (segmentId: number, members: readonly number[], moves: Move[]): Promise<boolean> => {
    let from = 0
    for (let after = 0; ; ) {
      const open = openMembers(reader, segmentId, after, membersAPiece)
      const isLast = open.length < membersAPiece
      const last = isLast ? Number.POSITIVE_INFINITY : (open.at(-1) ?? after)
      let to = from
      while (to < members.length && (members[to] ?? 0) <= last) to += 1
      const part = members.slice(from, to)
      const [before, now] = [new Set(open), new Set(part)]
      for (const id of part) if (!before.has(id)) moves.push({ how: enter, segmentId, id })
      for (const id of open) if (!now.has(id)) moves.push({ how: leave, segmentId, id })
      if (isLast) return goesOn()
      from = to
      after = last
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

  /** @returns false when it was stopped half-way. */
  const keep = async (asOf: BusinessDate): Promise<boolean> => {
    await standings.freshen()
    const settings = views.settings()
    const moment = await momentAt(reader, settings, asOf)
    const guests = await guestsAt(moment)
    if (guests === null) return false
    const sample = emptySample()
    if (!(await inPieces(guests.values(), (guest) => addToSample(sample, guest, asOf)))) return false
    const limits = limitsOfSample(sample, settings)
    const groups = new Map<number, number[]>(
      [
        ...Object.values(readyIds),
        ...Object.values(stageIds),
        ...settings.boxes.map(({ id }) => id),
        noBoxId,
      ].map((id) => [id, []]),
    )
    const sorted = await inPieces(guests, ([customerId, guest]) => {
      for (const id of readyIdsOf(guest, asOf, settings, limits)) groups.get(id)?.push(customerId)
    })
    if (!sorted) return false
    const view = { ...views.at(asOf, moment.complete), limits }
    for (const own of ownGroups(reader)) {
      if (own.removed_at !== null) continue
      groups.set(own.id, await heavy.members(storedRule(own.rule), view, moment, [own.id]))
      if (!(await goesOn())) return false
    }
    const kept = keptGroups(reader)
    const dueNow = [...groups].filter(([id]) => isMonthEnd(asOf) || !isBox(id) || !kept.includes(id))
    const moves: Move[] = []
    for (const id of kept) if (!groups.has(id) && !(await compare(id, [], moves))) return false
    for (const [id, members] of dueNow) if (!(await compare(id, members, moves))) return false
    if (!(await write(moves, asOf))) return false
    unit.write((tx) => {
      putLimits(tx, asOf, rowsOfLimits(limits, asOf))
      putDays(
        tx,
        dueNow.map(([id, members]): DayRow => {
          const isFirst = daysAfter(tx, id, '').length === 0
          const moved = isFirst ? { entered: 0, left: 0 } : movedOn(tx, id, asOf)
          return { segment_id: id, business_date: asOf, members: members.length, ...moved }
        }),
      )
    })
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
      for (const day of daysToKeep(lastKept(reader, readyIds.vip), firstDay(reader), until)) {
        if (stopped || !(await keep(day))) break
        kept += 1
      }
      return kept
    },
  }
}

/** Limits of scores move with everybody: day by day half the shop would change its box. */
const isBox = (segmentId: number): boolean => segmentId >= noBoxId && segmentId < firstOwnId

const isMonthEnd = (date: BusinessDate): boolean => addDays(date, 1).endsWith('-01')

const guestOf = (person: PersonRow, earlier: EarlierRow | undefined): Guest => {
  if (earlier === undefined)
    return {
      joinedOn: person.joined_on,
      visits: person.visits,
      spend: person.spend,
      firstVisit: person.first_visit,
      lastVisit: person.last_visit,
      atRiskFrom: person.at_risk_from,
      lostFrom: person.lost_from,
      returnedOn: person.returned_on,
    }
  const [, visits, spend, firstVisit, lastVisit, , atRiskFrom, lostFrom, returnedOn] = earlier
  return {
    joinedOn: person.joined_on,
    visits,
    spend,
    firstVisit,
    lastVisit,
    atRiskFrom,
    lostFrom,
    returnedOn,
  }
}

import { describe, expect, it } from 'vitest'
import { query } from '#backend/platform/db/query.ts'
import type { Ledger } from '#backend/platform/ledger.ts'
import { silentLog } from '#backend/platform/log/log.ts'
import { defaultSettings } from '#backend/segments/default-settings.ts'
import { daysToKeep } from '#backend/segments/kept-days.ts'
import { readyIdsOf } from '#backend/segments/ready-groups.ts'
import { createSegments, type SegmentsService } from '#backend/segments/segments.service.ts'
import { addDays, epochOf } from '#shared/dates.ts'
import { forgetTemplate, freshLedger } from '../../helpers/fresh-ledger.ts'
import { directHeavy } from '../../helpers/segments/direct-heavy.ts'
import { plainShop } from '../../helpers/segments/plain-people.ts'
import { lastDay, randomShop } from '../../helpers/segments/random-shop.ts'

forgetTemplate()

/** Groups of a ledger, seen at noon of a day. */
const groupsOn = (ledger: Ledger, date: string, between?: () => void): SegmentsService => {
  const { reader, unit, ids } = ledger
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const noon = epochOf(year, month, day, 12) ?? 0
  return createSegments({
    reader,
    unit,
    ids,
    clock: { now: () => noon },
    log: silentLog,
    emit: () => undefined,
    heavy: directHeavy(reader),
    bringBackSome() {
      between?.()
      return ledger.bringBackSome()
    },
  })
}

const memberships = ({ reader }: Ledger) =>
  reader.all(
    query
      .selectFrom('segment_membership')
      .selectAll()
      .orderBy('segment_id')
      .orderBy('customer_id')
      .orderBy('from_date'),
  )

const membersOn = (ledger: Ledger, segmentId: number, date: string): number[] =>
  memberships(ledger)
    .filter(
      (row) =>
        row.segment_id === segmentId && row.from_date <= date && (row.to_date === null || row.to_date > date),
    )
    .map((row) => row.customer_id)

describe('membership by business date', () => {
  it('is for each kept day what plain arithmetic finds as of that day, and counts who came and went', async () => {
    const given = await freshLedger()
    const { ledger } = given
    const { reader } = ledger
    await randomShop(given, { seed: 5, people: 16, days: 70 })
    const groups = groupsOn(ledger, lastDay)
    await groups.look()
    const days = reader.all(
      query.selectFrom('segment_day').selectAll().where('segment_id', '<', 20).orderBy('business_date'),
    )
    const dates = [...new Set(days.map((day) => day.business_date))]
    expect(dates.at(-1)).toBe(addDays(lastDay, -1))
    expect(dates.length).toBeGreaterThan(31)
    for (const [place, date] of dates.entries()) {
      // Each sixth and the last: plain arithmetic takes its time.
      if (place % 6 !== 0 && place !== dates.length - 1) continue
      const shop = plainShop(reader, defaultSettings, date)
      for (const segmentId of [1, 2, 3, 4, 11, 12, 13, 14, 15, 16]) {
        const expected = shop.people
          .filter(({ guest }) => readyIdsOf(guest, date, defaultSettings, shop.limits).includes(segmentId))
          .map(({ id }) => id)
        const found = membersOn(ledger, segmentId, date)
        expect({ date, segmentId, found }).toEqual({ date, segmentId, found: expected })
        const before = place === 0 ? expected : membersOn(ledger, segmentId, dates[place - 1] ?? '')
        const kept = days.find((day) => day.segment_id === segmentId && day.business_date === date)
        expect(kept).toMatchObject({
          members: expected.length,
          entered: expected.filter((id) => !before.includes(id)).length,
          left: before.filter((id) => !expected.includes(id)).length,
        })
      }
    }
    const flow = groups.flow({ id: 3, from: addDays(lastDay, -90), to: addDays(lastDay, -31) })
    expect(flow.now.reduce((sum, { count }) => sum + count, 0)).toBe(flow.people)
    // What opens behind a bar of a day, and behind a stream from then to now.
    for (const { business_date: date, segment_id: id, members } of days.slice(-60)) {
      const then = groups.flowMembers({ id, from: date, to: date, into: 'all' })
      expect(then).toEqual(membersOn(ledger, id, date))
      expect(then).toHaveLength(members)
      const { now } = groups.flow({ id, from: date, to: date })
      for (const { segmentId, count } of now)
        expect(groups.flowMembers({ id, from: date, to: date, into: segmentId })).toHaveLength(count)
    }
  })

  it('comes out the same when it was stopped half-way, and again when nothing is missing', async () => {
    const given = await freshLedger()
    const { ledger } = given
    await randomShop(given, { seed: 8, people: 6, days: 30 })
    const first = groupsOn(ledger, addDays(lastDay, -9))
    const own = first.save({
      id: null,
      name: '자주',
      rule: { is: 'figure', of: 'visits', at: 'least', value: 4 },
    })
    const looking = first.look()
    await first.stop()
    await looking
    await groupsOn(ledger, addDays(lastDay, -9)).look()
    await groupsOn(ledger, lastDay).look()
    const kept = memberships(ledger)
    await groupsOn(ledger, lastDay).look()
    expect(memberships(ledger)).toEqual(kept)

    const whole = await freshLedger()
    await randomShop(whole, { seed: 8, people: 6, days: 30 })
    const again = groupsOn(whole.ledger, addDays(lastDay, -9))
    again.save({ id: null, name: '자주', rule: { is: 'figure', of: 'visits', at: 'least', value: 4 } })
    await again.look()
    await groupsOn(whole.ledger, lastDay).look()
    const ready = (rows: typeof kept) =>
      rows.filter((row) => row.segment_id < 1000).map((row) => ({ ...row, customer_id: 0 }))
    expect(ready(memberships(whole.ledger))).toEqual(ready(kept))
    groupsOn(ledger, lastDay).remove(own)
    await groupsOn(ledger, addDays(lastDay, 1)).look()
    expect(membersOn(ledger, own, lastDay)).toEqual([])
  })
})

describe('questions while the past is kept', () => {
  it('are answered before the next piece begins, with what they would be told otherwise', async () => {
    const given = await freshLedger()
    const { ledger } = given
    await randomShop(given, { seed: 13, people: 5, days: 40 })
    const rule = { is: 'figure', of: 'visits', at: 'least', value: 2 } as const
    const expected = await groupsOn(ledger, lastDay).count(rule)
    const waited: number[] = []
    const answers: unknown[] = []
    let pieces = 0
    const asked: Promise<void>[] = []
    const groups = groupsOn(ledger, lastDay, () => {
      pieces += 1
      if (pieces % 7 !== 0) return
      const before = pieces
      const ask = async (): Promise<void> => {
        answers.push(await groups.count(rule))
        waited.push(pieces - before)
      }
      asked.push(ask())
    })
    await groups.look()
    await Promise.all(asked)
    expect(waited.length).toBeGreaterThan(10)
    expect(Math.max(...waited)).toBe(0)
    expect(new Set(answers.map((one) => JSON.stringify(one)))).toEqual(new Set([JSON.stringify(expected)]))
  })

  it('see sales of that very time, and the days that are kept then are those of before', async () => {
    const given = await freshLedger()
    const { ledger } = given
    const { people } = await randomShop(given, { seed: 21, people: 4, days: 20 })
    const [someone = 0] = people
    const before = await freshLedger()
    await randomShop(before, { seed: 21, people: 4, days: 20 })
    await groupsOn(before.ledger, lastDay).look()
    let pieces = 0
    const groups = groupsOn(ledger, lastDay, () => {
      pieces += 1
      // Figures that are put down anew, as a sale of today does, while earlier days are looked at.
      if (pieces % 40 === 0)
        ledger.unit.write((tx) =>
          tx.run(
            query
              .updateTable('customer_figures')
              .set((eb) => ({ spend: eb('spend', '+', 0) }))
              .where('customer_id', '=', someone),
          ),
        )
    })
    await groups.look()
    expect(pieces).toBeGreaterThan(40)
    const plain = (rows: ReturnType<typeof memberships>) => rows.map((row) => ({ ...row, customer_id: 0 }))
    expect(plain(memberships(ledger))).toEqual(plain(memberships(before.ledger)))
  })
})

describe('a ledger whose sums are still being counted', () => {
  it('has no membership kept, for those who came since could not be told', async () => {
    const { ledger } = await freshLedger()
    ledger.unit.write((tx) => {
      tx.run(query.updateTable('sums_state').set({ counted: 0 }))
    })
    const groups = groupsOn(ledger, lastDay)
    await groups.look()
    expect((await groups.list()).keptTo).toBe(null)
    ledger.unit.write((tx) => {
      tx.run(query.updateTable('sums_state').set({ counted: 1 }))
    })
    await groups.look()
    expect((await groups.list()).keptTo).toBe(addDays(lastDay, -1))
  })
})

describe('the days to be kept', () => {
  it('are those that were missed, and of long ago the ends of months', () => {
    expect(daysToKeep('2026-11-20', '2016-01-01', '2026-11-21')).toEqual(['2026-11-21'])
    expect(daysToKeep('2026-11-21', '2016-01-01', '2026-11-21')).toEqual([])
    expect(daysToKeep('2026-11-22', '2016-01-01', '2026-11-21')).toEqual([])
    expect(daysToKeep(null, null, '2026-11-21')).toEqual(['2026-11-21'])
    const fresh = daysToKeep(null, '2016-01-01', '2026-11-21')
    expect(fresh.slice(0, 2)).toEqual(['2025-10-31', '2025-11-30'])
    expect(fresh.slice(11, 14)).toEqual(['2026-09-30', '2026-10-22', '2026-10-23'])
    expect(fresh).toHaveLength(43)
    expect(daysToKeep('2026-10-15', '2016-01-01', '2026-11-21').at(0)).toBe('2026-10-22')
  })
})

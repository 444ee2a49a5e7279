import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Generation, outlived } from '#backend/backup/generations.ts'
import { businessDate, epochOf } from '#shared/dates.ts'

const hour = 60 * 60 * 1000
const day = 24 * hour
const now = epochOf(2026, 11, 22, 21, 30) ?? 0

const copies = fc
  .array(fc.record({ back: fc.integer({ min: -2 * 24, max: 800 * 24 }), good: fc.boolean() }), {
    maxLength: 30,
  })
  .map((list) =>
    list.map(({ back, good }, index): Generation => ({ id: `c${index}`, at: now - back * hour, good })),
  )

/** The rule once more, by asking of each copy. */
const keptByRule = (all: readonly Generation[]): string[] => {
  const good = all.filter((copy) => copy.good)
  const lastOf = (part: (copy: Generation) => string, copy: Generation): boolean =>
    good.every(
      (other) =>
        part(other) !== part(copy) || other.at < copy.at || (other.at === copy.at && other.id <= copy.id),
    )
  const dates = new Map(good.map((copy) => [copy.id, businessDate(copy.at)]))
  const date = (copy: Generation): string => dates.get(copy.id) ?? ''
  const today = businessDate(now)
  const weekAgo = businessDate(now - 7 * day)
  return good
    .filter(
      (copy) =>
        date(copy) >= today ||
        (date(copy) >= weekAgo && lastOf(date, copy)) ||
        (date(copy).slice(0, 7) >= '2025-11' &&
          good.every(
            (other) =>
              date(other) >= today ||
              date(other).slice(0, 7) !== date(copy).slice(0, 7) ||
              other.at < copy.at ||
              (other.at === copy.at && other.id <= copy.id),
          )),
    )
    .map(({ id }) => id)
}

describe('generations', () => {
  it('keep today’s, the last of seven days and of twelve months, as the rule says', () => {
    fc.assert(
      fc.property(copies, (all) => {
        const gone = new Set(outlived(all, now))
        const kept = keptByRule(all)
        const newest = all
          .filter((copy) => copy.good)
          .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))[0]
        const stays = new Set([...kept, ...(newest === undefined ? [] : [newest.id])])
        const left = all.filter((copy) => copy.good && !gone.has(copy.id)).map(({ id }) => id)
        expect(left.sort()).toEqual([...stays].sort())
      }),
    )
  })
  it('never let the newest whole copy go, nor anything while no copy is whole', () => {
    fc.assert(
      fc.property(copies, (all) => {
        const good = all.filter((copy) => copy.good)
        const gone = new Set(outlived(all, now))
        const newest = Math.max(...good.map((copy) => copy.at))
        const stays = all.filter((copy) => !gone.has(copy.id))
        expect(good.length === 0 ? stays : all).toEqual(all)
        expect(good.length === 0 || stays.some((copy) => copy.good && copy.at === newest)).toBe(true)
      }),
    )
  })
  it('removed once, nothing more is to be removed', () => {
    fc.assert(
      fc.property(copies, (all) => {
        const gone = new Set(outlived(all, now))
        expect(
          outlived(
            all.filter(({ id }) => !gone.has(id)),
            now,
          ),
        ).toEqual([])
      }),
    )
  })
  it('a copy that is not whole takes no place, and goes when a whole one is newer', () => {
    const whole = (id: string, back: number): Generation => ({ id, at: now - back, good: true })
    const rotten = (id: string, back: number): Generation => ({ id, at: now - back, good: false })
    expect(outlived([rotten('r', 2 * day), whole('g', 2 * day + hour)], now)).toEqual([])
    expect(outlived([whole('g', day), rotten('r', 2 * day)], now)).toEqual(['r'])
    expect(outlived([whole('g', 0), rotten('r', hour)], now)).toEqual([])
  })
})

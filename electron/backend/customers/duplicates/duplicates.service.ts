import { setImmediate as breathe } from 'node:timers/promises'
import type { CallOutput } from '#shared/contract/index.ts'
import { maskPhone } from '#shared/phone.ts'
import type { Reader } from '../../platform/db/statements.ts'
import { phonesOf } from '../person/contact.repo.ts'
import {
  countCustomers,
  notSamePairs,
  type Pair,
  pairsByBirthday,
  pairsByEnding,
  pairsByName,
  pairsByPhone,
  readSide,
  type SideRow,
} from './duplicates.repo.ts'
import { type Likeable, type Likeness, likeness, worthAsking } from './likeness.ts'

type Found = CallOutput<'customers.duplicates'>

/** Shown at once; there are more after these were decided. */
const most = 100
/** Of one kind of candidates. */
const mostCandidates = 5_000

/**
 * Looks for entries that may be one person, in small pieces: the counter goes on in between.
 * Nothing is kept of it but what people said (`customer_not_same`).
 */
export const findDuplicates = async (reader: Reader): Promise<Found> => {
  const known = notSamePairs(reader)
  const found = new Map<string, { pair: Pair; like: Likeness }>()
  const look = (pairs: readonly Pair[]): void => {
    for (const pair of pairs) {
      const key = `${pair.one}:${pair.other}`
      if (known.has(key) || found.has(key)) continue
      const like = compare(reader, pair)
      if (like.score >= worthAsking) found.set(key, { pair, like })
    }
  }
  for (let ending = 0; ending < 100; ending += 1) {
    const from = String(ending).padStart(2, '0')
    look(pairsByEnding(reader, from, ending === 99 ? ':' : String(ending + 1).padStart(2, '0')))
    await breathe()
  }
  for (const pairs of [pairsByPhone, pairsByName, pairsByBirthday]) {
    look(pairs(reader, mostCandidates))
    await breathe()
  }
  const best = [...found.values()].sort(
    (a, b) => b.like.score - a.like.score || a.pair.one - b.pair.one || a.pair.other - b.pair.other,
  )
  return {
    pairs: best.slice(0, most).flatMap(({ pair, like }) => shown(reader, pair, like)),
    count: best.length,
    people: countCustomers(reader),
  }
}

const compare = (reader: Reader, { one, other }: Pair): Likeness => {
  const [a, b] = [readSide(reader, one), readSide(reader, other)]
  return a === undefined || b === undefined
    ? { score: 0, because: [] }
    : likeness(likeable(reader, a), likeable(reader, b))
}

const likeable = (reader: Reader, row: SideRow): Likeable => ({
  name: row.name,
  phones: [...(row.phone === null ? [] : [row.phone]), ...phonesOf(reader, row.id).map(({ phone }) => phone)],
  birthday:
    row.birth_month === null
      ? null
      : { year: row.birth_year, day: [row.birth_calendar, row.birth_month, row.birth_day].join(' ') },
})

/** Who came more often is the one to keep; of two alike, who came first. */
const shown = (reader: Reader, { one, other }: Pair, like: Likeness): Found['pairs'] => {
  const [a, b] = [readSide(reader, one), readSide(reader, other)]
  if (a === undefined || b === undefined) return []
  const first = (b.visits ?? 0) > (a.visits ?? 0) ? b : a
  return [
    {
      keep: sideOf(first),
      other: sideOf(first === a ? b : a),
      score: like.score,
      because: [...like.because],
    },
  ]
}

const sideOf = (row: SideRow): Found['pairs'][number]['keep'] => ({
  id: row.id,
  name: row.name,
  maskedPhone: row.phone === null ? null : maskPhone(row.phone),
  memo: row.memo,
  joinedOn: row.joined_on,
  visits: row.visits ?? 0,
  spend: row.spend ?? 0,
  points: row.points ?? 0,
  lastVisit: row.last_visit,
})

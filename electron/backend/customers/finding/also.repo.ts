import { sql } from 'kysely'
import { hot } from '../../platform/db/hot.ts'
import { query } from '../../platform/db/query.ts'
import type { Reader } from '../../platform/db/statements.ts'
import type { FoundCustomer } from './search.repo.ts'
import type { TextRange } from './text-range.ts'

const found = ['c.id', 'c.name', 'c.phone', 'f.visits', 'f.last_visit', 'f.points'] as const

const people = () =>
  query
    .selectFrom('customer as c')
    .innerJoin('customer_figures as f', 'f.customer_id', 'c.id')
    .select(found)
    .where('c.left_at', 'is', null)
    .orderBy('f.last_visit', 'desc')
    .orderBy('f.visits', 'desc')
    .orderBy('c.id')

const byCard = hot<{ code: string }, FoundCustomer>((param) =>
  people()
    .innerJoin('membership_card as m', 'm.customer_id', 'c.id')
    .where('m.code', '=', param('code'))
    .where('m.ended_at', 'is', null),
)
const byOtherEnd = hot<{ from: string; before: string; limit: number }, FoundCustomer>((param) =>
  people()
    .distinct()
    .innerJoin('customer_phone as p', 'p.customer_id', 'c.id')
    .where('p.last_four', '>=', param('from'))
    .where('p.last_four', '<', param('before'))
    .limit(param('limit')),
)
const byOtherPhone = hot<{ from: string; before: string; limit: number }, FoundCustomer>((param) =>
  people()
    .distinct()
    .innerJoin('customer_phone as p', 'p.customer_id', 'c.id')
    .where('p.phone', '>=', param('from'))
    .where('p.phone', '<', param('before'))
    .limit(param('limit')),
)
const byTag = hot<{ from: string; before: string; limit: number }, FoundCustomer>((param) =>
  people()
    .where(
      'c.id',
      'in',
      query
        .selectFrom('customer_tag as t')
        .innerJoin('tag as n', 'n.id', 't.tag_id')
        .select('t.customer_id')
        .where('n.name', '>=', param('from'))
        .where('n.name', '<', param('before'))
        .limit(120),
    )
    .limit(param('limit')),
)
const gramCount = hot<{ gram: string; limit: number }, { count: number }>((param) =>
  query
    .selectFrom(
      query
        .selectFrom('customer_gram')
        .select('customer_id')
        .where('gram', '=', param('gram'))
        .limit(param('limit'))
        .as('some'),
    )
    .select((eb) => eb.fn.countAll<number>().as('count')),
)
/**
 * Who has all of three pairs of letters, of the first so many who have the first. Each pair after that is one look into
 * its own index.
 */
const withGrams = hot<
  { rarest: string; second: string; third: string; walked: number; limit: number },
  { id: number }
>((param) => {
  const has = (gram: 'second' | 'third') =>
    query
      .selectFrom('customer_gram as o')
      .select('o.gram')
      .where('o.gram', '=', param(gram))
      .where(sql<boolean>`o.customer_id = g.customer_id`)
  return query
    .selectFrom(
      query
        .selectFrom('customer_gram')
        .select('customer_id')
        .where('gram', '=', param('rarest'))
        .orderBy('customer_id')
        .limit(param('walked'))
        .as('g'),
    )
    .select('g.customer_id as id')
    .where((eb) => eb.and([eb.exists(has('second')), eb.exists(has('third'))]))
    .orderBy('g.customer_id')
    .limit(param('limit'))
})
const written = hot<{ ids: string }, FoundCustomer & { text: string }>((param) =>
  query
    .selectFrom(sql<{ value: number }>`json_each(${param('ids')})`.as('k'))
    .innerJoin('customer as c', 'c.id', 'k.value')
    .innerJoin('customer_figures as f', 'f.customer_id', 'c.id')
    .leftJoin('customer_detail as d', 'd.customer_id', 'c.id')
    .select([
      ...found,
      (eb) =>
        eb
          .fn<string>('concat', ['c.memo', eb.val('\n'), 'd.allergies', eb.val('\n'), 'd.cautions'])
          .as('text'),
    ])
    .where('c.left_at', 'is', null),
)

/** Greater than any text that is kept. */
const noEnd = '\u{10ffff}'
const bounds = ({ from, before }: TextRange, limit: number) => ({ from, before: before ?? noEnd, limit })

/** Whoever has that card; cards that have ended count no more. */
export const findByCard = (reader: Reader, code: string): FoundCustomer[] => reader.all(byCard({ code }))

/** By the end, or the beginning, of a further number. */
export const findByOtherPhone = (
  reader: Reader,
  column: 'last_four' | 'phone',
  range: TextRange,
  limit: number,
): FoundCustomer[] => reader.all((column === 'phone' ? byOtherPhone : byOtherEnd)(bounds(range, limit)))

/** People with a tag that begins so: of the first few hundred the latest visitors. */
export const findByTag = (reader: Reader, range: TextRange, limit: number): FoundCustomer[] =>
  reader.all(byTag(bounds(range, limit)))

/** Candidates that are opened at once, and how many of them at most. */
const atOnce = 60
const mostOpened = 480
/** People who are looked at for further pairs; and beyond which it no more matters how many have a pair. */
const mostWalked = 3_000
const mostCounted = 1_000

/**
 * People of whom something is written that has these letters in it, latest visitors first. Who has the three rarest
 * pairs of letters comes into question; their texts decide, a few at a time until there are enough.
 * @param letters lower case, without blanks, two at least.
 */
export const findInMemos = (reader: Reader, letters: string, limit: number): FoundCustomer[] => {
  const found: FoundCustomer[] = []
  const candidates = inQuestion(reader, letters)
  for (let from = 0; from < candidates.length && found.length < limit; from += atOnce) {
    const some = reader.all(written({ ids: JSON.stringify(candidates.slice(from, from + atOnce)) }))
    for (const { text, ...row } of some)
      if (text.toLowerCase().replace(/ /g, '').includes(letters)) found.push(row)
  }
  return found
    .sort(
      (a, b) => (b.last_visit ?? '').localeCompare(a.last_visit ?? '') || b.visits - a.visits || a.id - b.id,
    )
    .slice(0, limit)
}

/** Nobody where one of the pairs stands with nobody. */
const inQuestion = (reader: Reader, letters: string): number[] => {
  const all = Array.from(letters)
  const grams = new Set(all.slice(0, -1).map((letter, index) => letter + (all[index + 1] ?? '')))
  const counts: { readonly gram: string; readonly count: number }[] = []
  for (const gram of grams) {
    const count = reader.first(gramCount({ gram, limit: mostCounted }))?.count ?? 0
    if (count === 0) return []
    counts.push({ gram, count })
  }
  const [rarest, second = rarest, third = second] = counts.sort((a, b) => a.count - b.count)
  if (rarest === undefined || second === undefined || third === undefined) return []
  return reader
    .all(
      withGrams({
        rarest: rarest.gram,
        second: second.gram,
        third: third.gram,
        walked: mostWalked,
        limit: mostOpened,
      }),
    )
    .map(({ id }) => id)
}

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
const withGram = hot<{ gram: string; after: number; limit: number }, FoundCustomer & { text: string }>(
  (param) =>
    query
      .selectFrom('customer_gram as g')
      .innerJoin('customer as c', 'c.id', 'g.customer_id')
      .innerJoin('customer_figures as f', 'f.customer_id', 'c.id')
      .leftJoin('customer_detail as d', 'd.customer_id', 'c.id')
      .select([
        ...found,
        (eb) =>
          eb
            .fn<string>('concat', ['c.memo', eb.val('\n'), 'd.allergies', eb.val('\n'), 'd.cautions'])
            .as('text'),
      ])
      .where('g.gram', '=', param('gram'))
      .where('g.customer_id', '>', param('after'))
      .where('c.left_at', 'is', null)
      .orderBy('g.customer_id')
      .limit(param('limit')),
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

/**
 * People of whom something is written that has these letters in it, latest visitors first. The rarest pair of letters
 * gives the candidates; their texts decide, a few at a time until there are enough.
 * @param letters lower case, without blanks, two at least.
 */
export const findInMemos = (reader: Reader, letters: string, limit: number): FoundCustomer[] => {
  const gram = rarestPair(reader, letters)
  if (gram === null) return []
  const found: FoundCustomer[] = []
  let after = 0
  for (let opened = 0; opened < mostOpened && found.length < limit; opened += atOnce) {
    const some = reader.all(withGram({ gram, after, limit: atOnce }))
    for (const { text, ...row } of some)
      if (text.toLowerCase().replace(/ /g, '').includes(letters)) found.push(row)
    after = some.at(-1)?.id ?? 0
    if (some.length < atOnce) break
  }
  return found
    .sort(
      (a, b) => (b.last_visit ?? '').localeCompare(a.last_visit ?? '') || b.visits - a.visits || a.id - b.id,
    )
    .slice(0, limit)
}

/** Null where one of the pairs stands with nobody. */
const rarestPair = (reader: Reader, letters: string): string | null => {
  let rarest: { readonly gram: string; readonly count: number } | null = null
  const all = Array.from(letters)
  for (const [index, letter] of all.slice(0, -1).entries()) {
    const gram = letter + (all[index + 1] ?? '')
    const count = reader.first(gramCount({ gram, limit: mostOpened }))?.count ?? 0
    if (count === 0) return null
    if (rarest === null || count < rarest.count) rarest = { gram, count }
  }
  return rarest?.gram ?? null
}

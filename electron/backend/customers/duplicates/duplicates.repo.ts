import { type SqlBool, sql } from 'kysely'
import { hot } from '../../platform/db/hot.ts'
import { query } from '../../platform/db/query.ts'
import type { Reader, Writer } from '../../platform/db/statements.ts'

export interface Pair {
  readonly one: number
  readonly other: number
}

const ordered = (pair: Pair): Pair =>
  pair.one < pair.other ? { one: pair.one, other: pair.other } : { one: pair.other, other: pair.one }

const byEnds = hot<{ from: string; before: string }, Pair>((param) =>
  query
    .selectFrom('customer as a')
    .innerJoin('customer as b', 'b.last_four', 'a.last_four')
    .select(['a.id as one', 'b.id as other'])
    .where('a.last_four', '>=', param('from'))
    .where('a.last_four', '<', param('before'))
    .whereRef('a.id', '<', 'b.id')
    .where('a.left_at', 'is', null)
    .where('b.left_at', 'is', null)
    .where(
      // The same family name, or one of them written without it.
      sql<SqlBool>`(substr(a.name, 1, 1) = substr(b.name, 1, 1) OR instr(a.name, b.name) > 0 OR instr(b.name, a.name) > 0)`,
    ),
)

/** People of one family name whose numbers end alike, for endings from `from` up to `before`. */
export const pairsByEnding = (reader: Reader, from: string, before: string): Pair[] =>
  reader.all(byEnds({ from, before })).map(ordered)

/** People who have a number of somebody else's among their own. */
export const pairsByPhone = (reader: Reader): Pair[] =>
  reader
    .all(
      query
        .selectFrom('customer_phone as p')
        .innerJoin('customer as c', 'c.phone', 'p.phone')
        .select(['p.customer_id as one', 'c.id as other'])
        .whereRef('p.customer_id', '<>', 'c.id')
        .union(
          query
            .selectFrom('customer_phone as p')
            .innerJoin('customer_phone as q', 'q.phone', 'p.phone')
            .select(['p.customer_id as one', 'q.customer_id as other'])
            .whereRef('p.customer_id', '<', 'q.customer_id'),
        ),
    )
    .map(ordered)

/** People without a number, and whoever has the same name. */
export const pairsByName = (reader: Reader, most: number): Pair[] =>
  reader
    .all(
      query
        .selectFrom('customer as a')
        .innerJoin('customer as b', 'b.name', 'a.name')
        .select(['a.id as one', 'b.id as other'])
        .where('a.phone', 'is', null)
        .where('a.left_at', 'is', null)
        .where('b.left_at', 'is', null)
        .whereRef('a.id', '<>', 'b.id')
        .where((eb) => eb.or([eb('b.phone', 'is not', null), eb('b.id', '>', eb.ref('a.id'))]))
        .limit(most),
    )
    .map(ordered)

/** People of one name and one birthday. */
export const pairsByBirthday = (reader: Reader, most: number): Pair[] =>
  reader
    .all(
      query
        .selectFrom('customer_detail as d')
        .innerJoin('customer_detail as e', (join) =>
          join
            .onRef('e.birth_month', '=', 'd.birth_month')
            .onRef('e.birth_day', '=', 'd.birth_day')
            .onRef('e.customer_id', '>', 'd.customer_id'),
        )
        .innerJoin('customer as a', 'a.id', 'd.customer_id')
        .innerJoin('customer as b', 'b.id', 'e.customer_id')
        .select(['a.id as one', 'b.id as other'])
        .whereRef('a.name', '=', 'b.name')
        .where('a.left_at', 'is', null)
        .where('b.left_at', 'is', null)
        .limit(most),
    )
    .map(ordered)

/** `one:other` of the pairs that somebody has called two people. */
export const notSamePairs = (reader: Reader): Set<string> =>
  new Set(
    reader
      .all(query.selectFrom('customer_not_same').select(['one_id', 'other_id']))
      .map(({ one_id, other_id }) => `${one_id}:${other_id}`),
  )

export const addNotSame = (tx: Writer, one: number, other: number, at: number): void => {
  tx.run(
    query
      .insertInto('customer_not_same')
      .values({ one_id: one, other_id: other, at })
      .onConflict((conflict) => conflict.doNothing()),
  )
}

const side = hot<{ id: number }, SideRow>((param) =>
  query
    .selectFrom('customer as c')
    .leftJoin('customer_figures as f', 'f.customer_id', 'c.id')
    .leftJoin('customer_detail as d', 'd.customer_id', 'c.id')
    .select([
      'c.id',
      'c.name',
      'c.phone',
      'c.memo',
      'c.joined_on',
      'f.visits',
      'f.spend',
      'f.points',
      'f.last_visit',
      'd.birth_calendar',
      'd.birth_year',
      'd.birth_month',
      'd.birth_day',
    ])
    .where('c.id', '=', param('id')),
)

export interface SideRow {
  id: number
  name: string
  phone: string | null
  memo: string
  joined_on: string
  visits: number | null
  spend: number | null
  points: number | null
  last_visit: string | null
  birth_calendar: 'solar' | 'lunar' | null
  birth_year: number | null
  birth_month: number | null
  birth_day: number | null
}

export const readSide = (reader: Reader, id: number): SideRow | undefined => reader.first(side({ id }))

export const countCustomers = (reader: Reader): number =>
  reader.first(query.selectFrom('customer').select((eb) => eb.fn.countAll<number>().as('count')))?.count ?? 0

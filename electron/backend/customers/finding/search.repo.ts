import { type SqlBool, sql } from 'kysely'
import { hot } from '../../platform/db/hot.ts'
import { query } from '../../platform/db/query.ts'
import type { Reader } from '../../platform/db/statements.ts'
import { pairsOf } from './name-pairs.ts'
import type { TextRange } from './text-range.ts'

/** What the list at the counter shows; the service masks the phone. */
export interface FoundCustomer {
  readonly id: number
  readonly name: string
  readonly phone: string | null
  readonly visits: number
  readonly last_visit: string | null
  readonly points: number
}

type Column = 'last_four' | 'initials' | 'name' | 'phone'
type Range = { from: string; before: string; limit: number }
type Part = { part: string; limit: number }

const found = ['c.id', 'c.name', 'c.phone', 'f.visits', 'f.last_visit', 'f.points'] as const

/** Greater than any text that is kept. */
const noEnd = '\u{10ffff}'

const countIn = (column: Column) =>
  hot<Range, { count: number }>((param) =>
    query
      .selectFrom(
        query
          .selectFrom('customer')
          .select('id')
          .where(column, '>=', param('from'))
          .where(column, '<', param('before'))
          .where('left_at', 'is', null)
          .limit(param('limit'))
          .as('some'),
      )
      .select((eb) => eb.fn.countAll<number>().as('count')),
  )

/**
 * All of the range, sorted: for ranges of few. The column's own index gives the ids and the figures the order; whole
 * rows are fetched only for those that are shown.
 */
const sortedIn = (column: Column) =>
  hot<Range, FoundCustomer>((param) =>
    query
      .selectFrom(
        query
          .selectFrom('customer as s')
          .innerJoin('customer_figures as g', 'g.customer_id', 's.id')
          .select('s.id')
          .where(`s.${column}`, '>=', param('from'))
          .where(`s.${column}`, '<', param('before'))
          .where('s.left_at', 'is', null)
          .orderBy('g.last_visit', 'desc')
          .orderBy('g.visits', 'desc')
          .orderBy('s.id')
          .limit(param('limit'))
          .as('best'),
      )
      .innerJoin('customer as c', 'c.id', 'best.id')
      .innerJoin('customer_figures as f', 'f.customer_id', 'best.id')
      .select(found)
      .orderBy('f.last_visit', 'desc')
      .orderBy('f.visits', 'desc')
      .orderBy('c.id'),
  )

/**
 * From the latest visitor backwards until enough are found: for ranges of many. The cross join and the plus keep
 * SQLite from taking the column's own index and sorting thousands.
 */
const latestIn = (column: Column) =>
  hot<Range, FoundCustomer>((param) =>
    query
      .selectFrom('customer_figures as f')
      .crossJoin('customer as c')
      .select(found)
      .whereRef('c.id', '=', 'f.customer_id')
      .where(sql<SqlBool>`+${sql.ref(`c.${column}`)} >= ${param('from')}`)
      .where(sql<SqlBool>`+${sql.ref(`c.${column}`)} < ${param('before')}`)
      .where(sql<SqlBool>`+c.left_at IS NULL`)
      .orderBy('f.last_visit', 'desc')
      .limit(param('limit')),
  )

/** A part anywhere: one pass over the column's index (not over the rows), then the few rows that matched. */
const containing = (column: Column) =>
  hot<Part, FoundCustomer>((param) =>
    query
      .selectFrom('customer as c')
      .innerJoin('customer_figures as f', 'f.customer_id', 'c.id')
      .select(found)
      .where(
        'c.id',
        'in',
        query
          .selectFrom('customer')
          .select('id')
          .where(sql<SqlBool>`instr(${sql.ref(column)}, ${param('part')}) > 0`)
          .where('left_at', 'is', null)
          .limit(param('limit')),
      )
      .orderBy('f.last_visit', 'desc')
      .orderBy('f.visits', 'desc')
      .orderBy('c.id'),
  )

/** Whose name stands in one of a few narrow ranges: each is one look into the index of names. */
const inNameRanges = hot<{ ranges: string; limit: number }, FoundCustomer>((param) =>
  query
    .selectFrom(sql<{ value: string }>`json_each(${param('ranges')})`.as('h'))
    .crossJoin('customer as c')
    .innerJoin('customer_figures as f', 'f.customer_id', 'c.id')
    .select(found)
    .where(sql<SqlBool>`c.name >= h.value ->> 0 AND c.name < h.value ->> 1`)
    .where('c.left_at', 'is', null)
    .orderBy('f.last_visit', 'desc')
    .orderBy('f.visits', 'desc')
    .orderBy('c.id')
    .limit(param('limit')),
)

const byColumn = <T>(make: (column: Column) => T): Record<Column, T> => ({
  last_four: make('last_four'),
  initials: make('initials'),
  name: make('name'),
  phone: make('phone'),
})
const queries = {
  count: byColumn(countIn),
  sorted: byColumn(sortedIn),
  latest: byColumn(latestIn),
  containing: byColumn(containing),
}

/**
 * Ranges of more than this are walked by latest visit instead of being sorted: of 50,000 customers the walk then meets
 * twenty within some four hundred.
 */
const many = 2_500

/** Customers whose column stands in the range, latest visitors first. */
export const findInRange = (
  reader: Reader,
  column: Column,
  range: TextRange,
  limit: number,
): FoundCustomer[] => {
  const values = { from: range.from, before: range.before ?? noEnd }
  const count = reader.first(queries.count[column]({ ...values, limit: many }))?.count ?? 0
  const kind = count < many ? 'sorted' : 'latest'
  return reader.all(queries[kind][column]({ ...values, limit }))
}

/** All kinds of blanks stand in two places of Unicode, with little else. */
const blanks = [
  ['\t', '!'],
  ['\u00a0', '\u3001'],
] as const

/** Customers whose name is one of these beginnings and then a blank (or another rare sign), latest visitors first. */
export const findSpaced = (reader: Reader, heads: readonly string[], limit: number): FoundCustomer[] => {
  if (heads.length === 0) return []
  const ranges = heads.flatMap((head) => blanks.map(([from, before]) => [head + from, head + before]))
  return reader.all(inNameRanges({ ranges: JSON.stringify(ranges), limit }))
}

/** How many of some pairs of letters stand in nobody's name; none where a name is too long for its pairs to be kept. */
const strangePairs = hot<{ pairs: string }, { count: number }>((param) =>
  query
    .selectFrom(sql<{ value: number }>`json_each(${param('pairs')})`.as('j'))
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb.selectFrom('name_pair as p').select('p.pair').where(sql<SqlBool>`p.pair IN (j.value, -1)`),
        ),
      ),
    ),
)

/** Whether a text may stand in somebody's name: mostly it does not, and then nobody has to be looked at. */
const mayBeInAName = (reader: Reader, text: string): boolean => {
  const pairs = pairsOf(text)
  return pairs.length === 0 || reader.first(strangePairs({ pairs: JSON.stringify(pairs) }))?.count === 0
}

/** Customers whose column has the part in it, of the first few hundred found the latest visitors first. */
export const findContaining = (
  reader: Reader,
  column: Column,
  part: string,
  limit: number,
): FoundCustomer[] =>
  column === 'name' && !mayBeInAName(reader, part)
    ? []
    : reader.all(queries.containing[column]({ part, limit: 400 })).slice(0, limit)

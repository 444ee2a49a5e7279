import { type RawBuilder, sql } from 'kysely'
import { query } from '../platform/db/query.ts'
import type { Reader } from '../platform/db/statements.ts'
import { readySql, scoreSql, stageSql } from './groups-sql.repo.ts'
import type { Among, Census, GroupView, Moment } from './heavy.ts'
import { andAmong, everybody, type Truth } from './sum-condition.repo.ts'

const at = (place: number) => sql`json_extract(e.value, ${`$[${place}]`})`

/**
 * In front of a query as of an earlier day: figures and standings under the names of their tables, with those who have
 * had receipts since as they were.
 */
const asOfThen = ({ earlier, complete }: Moment, among?: Among): RawBuilder<unknown> => {
  if (complete) return sql``
  const rows = JSON.stringify(earlier)
  return sql`WITH earlier AS MATERIALIZED (SELECT
      ${at(0)} AS customer_id, ${at(1)} AS visits, ${at(2)} AS spend, ${at(3)} AS first_visit, ${at(4)} AS last_visit,
      ${at(5)} AS rhythm_days, ${at(6)} AS at_risk_from, ${at(7)} AS lost_from, ${at(8)} AS returned_on
      FROM json_each(${rows}) AS e),
    customer_figures AS (
      SELECT customer_id, visits, spend, points, first_visit, last_visit FROM main.customer_figures
      WHERE customer_id NOT IN (SELECT customer_id FROM earlier)${andAmong(sql`customer_id`, among)}
      UNION ALL
      SELECT e.customer_id, e.visits, e.spend, now.points, e.first_visit, e.last_visit
      FROM earlier AS e JOIN main.customer_figures AS now ON now.customer_id = e.customer_id),
    customer_standing AS (
      SELECT customer_id, rhythm_days, at_risk_from, lost_from, returned_on FROM main.customer_standing
      WHERE customer_id NOT IN (SELECT customer_id FROM earlier)${andAmong(sql`customer_id`, among)}
      UNION ALL
      SELECT customer_id, rhythm_days, at_risk_from, lost_from, returned_on FROM earlier
      WHERE lost_from IS NOT NULL)`
}

/** Nobody who has left; and as of an earlier day nobody who was not there yet. */
const people = (truth: Truth, { asOf, complete }: Moment): RawBuilder<unknown> =>
  sql`FROM customer_figures AS f
    LEFT JOIN customer_standing AS s ON s.customer_id = f.customer_id
    LEFT JOIN customer AS c ON c.id = f.customer_id
    WHERE f.customer_id NOT IN (SELECT id FROM customer WHERE left_at IS NOT NULL)
      AND ${complete ? everybody : sql`(f.visits > 0 OR c.joined_on <= ${asOf})`} AND ${truth}`

const asked = <R>(rows: RawBuilder<R>) => ({ compile: () => rows.compile(query) })

export const countPeople = (reader: Reader, truth: Truth, moment: Moment): number =>
  // Everybody need not be looked at one by one.
  truth === everybody && moment.complete ? countEverybody(reader) : countThose(reader, truth, moment)

const countEverybody = (reader: Reader): number =>
  reader.first(
    asked(
      sql<{ count: number }>`SELECT (SELECT count(*) FROM customer_figures) - (SELECT count(*)
        FROM customer AS c JOIN customer_figures AS f ON f.customer_id = c.id WHERE c.left_at IS NOT NULL) AS count`,
    ),
  )?.count ?? 0

const countThose = (reader: Reader, truth: Truth, moment: Moment): number =>
  reader.first(
    asked(sql<{ count: number }>`${asOfThen(moment)} SELECT count(*) AS count ${people(truth, moment)}`),
  )?.count ?? 0

/** Ascending. @param among only customers with these ids, `earlier` of the moment included. */
export const idsOfPeople = (reader: Reader, truth: Truth, moment: Moment, among?: Among): number[] =>
  reader
    .all(
      asked(
        sql<{ id: number }>`${asOfThen(moment, among)}
          SELECT f.customer_id AS id ${people(truth, moment)}${andAmong(sql`f.customer_id`, among)} ORDER BY f.customer_id`,
      ),
    )
    .map(({ id }) => id)

/** How many there are, and some of them by name, those who came last first; the rule is looked at once for both. */
export const countAndNames = (
  reader: Reader,
  truth: Truth,
  moment: Moment,
  most: number,
): { count: number; some: string[] } => {
  const rows = reader.all(
    asked(
      sql<{ name: string; count: number }>`${asOfThen(moment)}
        SELECT who.name AS name, found.count AS count FROM (
          SELECT f.customer_id AS id, f.last_visit AS last_visit, count(*) OVER () AS count
          ${people(truth, moment)} ORDER BY f.last_visit DESC, f.customer_id LIMIT ${most}) AS found
        JOIN customer AS who ON who.id = found.id ORDER BY found.last_visit DESC, found.id`,
    ),
  )
  return { count: rows[0]?.count ?? 0, some: rows.map(({ name }) => name) }
}

/** Ids of those of whom it is true now, as a list within another query: `… IN ${membersNow(…)}`. */
export const membersNow = (truth: Truth, asOf: string): RawBuilder<unknown> =>
  sql`(SELECT f.customer_id ${people(truth, { asOf, earlier: [], complete: true })})`

/** One scan for all ready groups. */
export const census = (reader: Reader, view: GroupView): Census[] =>
  reader.all(
    asked(
      sql<Census>`SELECT ${readySql(view)} AS ready, ${stageSql(view)} AS stage,
        ${scoreSql('recency', view)} AS recency, ${scoreSql('frequency', view)} AS frequency,
        ${scoreSql('money', view)} AS money, count(*) AS people
        ${people(everybody, { asOf: view.asOf, earlier: [], complete: true })}
        GROUP BY 1, 2, 3, 4, 5`,
    ),
  )

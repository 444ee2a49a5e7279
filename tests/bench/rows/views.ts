import type { Pictures } from '#backend/analytics/pictures.service.ts'
import type { DateRange } from '#shared/contract/analytics.ts'

/** A view of the pictures page, and what an analyst would ask a columnar database for it. */
export interface View {
  readonly name: string
  /** The page offers it for so many days at most. */
  readonly mostDays?: number
  /** @returns a figure by which both answers can be compared. */
  ours(pictures: Pictures, range: DateRange): Promise<number>
  /** The first column of the first row is the same figure. */
  peer(range: DateRange): string
}

const within = ({ from, to }: DateRange): string => `r.date BETWEEN DATE '${from}' AND DATE '${to}'`
const sumOf = <T>(rows: readonly T[], pick: (row: T) => number): number =>
  rows.reduce((sum, row) => sum + pick(row), 0)

/** In columns a picture is one query; what it answers is added up once more, so that one figure can be compared. */
const added = (sum: string, query: string): string => `SELECT ${sum}::DOUBLE FROM (${query})`

const visits = `SELECT DISTINCT r.customer, r.date FROM receipt AS r WHERE NOT r.refund AND r.customer IS NOT NULL`

export const views: readonly View[] = [
  {
    name: 'sales by day',
    mostDays: 800,
    ours: async (pictures, range) =>
      sumOf((await pictures.sales({ range, compare: null, step: 'day' })).points, (point) => point.net),
    peer: (range) =>
      added(
        'sum(net)',
        `SELECT date, net, sales, avg(net) OVER (ORDER BY date ROWS 6 PRECEDING) FROM (SELECT r.date, sum(r.total) AS net,
          count(*) AS sales FROM receipt AS r WHERE ${within(range)} GROUP BY 1)`,
      ),
  },
  {
    name: 'sales by month',
    ours: async (pictures, range) =>
      sumOf((await pictures.sales({ range, compare: null, step: 'month' })).points, (point) => point.net),
    peer: (range) =>
      added(
        'sum(net)',
        `SELECT date_trunc('month', r.date), sum(r.total) AS net, count(*) FROM receipt AS r WHERE ${within(range)} GROUP BY 1`,
      ),
  },
  {
    name: 'weekday by hour',
    ours: async (pictures, range) =>
      sumOf((await pictures.heat({ range, rows: 'weekday', columns: 'hour' })).cells, (cell) => cell.net),
    peer: (range) =>
      added(
        'sum(net)',
        `SELECT dayofweek(r.date), r.hour, sum(r.total) AS net, count(*) FROM receipt AS r WHERE ${within(range)} GROUP BY 1, 2`,
      ),
  },
  {
    name: 'month by hour',
    ours: async (pictures, range) =>
      sumOf((await pictures.heat({ range, rows: 'month', columns: 'hour' })).cells, (cell) => cell.net),
    peer: (range) =>
      added(
        'sum(net)',
        `SELECT date_trunc('month', r.date), r.hour, sum(r.total) AS net, count(*) FROM receipt AS r WHERE ${within(range)}
          GROUP BY 1, 2`,
      ),
  },
  {
    name: 'ranking of products',
    ours: async (pictures, range) => (await pictures.ranking({ range, compare: null, by: 'product' })).net,
    peer: (range) =>
      added(
        'sum(net)',
        `SELECT l.product, sum(l.amount) AS net, sum(l.quantity) FROM line AS l JOIN receipt AS r ON r.id = l.receipt
          WHERE ${within(range)} GROUP BY 1`,
      ),
  },
  {
    name: 'ranking of categories',
    ours: async (pictures, range) => (await pictures.ranking({ range, compare: null, by: 'category' })).net,
    peer: (range) =>
      added(
        'sum(net)',
        `SELECT l.category, sum(l.amount) AS net, sum(l.quantity) FROM line AS l JOIN receipt AS r ON r.id = l.receipt
          WHERE ${within(range)} GROUP BY 1`,
      ),
  },
  {
    name: 'products by time of day',
    ours: async (pictures, range) => {
      const { cells, products } = await pictures.productHours({ range, products: 12 })
      return sumOf(
        cells.filter(({ product }) => product === products[0]?.id),
        (cell) => cell.net,
      )
    },
    peer: (range) =>
      added(
        'max(net)',
        `SELECT product, sum(net) AS net FROM (SELECT l.product, r.hour, sum(l.amount) AS net, sum(l.quantity)
          FROM line AS l JOIN receipt AS r ON r.id = l.receipt WHERE r.date BETWEEN DATE '${range.from.slice(0, 7)}-01'
          AND last_day(DATE '${range.to}') GROUP BY 1, 2) GROUP BY 1`,
      ),
  },
  {
    name: "members' share, new and returning",
    ours: async (pictures, range) =>
      sumOf((await pictures.guests({ range, step: 'month' })).points, (point) => point.newcomers),
    peer: (range) => `WITH v AS (${visits}), f AS (SELECT customer, min(date) AS first FROM v GROUP BY 1),
      m AS (SELECT date_trunc('month', r.date) AS month, sum(r.total) AS net, sum(r.total) FILTER (r.customer IS NOT NULL)
        AS guest FROM receipt AS r WHERE ${within(range)} GROUP BY 1),
      n AS (SELECT date_trunc('month', date) AS month, count(*) AS visits, count(*) FILTER (date = first) AS new
        FROM v JOIN f USING (customer) WHERE date BETWEEN DATE '${range.from}' AND DATE '${range.to}' GROUP BY 1)
      SELECT sum(new)::DOUBLE FROM m LEFT JOIN n USING (month)`,
  },
  {
    name: 'days between visits',
    ours: async (pictures, range) => (await pictures.intervals({ range })).visits,
    peer: (
      range,
    ) => `WITH v AS (${visits}), i AS (SELECT date, date - lag(date) OVER (PARTITION BY customer ORDER BY date)
      AS days FROM v) SELECT sum(n)::DOUBLE FROM (SELECT days, count(*) AS n FROM i WHERE days IS NOT NULL
      AND date BETWEEN DATE '${range.from.slice(0, 7)}-01' AND last_day(DATE '${range.to}') GROUP BY 1)`,
  },
  {
    name: 'months after the first visit',
    ours: async (pictures, range) =>
      sumOf((await pictures.cohorts({ range })).cohorts, ({ guests }) => sumOf(guests, (one) => one)),
    peer: (
      range,
    ) => `WITH v AS (${visits}), f AS (SELECT customer, date_trunc('month', min(date)) AS first FROM v GROUP BY 1)
      SELECT sum(n)::DOUBLE FROM (SELECT first, date_trunc('month', date) AS month, count(DISTINCT v.customer) AS n
      FROM v JOIN f USING (customer) WHERE first >= DATE '${range.from.slice(0, 7)}-01' AND date <= last_day(DATE '${range.to}')
      GROUP BY 1, 2)`,
  },
  {
    name: 'share of the best customers',
    ours: async (pictures, range) => (await pictures.top({ range })).net,
    peer: (range) =>
      added(
        'sum(net)',
        `SELECT net, sum(net) OVER (ORDER BY net DESC ROWS UNBOUNDED PRECEDING), row_number() OVER (ORDER BY net DESC)
          FROM (SELECT r.customer, sum(r.total) AS net FROM receipt AS r WHERE r.customer IS NOT NULL AND ${within(range)}
          GROUP BY 1 HAVING sum(r.total) > 0)`,
      ),
  },
]

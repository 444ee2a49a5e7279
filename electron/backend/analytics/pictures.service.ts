import { mostDays } from '#shared/contract/analytics.ts'
import type { CallOutput, CallParsed, MethodName } from '#shared/contract/index.ts'
import { addDays } from '#shared/dates.ts'
import { type Span, spanOf } from '#shared/spans.ts'
import { monthsText, monthWithin, weekdaysIn, withinLife } from './pictures/asked.ts'
import { cohortLines } from './pictures/cohorts.ts'
import { intervalBars, medianInterval } from './pictures/intervals.ts'
import { monthsOf, piecesOf } from './pictures/pieces.ts'
import { rankedItems } from './pictures/ranking.ts'
import { averageFrom, averageOver, movingAverage, spansOf } from './pictures/series.ts'
import { type PeriodSums, sumsOfSpans } from './pictures/spans.ts'
import { dateOf, dayPeriod } from './shares/periods.ts'
import type { Reading } from './thread/heavy.repo.ts'

type Answer<M extends MethodName> = (asked: CallParsed<M>) => Promise<CallOutput<M>>

/** The figures behind each picture. Every one reads sums; none counts receipts. */
export interface Pictures {
  readonly sales: Answer<'analytics.sales'>
  readonly heat: Answer<'analytics.heat'>
  readonly productHours: Answer<'analytics.productHours'>
  readonly ranking: Answer<'analytics.ranking'>
  readonly guests: Answer<'analytics.guests'>
  readonly intervals: Answer<'analytics.intervals'>
  readonly cohorts: Answer<'analytics.cohorts'>
  readonly top: Answer<'analytics.top'>
  span(): Promise<CallOutput<'analytics.span'>>
}

export const createPictures = (reading: Reading): Pictures => {
  /** Sums of days, or of months where a step is no shorter. */
  const rowsOf = async ({ from, to }: Span, byMonth: boolean): Promise<PeriodSums[]> =>
    reading.ask('periodRows', byMonth ? piecesOf(from, to) : [{ from: dayPeriod(from), to: dayPeriod(to) }])

  const life = () => reading.ask('readSpan')

  /** Averages are of whole steps: one that is cut off by the range is looked at whole, one that runs yet is none. */
  const series = async (range: Span, step: CallParsed<'analytics.sales'>['step'], lived: Span | null) => {
    const byMonth = step === 'month' || step === 'year'
    const from = spanOf(averageFrom(range.from, step), step).from
    const { to } = spanOf(range.to, step)
    const whole = sumsOfSpans(await rowsOf({ from, to }, byMonth), spansOf({ from, to }, step))
    const nets = whole.map((one) =>
      lived === null || one.from < spanOf(lived.from, step).from || one.to > lived.to ? null : one.net,
    )
    const averages = movingAverage(nets, averageOver[step])
    // Days are never cut off: those of the range are the last ones that were read.
    const spans = spansOf(range, step)
    const points =
      step === 'day' ? whole.slice(-spans.length) : sumsOfSpans(await rowsOf(range, byMonth), spans)
    return points.map(({ from: first, to: last, net, sales, refunds }, place) => ({
      from: first,
      to: last,
      net,
      sales,
      refunds,
      average: averages[place + whole.length - points.length] ?? null,
    }))
  }

  return {
    async sales({ range, compare, step }) {
      const lived = await life()
      const open = lived === null ? null : { from: dateOf(lived.first), to: dateOf(lived.last) }
      const points = await series(withinLife(range, lived), step, open)
      return { points, compared: compare === null ? null : await series(compare, step, open) }
    },
    async heat({ range: asked, rows, columns }) {
      const range = withinLife(asked, await life())
      const found = await reading.ask('heatRows', piecesOf(range.from, range.to), rows, columns)
      const all = weekdaysIn(range)
      const daysOf = (row: number, column: number): number => {
        const part = rows === 'month' ? monthWithin(row, range) : null
        const days = part === null ? all : weekdaysIn(part)
        const weekday = rows === 'weekday' ? row : columns === 'weekday' ? column : null
        return weekday === null ? days.reduce((sum, one) => sum + one, 0) : (days[weekday] ?? 0)
      }
      return { cells: found.map((cell) => ({ ...cell, days: daysOf(cell.row, cell.column) })) }
    },
    async productHours({ range, products: many }) {
      const months = monthsOf(range.from, range.to)
      const best = (await reading.ask('productRows', [months])).slice(0, many)
      const ids = best.map(({ id }) => id)
      const rows = await reading.ask('productHourRows', months, ids)
      return {
        months: monthsText(months),
        products: best.map(({ id, name }) => ({ id, name })),
        cells: rows.map((row) => ({ ...row, quantity: row.quantity / 1000 })),
      }
    },
    async ranking({ range, compare, by }) {
      const name = by === 'product' ? 'productRows' : 'categoryRows'
      const now = await reading.ask(name, piecesOf(range.from, range.to))
      const before = compare === null ? null : await reading.ask(name, piecesOf(compare.from, compare.to))
      return rankedItems(now, before)
    },
    async guests({ range: asked, step }) {
      const range = withinLife(asked, await life())
      const rows = await rowsOf(range, step === 'month' || step === 'year')
      return {
        points: sumsOfSpans(rows, spansOf(range, step)),
      }
    },
    async intervals({ range }) {
      const months = monthsOf(range.from, range.to)
      const rows = await reading.ask('intervalRows', months)
      const counts = new Map(rows.map(({ days, visits }) => [days, visits]))
      return {
        months: monthsText(months),
        bars: intervalBars(counts),
        median: medianInterval(counts),
        visits: rows.reduce((sum, { visits }) => sum + visits, 0),
      }
    },
    async cohorts({ range: asked }) {
      const range = withinLife(asked, await life())
      const months = monthsOf(range.from, range.to)
      return {
        months: monthsText(months),
        cohorts: cohortLines(await reading.ask('cohortRows', months), months),
      }
    },
    async top({ range }) {
      const lived = await life()
      const ever = lived === null || (range.from <= dateOf(lived.first) && range.to >= dateOf(lived.last))
      return ever ? reading.ask('topSharesEver') : reading.ask('topSharesBetween', range.from, range.to)
    },
    async span() {
      const lived = await life()
      if (lived === null) return null
      const to = dateOf(lived.last)
      // A till that had lost its clock prints 1970.
      const [first, earliest] = [dateOf(lived.first), addDays(to, 1 - mostDays)]
      return { from: first > earliest ? first : earliest, to }
    },
  }
}

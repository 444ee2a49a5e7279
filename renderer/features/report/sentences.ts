import type { CallOutput } from '#shared/contract/index.ts'
import type { Words } from '../../app/words.ts'
import { counted, growth, percentText, subject } from '../pictures/compact.ts'
import { cellName, perDay } from '../pictures/heat-option.ts'

/** Everything that the month is told from. */
export interface MonthFigures {
  readonly sales: CallOutput<'analytics.sales'>
  readonly heat: CallOutput<'analytics.heat'>
  readonly ranking: CallOutput<'analytics.ranking'>
  /** Of the month, by week. */
  readonly guests: CallOutput<'analytics.guests'>
}

const sum = <T>(rows: readonly T[], pick: (row: T) => number): number =>
  rows.reduce((all, row) => all + pick(row), 0)

/** The month in a few sentences: what was sold, who came, what they liked, when it was busy. */
export const monthSentences = (figures: MonthFigures, words: Words): string[] => [
  soldSentence(figures.sales, words),
  ...guestSentences(figures.guests, words),
  ...likedSentences(figures.ranking, words),
  ...busySentences(figures.heat, words),
]

const soldSentence = ({ points, compared }: MonthFigures['sales'], { t, won }: Words): string => {
  const net = sum(points, (point) => point.net)
  const sales = counted(sum(points, (point) => point.sales))
  const before = compared === null ? 0 : sum(compared, (point) => point.net)
  const more = growth(net, before)
  const said = { sum: won(net), ...sales }
  if (more === null) return t('report.sold', said)
  return t(more >= 0 ? 'report.soldMore' : 'report.soldLess', { ...said, percent: Math.abs(more) })
}

const guestSentences = ({ points }: MonthFigures['guests'], { t }: Words): string[] => {
  const visits = sum(points, (point) => point.visits)
  if (visits === 0) return []
  const net = sum(points, (point) => point.net)
  const newcomers = sum(points, (point) => point.newcomers)
  const share = net <= 0 ? 0 : sum(points, (point) => point.guestNet) / net
  return [
    t('report.guests', {
      visits: counted(visits).n,
      newcomers: counted(newcomers).n,
      share: percentText(share),
    }),
  ]
}

const likedSentences = ({ items }: MonthFigures['ranking'], { t, language }: Words): string[] => {
  const [best] = items
  if (best === undefined) return []
  const risen = items
    .slice(0, 20)
    .map((item) => ({ item, more: item.before === null ? null : growth(item.net, item.before.net) }))
    .filter(({ more }) => more !== null && more >= 10)
    .sort((a, b) => (b.more ?? 0) - (a.more ?? 0))[0]
  const said = t('report.best', { name: subject(best.name, language), ...counted(best.quantity) })
  return risen === undefined
    ? [said]
    : [said, t('report.risen', { name: subject(risen.item.name, language), percent: risen.more ?? 0 })]
}

const busySentences = ({ cells }: MonthFigures['heat'], { t, won }: Words): string[] => {
  const best = [...cells].sort((a, b) => perDay(b) - perDay(a))[0]
  if (best === undefined) return []
  const when = cellName(best, { rows: 'weekday', columns: 'hour' }, t)
  return [t('report.busy', { when, sum: won(Math.round(perDay(best))) })]
}

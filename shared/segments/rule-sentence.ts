import type { Condition, Goods, Period, Rule, Stage } from '../contract/segment-rule.ts'
import type { WordKey } from '../i18n/index.ts'
import { formatNumber } from '../won.ts'

/** How a sentence is put together: words of one language, and names of what a rule refers to by id. */
export interface Speech {
  readonly t: (key: WordKey, params?: Readonly<Record<string, string | number>>) => string
  /** Letters that are looked for in what is known of a guest: a name, a number; without it they are said as they are. */
  readonly letters?: (text: string) => string
  /** Null: it is no longer there. */
  readonly nameOf: (
    what: 'product' | 'category' | 'tag' | 'tier' | 'field' | 'segment',
    id: number,
  ) => string | null
  readonly stageName: (stage: Stage) => string
}

type Of<K extends Condition['is']> = Extract<Condition, { is: K }>

/** A rule as an owner would say it. */
export const ruleSentence = (rule: Rule, speech: Speech): string => {
  if ('all' in rule) return joined(rule.all, 'all', speech)
  if ('any' in rule) return joined(rule.any, 'any', speech)
  if ('not' in rule) return speech.t('rule.not', { a: ruleSentence(rule.not, speech) })
  return conditionSentence(rule, speech)
}

const joined = (parts: readonly Rule[], how: 'all' | 'any', speech: Speech): string => {
  const { t } = speech
  const said = parts.map((part) => {
    const sentence = ruleSentence(part, speech)
    // What is joined in the other way stands in brackets, or nobody could tell what belongs together.
    const inner = ('all' in part && part.all.length > 1) || ('any' in part && part.any.length > 1)
    return inner && parts.length > 1 ? t('rule.inner', { a: sentence }) : sentence
  })
  const [first, ...others] = said
  if (first === undefined) return t(how === 'all' ? 'rule.everybody' : 'rule.nobody')
  return others.reduce((a, b) => t(`rule.${how}`, { a, b }), first)
}

const number = (n: number, t: Speech['t'], key: WordKey): string =>
  // The figure chooses between one and many, and stands there as people write it.
  t(key, { n: formatNumber(n), count: n })

const won = (n: number, { t }: Speech): string => t('unit.won', { n: formatNumber(n) })

/** "지난 3개월", "이번 달", "2026-03-01~2026-05-31". */
export const periodSentence = (period: Period | null, { t }: Pick<Speech, 't'>): string => {
  if (period === null) return t('rule.period.ever')
  if (period.of === 'last') return number(period.count, t, `rule.period.${period.unit}`)
  if (period.of === 'between') return t('rule.period.between', { from: period.from, to: period.to })
  if (period.back === 0 || period.back === 1) return t(`segments.period.${period.unit}.${period.back}`)
  return t(period.unit === 'month' ? 'rule.period.monthsBack' : 'rule.period.yearsBack', { n: period.back })
}

const conditionSentence = (one: Condition, speech: Speech): string => {
  const { t } = speech
  switch (one.is) {
    case 'figure':
      return figureSentence(one.of, one.at, one.value, speech)
    case 'during':
      return t('rule.during', {
        period: periodSentence(one.period, speech),
        what: figureSentence(one.of, one.at, one.value, speech),
      })
    case 'date':
      return t(`rule.${one.of}.${one.when}`, { period: periodSentence(one.period, speech) })
    case 'time':
      return t('rule.time', {
        period: periodSentence(one.period, speech),
        weekdays: weekdaysSentence(one.weekdays, t),
        from: one.fromHour,
        to: one.toHour,
        n: formatNumber(one.value),
      })
    case 'bought':
      return boughtSentence(one, speech)
    case 'stage':
      return t('rule.stage', { stages: one.stages.map(speech.stageName).join('·') })
    case 'score': {
      const range =
        one.from === one.to
          ? t('segments.score', { n: one.from })
          : t('segments.scores', { from: one.from, to: one.to })
      return t('rule.score', { what: t(`rule.score.${one.of}`), range })
    }
    case 'consent': {
      const what = t(`rule.consent.${one.of}`)
      return one.given ? what : t('rule.consent.not', { what })
    }
    case 'occasion':
      return one.withinDays === 0
        ? t(`rule.occasion.${one.of}.today`)
        : t(`rule.occasion.${one.of}`, { n: one.withinDays })
    case 'gender':
      return t(`rule.gender.${one.of}`)
    case 'text':
      return t('rule.text', { where: t(`rule.text.${one.of}`), text: lettersOf(one.contains, speech) })
    case 'field':
      return fieldSentence(one, speech)
    case 'member':
      return t('rule.member', { name: nameOf('segment', one.segmentId, speech) })
    case 'tag':
      return t('rule.tag', { name: nameOf('tag', one.tagId, speech) })
  }
  return t('rule.tier', { name: nameOf('tier', one.tierId, speech) })
}

const nameOf = (what: Parameters<Speech['nameOf']>[0], id: number, speech: Speech): string =>
  speech.nameOf(what, id) ?? speech.t('rule.unknown')

const figureSentence = (
  of: Of<'figure'>['of'],
  at: 'least' | 'most',
  value: number,
  speech: Speech,
): string =>
  of === 'spend' || of === 'average'
    ? speech.t(`rule.${of}.${at}`, { won: won(value, speech) })
    : number(value, speech.t, `rule.${of}.${at}`)

const weekdaysSentence = (weekdays: readonly number[], t: Speech['t']): string => {
  const sorted = [...new Set(weekdays)].sort((a, b) => a - b).join('')
  if (sorted === '0123456') return t('rule.everyDay')
  if (sorted === '12345') return t('rule.weekdays')
  if (sorted === '06') return t('rule.weekend')
  const names = Array.from(t('time.weekdays'))
  // The week as people say it, Monday first.
  return [1, 2, 3, 4, 5, 6, 0]
    .filter((day) => weekdays.includes(day))
    .map((day) => names[day] ?? '')
    .join('·')
}

const boughtSentence = ({ what, count, period, at, value }: Of<'bought'>, speech: Speech): string => {
  const { t } = speech
  const said = { period: periodSentence(period, speech), what: goodsSentence(what, speech) }
  if (at === 'most' && value === 0) return t('rule.bought.never', said)
  return count === 'pieces'
    ? t(`rule.bought.pieces.${at}`, { ...said, n: formatNumber(value) })
    : t(`rule.bought.won.${at}`, { ...said, won: won(value, speech) })
}

const goodsSentence = (goods: Goods, speech: Speech): string =>
  goods.kind === 'name'
    ? speech.t('rule.goods.name', { name: goods.text })
    : speech.t(`rule.goods.${goods.kind}`, { name: nameOf(goods.kind, goods.id, speech) })

const fieldSentence = ({ fieldId, test }: Of<'field'>, speech: Speech): string => {
  const { t } = speech
  const name = nameOf('field', fieldId, speech)
  switch (test.kind) {
    case 'filled':
      return t('rule.field.filled', { name })
    case 'text':
      return t('rule.field.text', { name, text: lettersOf(test.contains, speech) })
    case 'choice':
      return t('rule.field.choice', { name, text: test.name })
    case 'number':
      return t(`rule.field.number.${test.at}`, { name, n: formatNumber(test.value) })
  }
  return t(`rule.field.date.${test.when}`, { name, period: periodSentence(test.period, speech) })
}

const lettersOf = (text: string, { letters }: Speech): string => letters?.(text) ?? text

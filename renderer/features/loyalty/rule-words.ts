import type { CallOutput } from '#shared/contract/index.ts'
import type { WordKey } from '#shared/i18n/index.ts'
import type { Words } from '../../app/words.ts'

export type ListedRule = CallOutput<'points.rules'>[number]
export type Choices = CallOutput<'points.ruleChoices'>
type Rate = ListedRule['rates'][number]

const methodKeys: Readonly<Record<string, WordKey>> = {
  card: 'method.card',
  cash: 'method.cash',
  'easy-pay': 'method.easy-pay',
  transfer: 'method.transfer',
  prepaid: 'method.prepaid',
  voucher: 'method.voucher',
  points: 'method.points',
}

export const methodWord = ({ t }: Words, method: string): string => t(methodKeys[method] ?? 'method.other')

/** Percent from points for 10,000 won: `1.5`. */
export const percentText = (rate: Pick<Rate, 'points' | 'perWon'>): string =>
  String(Number(((rate.points * 100) / rate.perWon).toFixed(2)))

const rateWord = ({ t, won, points }: Words, way: ListedRule['way'], rate: Rate): string => {
  if (rate.points === 0) return t('rules.none')
  return way === 'percent'
    ? t('rules.percent', { n: percentText(rate) })
    : t('rules.amount', { won: won(rate.perWon), points: points(rate.points) })
}

/** What everybody gets, in one sentence that can be said at the counter. */
export const mainSentence = (words: Words, rule: Pick<ListedRule, 'way' | 'rates'>): string => {
  const rate = rule.rates.find(({ tierId, method }) => tierId === 0 && method === '') ?? rule.rates[0]
  return rate === undefined ? words.t('rules.none') : rateWord(words, rule.way, rate)
}

/** The rest of a rule, a sentence each. */
export const ruleSentences = (words: Words, rule: ListedRule, choices: Choices | undefined): string[] => {
  const { t, points } = words
  const tier = (id: number): string => choices?.tiers.find((one) => one.id === id)?.name ?? `#${id}`
  const category = (id: number): string => choices?.categories.find((one) => one.id === id)?.name ?? `#${id}`
  const others = rule.rates.filter(({ tierId, method }) => tierId !== 0 || method !== '')
  const left = [...rule.excludedItems, ...rule.excludedCategories.map(category)]
  return [
    t(rule.carries ? 'rules.carries' : 'rules.noCarry'),
    rule.lifetimeMonths === null ? t('rules.noEnd') : t('rules.ends', { n: rule.lifetimeMonths }),
    rule.leastSpend === 0 ? t('rules.anyAmount') : t('rules.least', { points: points(rule.leastSpend) }),
    ...others.map((rate) => {
      const rateText = rateWord(words, rule.way, rate)
      return rate.tierId === 0
        ? t('rules.forMethod', { name: methodWord(words, rate.method), rate: rateText })
        : t('rules.forTier', { name: tier(rate.tierId), rate: rateText })
    }),
    ...(left.length === 0 ? [] : [t('rules.leavesOut', { names: left.join(', ') })]),
    ...(rule.bonuses.length === 0
      ? []
      : [
          t('rules.bonus', {
            names: rule.bonuses.map((one) => `${t(`bonus.${one.kind}`)} ${points(one.points)}`).join(', '),
          }),
        ]),
  ]
}

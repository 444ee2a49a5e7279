import type { CallOutput } from '#shared/contract/index.ts'
import type { Words } from '../../app/words.ts'
import type { CouponKind } from '../coupons/coupon-words.ts'

export type StampCardRules = CallOutput<'stamps.cards'>[number]
export type StampRule = StampCardRules['rules'][number]

/** The rule in the sentence that is said at the counter: `10,000원마다 하나, 10개 모으면 무료 음료`. */
export const stampSentence = (words: Words, rule: StampRule, kinds: readonly CouponKind[]): string => {
  const { t, won } = words
  if (rule.basis === 'off') return t('stamps.says.off')
  const coupon = kinds.find((kind) => kind.kindId === rule.rewardKindId)
  const params = { length: rule.length, reward: coupon?.terms.name ?? t('stamps.noReward') }
  if (rule.perWon !== null) return t('stamps.says.amount', { ...params, won: won(rule.perWon) })
  const items = rule.targets.flatMap((target) => target.word ?? [])
  const all = rule.targets.length === 0
  return t('stamps.says.product', {
    ...params,
    items: all ? t('stamps.allItems') : items.join(', ') || t('coupon.condition.someItems'),
  })
}

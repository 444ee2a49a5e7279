import type { HandlersOf } from '../handlers.ts'
import type { Book } from './book.service.ts'
import type { Checking } from './checking.service.ts'
import type { PointsCounter } from './counter.service.ts'
import type { BonusKind } from './rule.ts'
import type { ListedRule, ProposedRule, Rules } from './rules.service.ts'
import type { Trying } from './trying.service.ts'

export interface PointsServices {
  readonly counter: PointsCounter
  readonly rules: Rules
  readonly trying: Trying
  readonly book: Book
  readonly checking: Checking
  history(customerId: number, limit: number): ReturnType<HandlersOf<'points'>['points.history']>
  choices(): ReturnType<HandlersOf<'points'>['points.ruleChoices']>
}

type Said = Parameters<HandlersOf<'points'>['points.makeRule']>[0]

const ruleOf = ({ bonuses, ...said }: Said): ProposedRule => ({
  ...said,
  bonuses: Object.fromEntries(bonuses.map(({ kind, points }) => [kind, points])),
})

const kinds: readonly BonusKind[] = ['first-visit', 'friend', 'survey', 'review', 'birthday']

const shown = ({ rule, madeAt, state }: ListedRule) => ({
  ...rule,
  rates: [...rule.rates],
  excludedItems: [...rule.excludedItems],
  excludedCategories: [...rule.excludedCategories],
  bonuses: kinds.flatMap((kind) => {
    const points = rule.bonuses[kind]
    return points === undefined ? [] : [{ kind, points }]
  }),
  madeAt,
  state,
})

/** @param service of the ledger that is open. */
export const loyaltyHandlers = (service: () => PointsServices): HandlersOf<'points'> => ({
  'points.atCounter': ({ customerId, receiptId }) => service().counter.atCounter(customerId, receiptId),
  'points.use': ({ customerId, points, receiptId, print }) =>
    service().counter.use(customerId, points, receiptId, print),
  'points.undo': ({ actionId }) => service().counter.undo(actionId),
  'points.correct': ({ customerId, points, reason }) => service().counter.correct(customerId, points, reason),
  'points.giveBonus': ({ customerId, kind, friendId }) =>
    service().counter.giveBonus(customerId, kind, friendId),
  'points.history': ({ customerId, limit }) => service().history(customerId, limit),
  'points.rules': () => service().rules.list().map(shown),
  'points.ruleChoices': () => service().choices(),
  'points.makeRule': (said) => ({ ruleId: service().rules.make(ruleOf(said)) }),
  'points.withdrawRule': ({ ruleId }) => {
    service().rules.withdraw(ruleId)
    return {}
  },
  'points.tryRule': (said) => service().trying.over(ruleOf(said)),
  'points.book': () => service().book.read(),
  'points.notices': ({ stage }) => service().book.notices(stage),
  'points.told': ({ stage, people }) => {
    service().book.told(stage, people)
    return {}
  },
  'points.check': () => service().checking.run(),
  'points.reminder': () => ({ seconds: service().book.reminder() }),
  'points.saveReminder': ({ seconds }) => {
    service().book.saveReminder(seconds)
    return {}
  },
})

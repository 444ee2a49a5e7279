import { addDays, type BusinessDate, type EpochMs } from '#shared/dates.ts'
import { DangolError } from '#shared/errors.ts'
import { refreshFigures } from '../customers/figures.service.ts'
import type { Writer } from '../platform/db/statements.ts'
import { type ReceiptRecord, remainingOf } from '../receipts/facts.service.ts'
import { occasionDays } from '../segments/occasion-days.ts'
import { type Action, bonusesOf, bonusesWith, undoneOf } from './actions.repo.ts'
import { dayByClock } from './day.service.ts'
import type { Occasion } from './earning.service.ts'
import type { Granting } from './granting.service.ts'
import { birthdayOf, hasOtherSale } from './person.repo.ts'
import type { BonusKind, Rule } from './rule.ts'
import type { Ruling } from './ruling.service.ts'

export type HandBonus = Extract<BonusKind, 'friend' | 'survey' | 'review'>

/** Points for something other than money. Those that come with a sale go with it. */
export interface Bonuses {
  /** First visit and birthday with a sale; both taken back when nothing is left of it. */
  settle(tx: Writer, sale: ReceiptRecord, customerId: number, occasion: Occasion): void
  /**
   * Given by hand: a friend once for each friend, survey and review once a business day. @returns the action.
   * Throws `points.bonus-not-offered`, `points.bonus-given-already`.
   */
  give(tx: Writer, customerId: number, kind: HandBonus, friendId: number | null, at: EpochMs): number
}

/** A birthday comes once a year, however its days fall about the turn of it. */
const yearOfBirthdays = 300

const standing = (tx: Writer, action: Action): boolean => action.points + undoneOf(tx, action.id) > 0

const due = (tx: Writer, rule: Rule, sale: ReceiptRecord, customerId: number): BonusKind[] => {
  const given = bonusesOf(tx, customerId).filter((action) => standing(tx, action))
  const date = sale.business_date
  const kinds: BonusKind[] = []
  const first = rule.bonuses['first-visit'] !== undefined
  if (
    first &&
    !given.some(({ detail }) => detail === 'first-visit') &&
    !hasOtherSale(tx, customerId, sale.id)
  )
    kinds.push('first-visit')
  const lately = given.some(
    (action) => action.detail === 'birthday' && action.business_date > addDays(date, -yearOfBirthdays),
  )
  if (rule.bonuses.birthday !== undefined && !lately && hasBirthday(tx, customerId, date, rule.birthdayDays))
    kinds.push('birthday')
  return kinds
}

export const createBonuses = (granting: Granting, ruling: Ruling): Bonuses => {
  return {
    settle(tx, sale, customerId, { kind, at }) {
      const worthSomething = kind !== 'detached' && remainingOf(tx, sale.id) > 0
      if (kind === 'attached' && worthSomething) {
        const rule = ruling.on(tx, sale.business_date)
        if (rule.bonuses['first-visit'] === undefined && rule.bonuses.birthday === undefined) return
        for (const one of due(tx, rule, sale, customerId))
          granting.bonus(tx, customerId, rule.bonuses[one] ?? 0, one, sale.id, at)
      } else if (!worthSomething) {
        for (const action of bonusesWith(tx, sale.id)) {
          if (standing(tx, action)) refreshFigures(tx, granting.takeBack(tx, action, at).customer_id)
        }
      }
    },
    give(tx, customerId, kind, friendId, at) {
      const today = dayByClock(tx, at)
      const points = ruling.on(tx, today).bonuses[kind]
      if (points === undefined) throw new DangolError('points.bonus-not-offered')
      const detail = kind === 'friend' ? `friend:${friendId ?? 0}` : kind
      const given = bonusesOf(tx, customerId).some(
        (action) =>
          action.detail === detail &&
          (kind === 'friend' || action.business_date === today) &&
          standing(tx, action),
      )
      if (given) throw new DangolError('points.bonus-given-already')
      const { id } = granting.bonus(tx, customerId, points, detail, null, at)
      refreshFigures(tx, customerId)
      return id
    },
  }
}

const hasBirthday = (tx: Writer, customerId: number, date: BusinessDate, within: number): boolean => {
  const own = birthdayOf(tx, customerId)
  if (own === null) return false
  return occasionDays(addDays(date, -within), 2 * within).some(
    (one) =>
      one.calendar === own.calendar &&
      one.month === own.month &&
      one.day === own.day &&
      one.leap === own.leap,
  )
}

import type { CallOutput, CallParsed } from '#shared/contract/index.ts'
import { businessDate, type EpochMs } from '#shared/dates.ts'
import { DangolError } from '#shared/errors.ts'
import { kindName } from '../coupons/kind-names.service.ts'
import type { CustomersService } from '../customers/customers.service.ts'
import type { Reader, UnitOfWork } from '../platform/db/statements.ts'
import type { Ids } from '../platform/ids.ts'
import { readShop } from '../shop/shop.service.ts'
import { cardsOf } from './cards.service.ts'
import { ruleOn } from './earning.ts'
import type { Stamping } from './stamping.service.ts'
import { addCard, addRule, collectorsByCard, latestEntries, readRules } from './stamps.repo.ts'

/** Cards and their rules for the office, and what lies on somebody's cards. See the contract for what each throws. */
export interface StampsService {
  cards(): CallOutput<'stamps.cards'>
  saveRule(rule: CallParsed<'stamps.saveRule'>): number
  ofCustomer(customerId: number, receiptId: number | null): CallOutput<'stamps.ofCustomer'>
  history(customerId: number, limit: number): CallOutput<'stamps.history'>
  correct(change: CallParsed<'stamps.correct'>): void
}

export interface StampsParts {
  readonly reader: Reader
  readonly unit: UnitOfWork
  readonly ids: Ids
  readonly now: () => EpochMs
  readonly stamping: Stamping
  readonly customers: Pick<CustomersService, 'find'>
}

export const createStampsService = (parts: StampsParts): StampsService => {
  const { reader, unit, ids, now, stamping, customers } = parts
  /** The day that people choose from: what the PC says, however late the last receipt came. */
  const today = (): string => businessDate(now(), readShop(reader).closes_at_hour)

  return {
    cards() {
      const people = new Map(collectorsByCard(reader).map((row) => [row.card_id, row.people]))
      const rules = readRules(reader)
      return [...new Set(rules.map((rule) => rule.cardId))].map((cardId) => {
        const own = rules.filter((rule) => rule.cardId === cardId)
        const current = ruleOn(own, today())
        return {
          cardId,
          people: people.get(cardId) ?? 0,
          rules: own.map(({ cardId: _card, ...rule }) => ({
            ...rule,
            targets: [...rule.targets],
            state: rule.id === current?.id ? 'now' : rule.fromDate > today() ? 'to-come' : 'past',
          })),
        }
      })
    },
    saveRule: ({ cardId, ...rule }) =>
      unit.write((tx) => {
        const at = now()
        if (rule.fromDate < today()) throw new DangolError('reward.date-past')
        if (cardId !== null && !readRules(tx).some((known) => known.cardId === cardId))
          throw new DangolError('stamp.card-not-found')
        if (rule.rewardKindId !== null && kindName(tx, rule.rewardKindId) === null)
          throw new DangolError('coupon.kind-not-found')
        const id = cardId ?? ids.next(at)
        if (cardId === null) addCard(tx, id, at)
        addRule(tx, { ...rule, id: ids.next(at), cardId: id }, at)
        return id
      }),
    ofCustomer: (customerId, receiptId) => cardsOf(reader, customerId, receiptId, now()),
    history: (customerId, limit) =>
      latestEntries(reader, customerId, limit).map((entry) => ({
        id: entry.id,
        cardId: entry.card_id,
        at: entry.at,
        kind: entry.kind,
        stamps: entry.stamps,
        receiptId: entry.receipt_id,
        reason: entry.reason,
      })),
    correct(change) {
      unit.write((tx) => {
        customers.find(tx, change.customerId)
        if (!readRules(tx).some((rule) => rule.cardId === change.cardId))
          throw new DangolError('stamp.card-not-found')
        stamping.correct(tx, { ...change, at: now() })
      })
    },
  }
}

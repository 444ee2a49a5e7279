import type { CallOutput, CallParsed } from '#shared/contract/index.ts'
import { businessDate, type EpochMs } from '#shared/dates.ts'
import { DangolError } from '#shared/errors.ts'
import type { CustomersService } from '../customers/customers.service.ts'
import type { Reader, UnitOfWork } from '../platform/db/statements.ts'
import type { Ids } from '../platform/ids.ts'
import { readShop } from '../shop/shop.service.ts'
import { dayOf } from './day.service.ts'
import { tierInWords } from './in-words.service.ts'
import type { TierKeeping } from './keeping.service.ts'
import { planOn } from './plan.ts'
import {
  addPlan,
  addSet,
  addTier,
  entriesOf,
  peopleByTier,
  readPlans,
  renameTier,
  tierNames,
} from './tiers.repo.ts'

/** Plans for the office, and where somebody stands. See the contract for what each throws. */
export interface TiersService {
  plans(): CallOutput<'tiers.plans'>
  savePlan(plan: CallParsed<'tiers.savePlan'>): number
  ofCustomer(customerId: number): CallOutput<'tiers.ofCustomer'>
  history(customerId: number, limit: number): CallOutput<'tiers.history'>
  set(change: CallParsed<'tiers.set'>): void
}

export interface TiersParts {
  readonly reader: Reader
  readonly unit: UnitOfWork
  readonly ids: Ids
  readonly now: () => EpochMs
  readonly keeping: TierKeeping
  readonly customers: Pick<CustomersService, 'find'>
}

export const createTiersService = (parts: TiersParts): TiersService => {
  const { reader, unit, ids, now, keeping, customers } = parts
  /** The day that people choose from: what the PC says, however late the last receipt came. */
  const today = (): string => businessDate(now(), readShop(reader).closes_at_hour)

  return {
    plans() {
      const names = tierNames(reader)
      const plans = readPlans(reader)
      const current = planOn(plans, today())
      return {
        plans: plans.map((plan) => ({
          ...plan,
          levels: plan.levels.map((level) => ({ ...level, name: names.get(level.tierId) ?? '' })),
          state: plan.id === current?.id ? 'now' : plan.fromDate > today() ? 'to-come' : 'past',
        })),
        people: peopleByTier(reader).flatMap(({ tier_id: tierId, people }) =>
          tierId === null ? [] : { tierId, people },
        ),
      }
    },
    savePlan: ({ levels, ...plan }) =>
      unit.write((tx) => {
        const at = now()
        if (plan.fromDate < today()) throw new DangolError('reward.date-past')
        const known = tierNames(tx)
        const named = levels.map(({ tierId, name, need }) => {
          if (tierId !== null && !known.has(tierId)) throw new DangolError('tier.not-found')
          const id = tierId ?? ids.next(at)
          if (tierId === null) addTier(tx, id, name.normalize('NFC'), at)
          else if (known.get(tierId) !== name) renameTier(tx, tierId, name.normalize('NFC'))
          return { tierId: id, need }
        })
        if (new Set(named.map((level) => level.tierId)).size < named.length)
          throw new DangolError('tier.not-found')
        const id = ids.next(at)
        addPlan(tx, { ...plan, id, levels: named }, at)
        return id
      }),
    ofCustomer: (customerId) => tierInWords(reader, keeping, customerId, now()),
    history(customerId, limit) {
      const names = tierNames(reader)
      const nameOf = (id: number | null): string | null => (id === null ? null : (names.get(id) ?? ''))
      return entriesOf(reader, customerId, limit).map((entry) => ({
        id: entry.id,
        date: entry.business_date,
        at: entry.at,
        before: nameOf(entry.before_id),
        after: nameOf(entry.tier_id),
        cause: entry.cause,
        counted: entry.counted,
      }))
    },
    set({ customerId, tierId, until, reason }) {
      unit.write((tx) => {
        const at = now()
        customers.find(tx, customerId)
        if (tierId !== null && !tierNames(tx).has(tierId)) throw new DangolError('tier.not-found')
        if (until !== null && until < today()) throw new DangolError('reward.date-past')
        const set = { id: ids.next(at), customer_id: customerId, tier_id: tierId, merge_id: null, at }
        addSet(tx, { ...set, from_date: dayOf(tx, at), until_date: tierId === null ? null : until }, reason)
        keeping.look(tx, customerId, at)
      })
    },
  }
}

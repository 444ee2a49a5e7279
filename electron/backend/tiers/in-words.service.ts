import type { CallOutput } from '#shared/contract/index.ts'
import type { EpochMs } from '#shared/dates.ts'
import type { Reader } from '../platform/db/statements.ts'
import { dayOf } from './day.service.ts'
import type { TierKeeping } from './keeping.service.ts'
import { planOn, rankIn } from './plan.ts'
import { readPlans, tierNames } from './tiers.repo.ts'

/** Where somebody stands, by the tiers' names; null where the shop has none. */
export const tierInWords = (
  reader: Reader,
  keeping: Pick<TierKeeping, 'standing'>,
  customerId: number,
  at: EpochMs,
): CallOutput<'tiers.ofCustomer'> => {
  const names = tierNames(reader)
  if (names.size === 0) return null
  const plan = planOn(readPlans(reader), dayOf(reader, at))
  const { tierId, counted, next, keep, byHand } = keeping.standing(reader, customerId, at)
  if (plan === null && tierId === null) return null
  const rank = plan === null ? -1 : rankIn(plan, tierId)
  return {
    measure: plan?.measure ?? 'spend',
    tier: tierId === null ? null : { tierId, name: names.get(tierId) ?? '' },
    rank: rank < 0 ? null : rank,
    count: plan?.levels.length ?? 0,
    counted,
    next: next === null ? null : { name: names.get(next.tierId) ?? '', missing: next.missing },
    keep,
    byHand,
  }
}

import type { HandlersOf } from '../handlers.ts'
import type { TiersService } from './tiers.service.ts'

/** @param service of the ledger that is open. */
export const tiersHandlers = (service: () => TiersService): HandlersOf<'tiers'> => ({
  'tiers.plans': () => service().plans(),
  'tiers.savePlan': (plan) => ({ planId: service().savePlan(plan) }),
  'tiers.ofCustomer': ({ customerId }) => service().ofCustomer(customerId),
  'tiers.history': ({ customerId, limit }) => service().history(customerId, limit),
  'tiers.set': (change) => {
    service().set(change)
    return {}
  },
})

import type { HandlersOf } from '../handlers.ts'
import type { StampsService } from './stamps.service.ts'

/** @param service of the ledger that is open. */
export const stampsHandlers = (service: () => StampsService): HandlersOf<'stamps'> => ({
  'stamps.cards': () => service().cards(),
  'stamps.saveRule': (rule) => ({ cardId: service().saveRule(rule) }),
  'stamps.ofCustomer': ({ customerId, receiptId }) => service().ofCustomer(customerId, receiptId),
  'stamps.history': ({ customerId, limit }) => service().history(customerId, limit),
  'stamps.correct': (change) => {
    service().correct(change)
    return {}
  },
})

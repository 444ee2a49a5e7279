import type { HandlersOf } from '../handlers.ts'
import type { CounterService } from './counter.service.ts'

/** @param service of the ledger that is open. */
export const counterHandlers = (service: () => CounterService): HandlersOf<'counter'> => ({
  'counter.attach': ({ receiptId, customerId, print }) => service().attach(receiptId, customerId, print),
  'counter.detach': ({ receiptId }) => {
    service().detach(receiptId)
    return {}
  },
  'counter.takeNext': ({ customerId, print }) => {
    service().takeNext(customerId, print)
    return {}
  },
  'counter.waiting': () => service().waiting(),
  'counter.today': () => service().today(),
})

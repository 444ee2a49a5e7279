import type { HandlersOf } from '../handlers.ts'
import type { CustomersService } from './customers.service.ts'

/** @param service of the ledger that is open. */
export const customersHandlers = (service: () => CustomersService): HandlersOf<'customers'> => ({
  'customers.search': ({ query }) => service().search(query),
  'customers.card': ({ customerId }) => service().card(customerId),
  'customers.join': (person) => ({ customerId: service().join(person) }),
  'customers.edit': (person) => {
    service().edit(person)
    return {}
  },
  'customers.consentWording': () => service().consentWording(),
})

import type { HandlersOf } from '../handlers.ts'
import type { CustomersService } from './customers.service.ts'
import type { CustomerWork } from './work.service.ts'

const done = (_work: void): Record<string, never> => ({})

/** @param service of the ledger that is open. @param joined is told of whoever joins, after it is written. */
export const customersHandlers = (
  service: () => CustomersService & CustomerWork,
  joined: (customerId: number) => void,
): HandlersOf<'customers'> => ({
  'customers.search': ({ query }) => service().search(query),
  'customers.card': ({ customerId }) => service().card(customerId),
  'customers.join': (person) => {
    const customerId = service().join(person)
    joined(customerId)
    return { customerId }
  },
  'customers.edit': (person) => done(service().edit(person)),
  'customers.consentWording': () => service().consentWording(),
  'customers.page': ({ customerId }) => service().page(customerId),
  'customers.timeline': (asked) => service().timeline(asked),
  'customers.change': (asked) => done(service().change(asked)),
  'customers.phones': (asked) => done(service().phones(asked)),
  'customers.days': (asked) => done(service().days(asked)),
  'customers.cards': (asked) => ({ code: service().cards(asked) }),
  'customers.notes': (asked) => done(service().notes(asked)),
  'customers.fields': () => service().fields(),
  'customers.saveField': (asked) => ({ id: service().saveField(asked) }),
  'customers.tags': () => service().tags(),
  'customers.saveTag': (asked) => done(service().saveTag(asked)),
  'customers.household': (asked) => done(service().household(asked)),
  'customers.consents': ({ customerId }) => service().consents(customerId),
  'customers.consent': (asked) => done(service().consent(asked)),
  'customers.wordings': () => service().wordings(),
  'customers.moveReceipt': (asked) => done(service().moveReceipt(asked)),
  'customers.duplicates': () => service().duplicates(),
  'customers.notSame': (asked) => done(service().notSame(asked)),
  'customers.merge': (asked) => ({ mergeId: service().merge(asked) }),
  'customers.unmerge': (asked) => ({ customerId: service().unmerge(asked) }),
  'customers.withdraw': ({ customerId }) => done(service().withdraw(customerId)),
  'customers.destroy': ({ customerId }) => done(service().destroy(customerId)),
  'customers.destructions': () => service().destructions(),
  'customers.wipe': () => service().wipe(),
})

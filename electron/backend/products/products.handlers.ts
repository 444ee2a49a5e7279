import type { HandlersOf } from '../handlers.ts'
import type { ProductsService } from './products.service.ts'

/** @param service of the ledger that is open. */
export const productsHandlers = (service: () => ProductsService): HandlersOf<'products'> => ({
  'products.list': (wanted) => service().list(wanted),
  'products.get': ({ id }) => service().get(id),
  'products.proposals': () => service().proposals(),
  'products.join': ({ into, from }) => service().join(into, from),
  'products.split': ({ id }) => service().split(id),
  'products.undo': ({ changeId }) => {
    service().undo(changeId)
    return {}
  },
  'products.apart': ({ oneId, otherId }) => {
    service().apart(oneId, otherId)
    return {}
  },
  'products.rename': ({ id, name }) => {
    service().rename(id, name)
    return {}
  },
  'products.categories': () => service().categories(),
  'products.saveCategory': ({ id, name }) => ({ id: service().saveCategory(id, name) }),
  'products.removeCategory': ({ id }) => {
    service().removeCategory(id)
    return {}
  },
  'products.categorise': (given) => {
    service().categorise(given)
    return {}
  },
})

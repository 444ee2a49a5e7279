import type { HandlersOf } from '../handlers.ts'
import type { ShopService } from './shop.service.ts'

/** @param changed is called after the shop was saved: its name stands in the status. */
export const shopHandlers = (service: () => ShopService, changed: () => void): HandlersOf<'shop'> => ({
  'shop.get': () => service().get(),
  'shop.save': (shop) => {
    service().save(shop)
    changed()
    return {}
  },
})

import type { HandlersOf } from '../handlers.ts'
import type { CouponsService } from './coupons.service.ts'

/** @param service of the ledger that is open. */
export const couponsHandlers = (service: () => CouponsService): HandlersOf<'coupons'> => ({
  'coupons.kinds': () => service().kinds(),
  'coupons.saveKind': (kind) => ({ kindId: service().saveKind(kind) }),
  'coupons.setActive': ({ kindId, active }) => {
    service().setActive(kindId, active)
    return {}
  },
  'coupons.ofKind': ({ kindId, limit }) => service().ofKind(kindId, limit),
  'coupons.give': ({ kindId, customerId, print }) => service().give(kindId, customerId, print),
  'coupons.giveMany': ({ kindId, customerIds }) => service().giveMany(kindId, customerIds),
  'coupons.ofCustomer': ({ customerId, receiptId }) => service().ofCustomer(customerId, receiptId),
  'coupons.look': ({ code, ...asked }) => service().look(code, asked),
  'coupons.redeem': ({ code, ...asked }) => service().redeem(code, asked),
  'coupons.undoUse': ({ couponId }) => service().undoUse(couponId),
  'coupons.withdraw': ({ couponId }) => {
    service().withdraw(couponId)
    return {}
  },
  'coupons.print': ({ couponId }) => service().print(couponId),
})

import type { HandlersOf } from '../handlers.ts'
import type { OpenPrepaid } from '../open-prepaid.ts'

/** @param open of the ledger that is open. */
export const prepaidHandlers = (open: () => OpenPrepaid): HandlersOf<'prepaid'> => ({
  'prepaid.products': () => open().products.list(),
  'prepaid.saveProduct': (asked) => ({ productId: open().products.save(asked) }),
  'prepaid.atCounter': ({ customerId, receiptId }) => open().usable(customerId, receiptId),
  'prepaid.sell': (asked) => open().counter.sell(asked),
  'prepaid.use': (asked) => open().counter.use(asked),
  'prepaid.undo': ({ entryId }) => open().counter.undo(entryId),
  'prepaid.takeBack': ({ entryId, reason }) => open().counter.takeBack(entryId, reason),
  'prepaid.extend': (asked) => {
    open().counter.extend(asked)
    return {}
  },
  'prepaid.bring': (asked) => open().counter.bring(asked),
  'prepaid.ofCustomer': ({ customerId }) => open().ofCustomer(customerId),
  'prepaid.working': ({ holdingId, because }) => open().givingBack.working(holdingId, because),
  'prepaid.giveBack': (asked) => open().givingBack.giveBack(asked),
  'prepaid.book': () => open().book.read(),
  'prepaid.notices': ({ stage }) => open().book.notices(stage),
  'prepaid.told': ({ stage, holdingIds }) => {
    open().book.told(stage, holdingIds)
    return {}
  },
  'prepaid.check': () => open().checking.run(),
})

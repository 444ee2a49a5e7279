import type { HandlersOf } from './handlers.ts'
import type { Slips } from './slips/slips.service.ts'

/** @param slips of the ledger that is open. */
export const slipsHandlers = (slips: () => Slips): HandlersOf<'slips'> => ({
  'slips.reprint': ({ slipId }) => slips().reprint(slipId),
  'slips.recent': ({ limit }) => slips().recent(limit),
  'slips.queue': () => slips().desk.queue(),
  'slips.cancel': ({ slipId }) => {
    slips().desk.cancel(slipId)
    return {}
  },
  'slips.move': ({ slipId, printerId }) => {
    slips().desk.move(slipId, printerId)
    return {}
  },
  'slips.seen': ({ slipIds }) => {
    slips().desk.seen(slipIds)
    return {}
  },
})

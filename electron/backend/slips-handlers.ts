import type { HandlersOf } from './handlers.ts'
import type { Slips } from './slips/slips.service.ts'

/** @param slips of the ledger that is open. */
export const slipsHandlers = (slips: () => Slips): HandlersOf<'slips'> => ({
  'slips.reprint': ({ slipId }) => slips().reprint(slipId),
  'slips.recent': ({ limit }) => slips().recent(limit),
})

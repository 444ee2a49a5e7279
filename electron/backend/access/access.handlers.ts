import type { HandlersOf } from '../handlers.ts'
import type { AccessLog } from './access.service.ts'
import type { ChainHead } from './chain.ts'

/**
 * @param personId who is asking, null at the open counter.
 * @param outside heads of the chain that backups know.
 */
export const accessHandlers = (
  log: () => AccessLog,
  personId: () => number | null,
  outside: () => Promise<readonly ChainHead[]>,
): HandlersOf<'access'> => ({
  'access.list': (filter) => log().list(filter),
  'access.months': () => log().months(),
  'access.tick': ({ month, remark }) => {
    log().tick(month, remark, personId())
    return {}
  },
  'access.verify': async () => log().verify(await outside()),
})

import type { HandlersOf } from '../handlers.ts'
import type { AccessLog } from './access.service.ts'

/** @param personId who is asking, null at the open counter. */
export const accessHandlers = (
  log: () => AccessLog,
  personId: () => number | null,
): HandlersOf<'access'> => ({
  'access.list': (filter) => log().list(filter),
  'access.months': () => log().months(),
  'access.tick': ({ month, remark }) => {
    log().tick(month, remark, personId())
    return {}
  },
  'access.verify': () => log().verify(),
})

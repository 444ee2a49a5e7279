import type { CallOutput } from '#shared/contract/index.ts'
import { DangolError } from '#shared/errors.ts'
import type { HandlersOf } from '../handlers.ts'
import type { Behind } from './behind.service.ts'
import type { createEvening } from './evening.service.ts'
import type { Pictures } from './pictures.service.ts'
import type { Upkeep } from './upkeep.service.ts'

/** Everything that is said about the shop as a whole. */
export interface Analytics {
  readonly pictures: Pictures
  readonly behind: Behind
  readonly evening: ReturnType<typeof createEvening>
  readonly upkeep: Upkeep
  /** @returns the whole path of the file that was written. */
  save(name: string, ending: 'png' | 'pdf', base64: string): string
  stop(): Promise<void>
}

/** @param open of the ledger that is open. */
export const analyticsHandlers = (open: () => Analytics): HandlersOf<'analytics'> => ({
  'analytics.sales': (asked) => open().pictures.sales(asked),
  'analytics.heat': (asked) => open().pictures.heat(asked),
  'analytics.productHours': (asked) => open().pictures.productHours(asked),
  'analytics.ranking': (asked) => open().pictures.ranking(asked),
  'analytics.guests': (asked) => open().pictures.guests(asked),
  'analytics.intervals': (asked) => open().pictures.intervals(asked),
  'analytics.cohorts': (asked) => open().pictures.cohorts(asked),
  'analytics.top': (asked) => open().pictures.top(asked),
  'analytics.behind': (asked) => open().behind.people(asked),
  'analytics.receiptsBehind': (asked) => open().behind.receipts(asked),
  'analytics.evening': ({ date }) => open().evening(date),
  'analytics.span': () => open().pictures.span(),
  'analytics.state': () => open().upkeep.state(),
  'analytics.check': ({ rebuild }) => {
    open().upkeep.check(rebuild)
    return {}
  },
  'analytics.stop': async () => {
    await open().upkeep.stop()
    return {}
  },
  'analytics.savePicture': ({ name, png }) => ({ path: open().save(name, 'png', png) }),
  'analytics.saveReport': ({ name, pdf }) => saved(pdf, (base64) => open().save(name, 'pdf', base64)),
})

/** Without a window there is nothing to print. */
const saved = (
  base64: string | undefined,
  save: (base64: string) => string,
): CallOutput<'analytics.saveReport'> => {
  if (base64 === undefined) throw new DangolError('analytics.cannot-print')
  return { path: save(base64) }
}

import { dirname, join } from 'node:path'
import type { Analytics } from './analytics/analytics.handlers.ts'
import { createBehind } from './analytics/behind.service.ts'
import { createEvening } from './analytics/evening.service.ts'
import { createMonthLists, type MonthLists } from './analytics/months/month-lists.service.ts'
import { writePictureFile } from './analytics/picture-file.port.ts'
import { createPictures } from './analytics/pictures.service.ts'
import { pictureThread } from './analytics/thread/picture-thread.port.ts'
import { createUpkeep } from './analytics/upkeep.service.ts'
import type { SumsAfter } from './loyalty/checking.service.ts'
import type { Clock } from './platform/clock.ts'
import type { Emit } from './platform/emit.ts'
import type { Ledger } from './platform/ledger/open.ts'
import type { Log } from './platform/log/log.ts'
import type { PrepaidCheckingParts } from './prepaid/checking.service.ts'
import type { Heavy as HeavySegments } from './segments/heavy.ts'

export interface OpenAnalyticsParts {
  readonly ledger: Pick<Ledger, 'path' | 'reader' | 'unit' | 'dataKey'>
  readonly clock: Clock
  readonly log: Log
  readonly emit: Emit
  readonly review: () => number
}

/** What others have read in the thread that reads pictures. */
export interface OpenAnalytics extends Analytics {
  readonly heavy: HeavySegments
  readonly lists: MonthLists
  /** Balances that are counted again in the background. */
  readonly balances: {
    readonly points: SumsAfter
    readonly prepaid: PrepaidCheckingParts['sumsAfter']
  }
}

/** Pictures, the evening page and the upkeep of their sums, over a thread that reads. */
export const openAnalytics = ({ ledger, clock, log, emit, review }: OpenAnalyticsParts): OpenAnalytics => {
  const { reader, unit } = ledger
  const reading = pictureThread(ledger)
  const pictures = createPictures(reading)
  const upkeep = createUpkeep({
    reader,
    unit,
    reading,
    clock,
    log,
    told: (state) => emit('analytics.progress', state),
  })
  const lists = createMonthLists({ reader, unit, reading, clock, log })
  const folder = join(dirname(ledger.path), 'exports')
  return {
    heavy: {
      count: (...given) => reading.ask('segmentCount', ...given),
      members: (...given) => reading.ask('segmentMembers', ...given),
      membersLater: (...given) => reading.askLater('segmentMembers', ...given),
      census: (view) => reading.ask('segmentCensus', view),
      limits: (...given) => reading.ask('segmentLimits', ...given),
    },
    balances: {
      points: (after, limit) => reading.askLater('pointsSumsAfter', after, limit),
      prepaid: (after, limit) => reading.askLater('prepaidSumsAfter', after, limit),
    },
    lists,
    pictures,
    behind: createBehind(reading, pictures),
    evening: createEvening({ reader, reading, clock, review }),
    upkeep,
    save: (name, ending, base64) => writePictureFile(folder, name, ending, Buffer.from(base64, 'base64')),
    async stop() {
      const stopped = [upkeep.stop(), lists.stop()]
      await reading.stop()
      await Promise.all(stopped)
    },
  }
}

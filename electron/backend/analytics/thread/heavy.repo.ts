import { sumsAfter as pointsSumsAfter } from '../../loyalty/book.repo.ts'
import type { Reader } from '../../platform/db/statements.ts'
import { sumsAfter as prepaidSumsAfter } from '../../prepaid/book.repo.ts'
import { segmentCensus, segmentCount, segmentLimits, segmentMembers } from '../../segments/heavy.repo.ts'
import { eveningRows, missingIds } from '../evening/evening.repo.ts'
import { monthWithoutList } from '../months/month-lists.repo.ts'
import * as behind from '../pictures/behind.repo.ts'
import * as guests from '../pictures/guests.repo.ts'
import * as period from '../pictures/period.repo.ts'
import * as products from '../pictures/products.repo.ts'
import { monthsToCount, namesToKnow, recounted } from '../recount/differences.repo.ts'

/** What is read beside the counter's way, by a thread with a connection of its own. Values in and out can be cloned. */
export const heavyReads = {
  bestIds: behind.bestIds,
  bestIdsEver: behind.bestIdsEver,
  cohortIds: guests.cohortIds,
  cohortRows: guests.cohortRows,
  categoryRows: products.categoryRows,
  eveningRows,
  heatRows: period.heatRows,
  intervalIds: behind.intervalIds,
  intervalRows: guests.intervalRows,
  missingIds,
  monthsToCount,
  monthWithoutList,
  namesToKnow,
  periodRows: period.periodRows,
  pointsSumsAfter,
  prepaidSumsAfter,
  productHourRows: products.productHourRows,
  productRows: products.productRows,
  readSpan: period.readSpan,
  receiptIdsBehind: behind.receiptIdsBehind,
  recounted,
  segmentCensus,
  segmentCount,
  segmentLimits,
  segmentMembers,
  topSharesBetween: guests.topSharesBetween,
  topSharesEver: guests.topSharesEver,
  visitorIds: guests.visitorIds,
}

type Heavy = typeof heavyReads
export type HeavyName = keyof Heavy
type Arguments<N extends HeavyName> = Heavy[N] extends (reader: Reader, ...rest: infer A) => unknown
  ? A
  : never

type Ask = <N extends HeavyName>(name: N, ...given: Arguments<N>) => Promise<ReturnType<Heavy[N]>>

/** Asks for one of them. */
export interface Reading {
  readonly ask: Ask
  /** For work in the background: whatever is asked by `ask` goes before it. */
  readonly askLater: Ask
  /** What was asked before is answered or refused; nothing may be asked afterwards. */
  stop(): Promise<void>
}

/** One of them by its name, as it comes out of a message. */
export const readHeavily = (reader: Reader, name: HeavyName, given: readonly unknown[]): unknown => {
  // Asked only through `Reading.ask`, whose types see to what is given.
  const read = heavyReads[name] as (reader: Reader, ...rest: readonly unknown[]) => unknown
  return read(reader, ...given)
}

/** Without a thread: for tests, and for whoever has one already. */
export const directReading = (reader: Reader): Reading => {
  const ask: Ask = (name, ...given) => Promise.resolve(readHeavily(reader, name, given) as never)
  return { ask, askLater: ask, stop: () => Promise.resolve() }
}

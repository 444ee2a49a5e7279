import { setImmediate as breathe } from 'node:timers/promises'
import type { Attaching } from './counter/attaching.service.ts'
import type { CustomersService } from './customers/customers.service.ts'
import { type Book, createBook } from './loyalty/book.service.ts'
import { type Checking, createChecking, type SumsAfter } from './loyalty/checking.service.ts'
import {
  createPointsCounter,
  type PointsCounter,
  type PointsCounterParts,
} from './loyalty/counter.service.ts'
import type { TierOn } from './loyalty/follower.ts'
import { pointsHistory } from './loyalty/history.service.ts'
import type { Rules } from './loyalty/rules.service.ts'
import { choicesForRules } from './loyalty/rules-page.service.ts'
import { createTrying, type Trying } from './loyalty/trying.service.ts'
import type { OpenLoyalty } from './open-loyalty.ts'
import type { Clock } from './platform/clock.ts'
import type { Emit } from './platform/emit.ts'
import type { Ledger } from './platform/ledger/open.ts'
import type { Log } from './platform/log/log.ts'
import type { Slips } from './slips/slips.service.ts'

/** Points as windows ask for them, and what the day does by itself. */
export interface OpenPoints {
  readonly counter: PointsCounter
  readonly rules: Rules
  readonly trying: Trying
  readonly book: Book
  readonly checking: Checking
  history(customerId: number, limit: number): ReturnType<typeof pointsHistory>
  choices(): ReturnType<typeof choicesForRules>
  /** Points that have come to their day end, and balances are counted again once a day: in pieces, by itself. */
  look(): void
  /** No more writes after it resolves. */
  stop(): Promise<void>
}

export interface OpenPointsParts {
  readonly ledger: Pick<Ledger, 'reader' | 'unit' | 'ids'>
  readonly clock: Clock
  readonly log: Log
  readonly emit: Emit
  readonly opened: OpenLoyalty
  readonly tierOn: TierOn
  readonly leftOut: PointsCounterParts['leftOut']
  readonly customers: Pick<CustomersService, 'find'>
  readonly attaching: Pick<Attaching, 'printUse'>
  readonly slips: Pick<Slips, 'kick'>
  readonly sumsAfter: SumsAfter
}

export const openPoints = (parts: OpenPointsParts): OpenPoints => {
  const { ledger, clock, log, emit, opened, tierOn, leftOut, customers, attaching, slips, sumsAfter } = parts
  const { reader, unit, ids } = ledger
  const checking = createChecking({ reader, unit, ids, clock, sumsAfter })
  const stopping = new AbortController()
  let looking: Promise<void> | null = null

  const lookOnce = async (): Promise<void> => {
    while (!stopping.signal.aborted && opened.ending.step(clock.now())) await breathe()
    if (stopping.signal.aborted || !checking.due()) return
    const { differing, customers: people } = await checking.run(() => stopping.signal.aborted)
    if (differing > 0) log.error('points.differ', { customers: people, differing })
  }

  return {
    counter: createPointsCounter({
      reader,
      unit,
      clock,
      emit,
      ...opened,
      tierOn,
      leftOut,
      expectCustomer: (from, customerId) => {
        customers.find(from, customerId)
      },
      slip: (tx, { customerId, points, at }) => attaching.printUse(tx, customerId, points, at),
      kick: () => slips.kick(),
    }),
    rules: opened.rules,
    trying: createTrying(reader, clock, opened.ruling, tierOn),
    book: createBook(reader, unit, ids, clock),
    checking,
    history: (customerId, limit) => pointsHistory(reader, customerId, limit),
    choices: () => choicesForRules(reader),
    look() {
      looking ??= lookOnce()
        .catch((error: unknown) => log.error('points.look-failed', { error }))
        .finally(() => {
          looking = null
        })
    },
    async stop() {
      stopping.abort()
      await looking
    },
  }
}

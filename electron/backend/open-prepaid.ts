import { setImmediate as breathe } from 'node:timers/promises'
import type { EpochMs } from '#shared/dates.ts'
import type { Attaching } from './counter/attaching.service.ts'
import type { CustomersService } from './customers/customers.service.ts'
import type { Loyalty } from './loyalty/loyalty.service.ts'
import type { Clock } from './platform/clock.ts'
import type { Reader } from './platform/db/statements.ts'
import type { Emit } from './platform/emit.ts'
import type { Ids } from './platform/ids.ts'
import type { Ledger } from './platform/ledger/open.ts'
import type { Log } from './platform/log/log.ts'
import { createPrepaidBook, type PrepaidBook } from './prepaid/book.service.ts'
import {
  createPrepaidChecking,
  type PrepaidChecking,
  type PrepaidCheckingParts,
} from './prepaid/checking.service.ts'
import { createPrepaidCounter, type PrepaidCounter } from './prepaid/counter.service.ts'
import { createPrepaidEnding } from './prepaid/ending.service.ts'
import { createPrepaidFollowing } from './prepaid/following.service.ts'
import { createPrepaidGivingBack, type PrepaidGivingBack } from './prepaid/giving-back.service.ts'
import { prepaidOf } from './prepaid/history.service.ts'
import { createPrepaidProducts, type PrepaidProducts } from './prepaid/products.service.ts'
import { prepaidSlipRows } from './prepaid/slip-rows.service.ts'
import { foreseenLeftOut } from './prepaid/ties.service.ts'
import { createTill } from './prepaid/till.service.ts'
import { usablePrepaid } from './prepaid/usable.service.ts'
import type { Slips } from './slips/slips.service.ts'
import type { SlipRows } from './stamps/slip-rows.service.ts'

/** What prepaid does inside units of work that begin elsewhere. */
export const prepaidParts = (ids: Ids) => {
  const till = createTill(ids)
  return {
    till,
    following: createPrepaidFollowing(till),
    leftOut: foreseenLeftOut,
    /** What slips say of rewards, with what is left prepaid before it. */
    onSlips: <P extends { readonly slipRows: SlipRows }>(rewards: P): P => ({
      ...rewards,
      slipRows: (reader: Reader, customerId: number, at: EpochMs) => [
        ...prepaidSlipRows(reader, customerId, at),
        ...rewards.slipRows(reader, customerId, at),
      ],
    }),
  }
}

/** Prepaid amounts and passes as windows ask for them, and what the day does by itself. */
export interface OpenPrepaid {
  readonly products: PrepaidProducts
  readonly counter: PrepaidCounter
  readonly givingBack: PrepaidGivingBack
  readonly book: PrepaidBook
  readonly checking: PrepaidChecking
  usable(customerId: number, receiptId: number | null): ReturnType<typeof usablePrepaid>
  ofCustomer(customerId: number): ReturnType<typeof prepaidOf>
  /** What has come to its day ends, and what is left is counted again once a day: in pieces, by itself. */
  look(): void
  /** One piece of what ends; true while there are more. */
  readonly step: () => boolean
  /** No more writes after it resolves. */
  stop(): Promise<void>
}

export interface OpenPrepaidParts {
  readonly ledger: Pick<Ledger, 'reader' | 'unit' | 'ids'>
  readonly clock: Clock
  readonly log: Log
  readonly emit: Emit
  readonly parts: ReturnType<typeof prepaidParts>
  readonly loyalty: Pick<Loyalty, 'adjust'>
  readonly customers: Pick<CustomersService, 'find'>
  readonly attaching: Pick<Attaching, 'printUse'>
  readonly slips: Pick<Slips, 'kick'>
  readonly sumsAfter: PrepaidCheckingParts['sumsAfter']
}

export const openPrepaid = (asked: OpenPrepaidParts): OpenPrepaid => {
  const { ledger, clock, log, emit, parts, loyalty, customers, attaching, slips, sumsAfter } = asked
  const { reader, unit, ids } = ledger
  const { till } = parts
  const checking = createPrepaidChecking({ reader, unit, ids, clock, sumsAfter })
  const ending = createPrepaidEnding(reader, unit, till)
  const stopping = new AbortController()
  let looking: Promise<void> | null = null

  const step = (): boolean => ending.step(clock.now())

  const lookOnce = async (): Promise<void> => {
    while (!stopping.signal.aborted && step()) await breathe()
    if (stopping.signal.aborted || !checking.due()) return
    const { differing } = await checking.run(() => stopping.signal.aborted)
    if (differing > 0) log.error('prepaid.differ', { differing })
  }

  return {
    products: createPrepaidProducts(reader, unit, ids, () => clock.now()),
    counter: createPrepaidCounter({
      reader,
      unit,
      clock,
      emit,
      till,
      loyalty,
      expectCustomer: (from, customerId) => {
        customers.find(from, customerId)
      },
      slip: (tx, customerId, at) => attaching.printUse(tx, customerId, 0, at),
      kick: () => slips.kick(),
    }),
    givingBack: createPrepaidGivingBack(reader, unit, clock, emit, till),
    book: createPrepaidBook(reader, unit, ids, clock),
    checking,
    usable(customerId, receiptId) {
      customers.find(reader, customerId)
      return usablePrepaid(reader, customerId, receiptId, clock.now())
    },
    ofCustomer: (customerId) => prepaidOf(reader, customerId, clock.now()),
    step,
    look() {
      looking ??= lookOnce()
        .catch((error: unknown) => log.error('prepaid.look-failed', { error }))
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

import type { CallOutput } from '#shared/contract/index.ts'
import { businessDate } from '#shared/dates.ts'
import type { CustomersService } from '../customers/customers.service.ts'
import type { Clock } from '../platform/clock.ts'
import type { Reader, UnitOfWork } from '../platform/db/statements.ts'
import type { Emit } from '../platform/emit.ts'
import { refundsOf } from '../receipts/facts.service.ts'
import type { ReviewService } from '../receipts/kept/review.service.ts'
import type { ReceiptsService } from '../receipts/receipts.service.ts'
import { readShop } from '../shop/shop.service.ts'
import type { Slips } from '../slips/slips.service.ts'
import type { Attaching, AttachResult } from './attaching.service.ts'
import { clearWaiting, readDay, readWaiting, setWaiting } from './counter.repo.ts'

export interface CounterService {
  /** See `Attaching.attach`; the slip goes to its printer once the ledger has it. */
  attach(receiptId: number, customerId: number, print: boolean): AttachResult
  detach(receiptId: number): void
  /** Kept across restarts; throws `customer.not-found`. Null lets the customer go. */
  takeNext(customerId: number | null, print: boolean): void
  waiting(): CallOutput<'counter.waiting'>
  today(): CallOutput<'counter.today'>
}

export interface CounterParts {
  readonly reader: Reader
  readonly unit: UnitOfWork
  readonly clock: Clock
  readonly attaching: Attaching
  readonly customers: CustomersService
  readonly receipts: ReceiptsService
  readonly review: ReviewService
  readonly slips: Pick<Slips, 'kick'>
  readonly emit: Emit
}

export const createCounterService = (parts: CounterParts): CounterService => {
  const { reader, unit, clock, attaching, customers, receipts, review, slips, emit } = parts
  const tellChanged = (saleId: number): void => {
    for (const id of [saleId, ...refundsOf(reader, saleId)]) emit('receipt.changed', receipts.row(id))
  }
  return {
    attach(receiptId, customerId, print) {
      const result = unit.write((tx) => attaching.attach(tx, receiptId, customerId, print, clock.now()))
      slips.kick()
      tellChanged(receiptId)
      return result
    },
    detach(receiptId) {
      unit.write((tx) => attaching.detach(tx, receiptId, clock.now()))
      tellChanged(receiptId)
    },
    takeNext(customerId, print) {
      unit.write((tx) => {
        if (customerId === null) {
          clearWaiting(tx)
          return
        }
        customers.find(tx, customerId)
        setWaiting(tx, { customer_id: customerId, print: print ? 1 : 0, since: clock.now() })
      })
      emit('counter.waitingChanged', { customerId })
    },
    waiting() {
      const row = readWaiting(reader)
      return row === undefined ? null : { customerId: row.customer_id, name: row.name, since: row.since }
    },
    today() {
      const day = readDay(reader, businessDate(clock.now(), readShop(reader).closes_at_hour))
      return {
        receipts: day?.sales ?? 0,
        net: day?.net ?? 0,
        attached: day?.attached ?? 0,
        review: review.count(),
      }
    },
  }
}

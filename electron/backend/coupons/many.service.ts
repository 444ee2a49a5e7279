import type { EpochMs } from '#shared/dates.ts'
import type { UnitOfWork } from '../platform/db/statements.ts'
import type { Ids } from '../platform/ids.ts'
import { couponsOf } from './coupons.repo.ts'
import type { CouponGiving } from './giving.service.ts'

const piece = 20

export interface GivenToMany {
  readonly given: number
  /** Who holds an unused one, or for whom the limits are reached. */
  readonly leftOut: number
}

export interface CouponsForMany {
  /**
   * A coupon of the kind to each, in pieces with the counter's own work in between. Stopped half-way, those who have
   * theirs are left out the next time.
   * @param told hears how far it is after each piece.
   */
  giveToMany(
    kindId: number,
    customerIds: readonly number[],
    told?: (done: number, given: number) => void,
  ): Promise<GivenToMany>
  /** Nothing is given after this. */
  stop(): void
}

export interface CouponsForManyParts {
  readonly unit: UnitOfWork
  readonly ids: Ids
  readonly giving: CouponGiving
  readonly now: () => EpochMs
}

export const createCouponsForMany = ({ unit, ids, giving, now }: CouponsForManyParts): CouponsForMany => {
  const end = new AbortController()
  return {
    async giveToMany(kindId, customerIds, told) {
      const cause = `batch:${ids.next(now())}`
      const people = [...new Set(customerIds)]
      let given = 0
      let done = 0
      while (done < people.length && !end.signal.aborted) {
        const some = people.slice(done, done + piece)
        const at = now()
        given += unit.write(
          (tx) =>
            some.filter((customerId) => {
              const holds = couponsOf(tx, customerId).some(
                (coupon) => coupon.kindId === kindId && giving.isOpen(tx, coupon.id),
              )
              return !holds && giving.give(tx, { kindId, customerId, cause, at }) !== null
            }).length,
        )
        done += some.length
        told?.(done, given)
        await aTurn()
      }
      return { given, leftOut: done - given }
    },
    stop() {
      end.abort()
    },
  }
}

/** The counter's own calls come in between. */
const aTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

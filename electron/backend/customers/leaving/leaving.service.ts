import { DangolError } from '#shared/errors.ts'
import { receiptsChange } from '../../analytics/shares.service.ts'
import type { Loyalty } from '../../loyalty/loyalty.service.ts'
import type { Writer } from '../../platform/db/statements.ts'
import type { Ids } from '../../platform/ids.ts'
import { addToDay } from '../../receipts/facts.service.ts'
import { lastConsent } from '../consents/consent.repo.ts'
import { sayConsent, wordings } from '../consents/consents.service.ts'
import { findCustomer } from '../customers.repo.ts'
import { refreshFigures } from '../figures/refreshing.service.ts'
import { memberRow } from '../households/household.repo.ts'
import { leaveHousehold } from '../households/households.service.ts'
import {
  addDestruction,
  deleteAbout,
  disownReceipts,
  forgetCells,
  forgetInHousehold,
  forgetInViews,
  forgetMerges,
  forgetSlips,
  mergedInto,
  morePhonesOf,
  receiptsOf,
  removeContact,
  removeCustomer,
} from './leaving.repo.ts'

/** The two ways out, each inside the caller's unit of work. Throws `customer.not-found`. */
export interface Leaving {
  /** No consent stands any more, nothing is left to reach them by, points end; name, figures and history stay. */
  withdraw(tx: Writer, customerId: number, at: number): void
  /**
   * The person is gone: every row with words of theirs is deleted (`secure_delete` writes over it), sales stay without
   * them, entries keep an id that is nobody's. Kept of it: that id, so that it can be done again to an older copy.
   */
  destroy(tx: Writer, customerId: number, at: number): void
}

export const createLeaving = (ids: Ids, loyalty: Pick<Loyalty, 'leave'>): Leaving => ({
  withdraw(tx, customerId, at) {
    const row = findCustomer(tx, customerId)
    if (row === undefined) throw new DangolError('customer.not-found')
    if (row.left_at !== null) return
    leaveHousehold(tx, ids, customerId, at)
    for (const { kind } of wordings(tx))
      if (lastConsent(tx, customerId, kind)?.given === true)
        sayConsent(tx, ids, { customerId, kind, given: false, how: 'counter' }, at)
    loyalty.leave(tx, customerId, at)
    removeContact(tx, customerId, at)
    refreshFigures(tx, customerId)
  },
  destroy(tx, customerId, at) {
    const row = findCustomer(tx, customerId)
    if (row === undefined) throw new DangolError('customer.not-found')
    loyalty.leave(tx, customerId, at)
    const household = memberRow(tx, customerId)?.household_id
    leaveHousehold(tx, ids, customerId, at)
    if (household !== undefined) forgetInHousehold(tx, household, row.name)
    forgetInViews(tx, [row.name, row.phone ?? '', ...morePhonesOf(tx, customerId)], at)
    const receipts = receiptsOf(tx, customerId)
    receiptsChange(
      tx,
      receipts.map(({ id }) => id),
      () => disownReceipts(tx, customerId),
    )
    for (const { kind, business_date } of receipts)
      if (kind !== 'refund') addToDay(tx, { business_date, sales: 0, refunds: 0, net: 0, attached: -1 })
    // Those who were joined to them are the same person.
    for (const id of [customerId, ...mergedInto(tx, customerId)]) {
      forgetSlips(tx, id, at)
      forgetCells(tx, id)
      forgetMerges(tx, id)
      deleteAbout(tx, id)
      addDestruction(tx, id, at)
    }
    removeCustomer(tx, customerId)
  },
})

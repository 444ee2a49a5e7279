import { businessDate, type EpochMs } from '#shared/dates.ts'
import type { PersonSlipKind } from '#shared/slips/kinds.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Reader, UnitOfWork, Writer } from '../../platform/db/statements.ts'
import { readShop } from '../../shop/shop.service.ts'
import type { SlipRef, Slips } from '../slips.service.ts'
import { dateText } from './shown.ts'
import type { SlipTemplates } from './templates.service.ts'
import { joinValues } from './values.ts'

/** Slips that are for somebody rather than for a sale: tier card, invitation, welcome, survey. */
export interface PersonSlips {
  /** Throws `customer.not-found`; null where no printer is switched on. */
  print(kind: PersonSlipKind, customerId: number): SlipRef | null
  /** Somebody has joined: prints the welcome, if the shop switched that on. After the commit. */
  joined(customerId: number): void
  /** A sale brought somebody to their tier: writes the card with it, if the shop switched that on. */
  reached(tx: Writer, customerId: number, at: EpochMs): void
}

export interface PersonSlipsParts {
  readonly reader: Reader
  readonly unit: UnitOfWork
  readonly clock: Clock
  readonly slips: Pick<Slips, 'addOf' | 'kick'>
  readonly templates: Pick<SlipTemplates, 'isAutomatic'>
  /** Throws `customer.not-found`. */
  readonly expectCustomer: (tx: Writer, customerId: number) => void
}

export const createPersonSlips = (parts: PersonSlipsParts): PersonSlips => {
  const { reader, unit, clock, slips, templates, expectCustomer } = parts
  const add = (tx: Writer, kind: PersonSlipKind, customerId: number, at: EpochMs): SlipRef | null => {
    expectCustomer(tx, customerId)
    return slips.addOf(tx, {
      kind,
      customerId,
      receiptId: null,
      at,
      businessDate: businessDate(at, readShop(tx).closes_at_hour),
      own: (slipNumber) => {
        const moment = dateText(at)
        return joinValues({ fields: { slipNumber, moment, date: moment.slice(0, -6) } })
      },
    })
  }
  const print: PersonSlips['print'] = (kind, customerId) => {
    const slip = unit.write((tx) => add(tx, kind, customerId, clock.now()))
    slips.kick()
    return slip
  }
  return {
    print,
    joined(customerId) {
      if (templates.isAutomatic(reader, 'welcome')) print('welcome', customerId)
    },
    reached(tx, customerId, at) {
      if (templates.isAutomatic(tx, 'tier')) add(tx, 'tier', customerId, at)
    },
  }
}

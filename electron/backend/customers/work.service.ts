import type { CallOutput, CallParsed, MethodName } from '#shared/contract/index.ts'
import { businessDate } from '#shared/dates.ts'
import { DangolError } from '#shared/errors.ts'
import { mayActAs, type Role } from '#shared/roles.ts'
import type { Loyalty } from '../loyalty/loyalty.service.ts'
import type { Clock } from '../platform/clock.ts'
import type { Reader, UnitOfWork } from '../platform/db/statements.ts'
import type { Ids } from '../platform/ids.ts'
import { readShop } from '../shop/shop.service.ts'
import { consentHistory, refuseLeaving, sayConsent, wordings } from './consents/consents.service.ts'
import { type CustomerRow, findCustomer } from './customers.repo.ts'
import { addNotSame } from './duplicates/duplicates.repo.ts'
import { findDuplicates } from './duplicates/duplicates.service.ts'
import { changeHousehold } from './households/households.service.ts'
import { setLeft } from './leaving/leaving.repo.ts'
import type { Leaving } from './leaving/leaving.service.ts'
import type { Wiping } from './leaving/wiping.service.ts'
import type { CustomerMerging } from './merging/merging.service.ts'
import { moveReceipt } from './moving-receipts.service.ts'
import { pageOf } from './page.service.ts'
import { changePerson } from './person/changing.service.ts'
import { changeCards, changeDays, changeNotes, changePhones } from './person/contact.service.ts'
import { fieldsOf, saveField } from './person/fields.service.ts'
import { allTags } from './person/tag.repo.ts'
import { saveTag } from './person/tags.service.ts'
import { timelineOf } from './timeline/timeline.service.ts'

type In<M extends MethodName> = CallParsed<M>
type Out<M extends MethodName> = CallOutput<M>

/** What an owner does with the ledger of customers, each in a unit of work of its own; see the contract. */
export interface CustomerWork {
  page(customerId: number): Out<'customers.page'>
  timeline(asked: In<'customers.timeline'>): Out<'customers.timeline'>
  change(asked: In<'customers.change'>): void
  phones(asked: In<'customers.phones'>): void
  days(asked: In<'customers.days'>): void
  cards(asked: In<'customers.cards'>): string
  notes(asked: In<'customers.notes'>): void
  fields(): Out<'customers.fields'>
  saveField(asked: In<'customers.saveField'>): number
  tags(): Out<'customers.tags'>
  saveTag(asked: In<'customers.saveTag'>): void
  household(asked: In<'customers.household'>): void
  consents(customerId: number): Out<'customers.consents'>
  consent(asked: In<'customers.consent'>): void
  wordings(): Out<'customers.wordings'>
  moveReceipt(asked: In<'customers.moveReceipt'>): void
  duplicates(): Promise<Out<'customers.duplicates'>>
  notSame(asked: In<'customers.notSame'>): void
  merge(asked: In<'customers.merge'>): number
  unmerge(asked: In<'customers.unmerge'>): number
  withdraw(customerId: number): void
  destroy(customerId: number): void
  destructions(): Out<'customers.destructions'>
  wipe(): Promise<Out<'customers.wipe'>>
}

export interface CustomerWorkParts {
  readonly reader: Reader
  readonly unit: UnitOfWork
  readonly ids: Ids
  readonly clock: Clock
  readonly loyalty: Loyalty
  readonly merging: CustomerMerging
  readonly leaving: Leaving
  readonly wiping: Wiping
  /** Of whoever is at the PC. */
  readonly role: () => Role
}

export const createCustomerWork = (parts: CustomerWorkParts): CustomerWork => {
  const { reader, unit, ids, clock, loyalty, merging, leaving, wiping, role } = parts
  return {
    page(customerId) {
      const today = businessDate(clock.now(), readShop(reader).closes_at_hour)
      return pageOf(reader, found(reader, customerId), today, mayActAs(role(), 'manager'))
    },
    timeline: (asked) => timelineOf(reader, found(reader, asked.customerId), asked),
    change: ({ customerId, change }) =>
      unit.write((tx) => changePerson(tx, ids, customerId, change, clock.now())),
    phones: (asked) => unit.write((tx) => changePhones(tx, found(tx, asked.customerId), asked, clock.now())),
    days: (asked) =>
      unit.write((tx) =>
        changeDays(tx, ids, { ...asked, customerId: found(tx, asked.customerId).id }, clock.now()),
      ),
    cards: (asked) =>
      unit.write((tx) =>
        changeCards(tx, ids, { ...asked, customerId: found(tx, asked.customerId).id }, clock.now()),
      ),
    notes: (asked) =>
      unit.write((tx) =>
        changeNotes(tx, ids, { ...asked, customerId: found(tx, asked.customerId).id }, clock.now()),
      ),
    fields: () => fieldsOf(reader),
    saveField: (asked) => unit.write((tx) => saveField(tx, ids, asked, clock.now())),
    tags: () => allTags(reader),
    saveTag: ({ id, name }) => unit.write((tx) => saveTag(tx, id, name)),
    household: ({ customerId, what }) =>
      unit.write((tx) => {
        found(tx, customerId)
        if (what.is === 'join') found(tx, what.withCustomerId)
        changeHousehold(tx, ids, customerId, what, clock.now())
      }),
    consents: (customerId) => consentHistory(reader, found(reader, customerId).id),
    consent: (asked) =>
      unit.write((tx) => {
        const { id, left_at: left } = found(tx, asked.customerId)
        refuseLeaving(asked)
        sayConsent(tx, ids, asked, clock.now())
        // Whoever agrees anew is a customer again.
        if (asked.kind === 'required' && left !== null) setLeft(tx, id, null)
      }),
    wordings: () => wordings(reader),
    moveReceipt: ({ receiptId, customerId }) =>
      unit.write((tx) => moveReceipt(tx, loyalty, receiptId, customerId, clock.now())),
    duplicates: () => findDuplicates(reader),
    notSame: ({ oneId, otherId }) =>
      unit.write((tx) => {
        const [one, other] = [found(tx, oneId).id, found(tx, otherId).id]
        if (one === other) throw new DangolError('customer.same')
        addNotSame(tx, Math.min(one, other), Math.max(one, other), clock.now())
      }),
    merge: ({ customerId, goneId }) => unit.write((tx) => merging.merge(tx, customerId, goneId, clock.now())),
    unmerge: ({ mergeId }) => unit.write((tx) => merging.unmerge(tx, mergeId, clock.now())),
    withdraw: (customerId) => unit.write((tx) => leaving.withdraw(tx, customerId, clock.now())),
    destroy(customerId) {
      unit.write((tx) => leaving.destroy(tx, customerId, clock.now()))
      wiping.destroyed()
    },
    destructions: () => wiping.state(),
    wipe: async () => ({ waiting: await wiping.now() }),
  }
}

const found = (from: Reader, id: number): CustomerRow => {
  const row = findCustomer(from, id)
  if (row === undefined) throw new DangolError('customer.not-found')
  return row
}

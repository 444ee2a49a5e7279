import type { CallOutput, CallParsed } from '#shared/contract/index.ts'
import { businessDate } from '#shared/dates.ts'
import { DangolError } from '#shared/errors.ts'
import type { Clock } from '../platform/clock.ts'
import type { Reader, UnitOfWork, Writer } from '../platform/db/statements.ts'
import type { Ids } from '../platform/ids.ts'
import { readShop } from '../shop/shop.service.ts'
import { cardOf } from './card.service.ts'
import { sayConsent, wordingInForce } from './consents/consents.service.ts'
import {
  addCustomer,
  type CustomerRow,
  changeCustomer,
  customerWithPhone,
  findCustomer,
} from './customers.repo.ts'
import { beginFigures } from './figures/figures.repo.ts'
import { putHabit } from './figures/habit.repo.ts'
import { habitOf } from './figures/refreshing.service.ts'
import { searchCustomers } from './finding/search.service.ts'
import { named, reachable } from './person/changing.service.ts'

export interface CustomersService {
  search(query: string): CallOutput<'customers.search'>
  /** Throws `customer.not-found`. */
  card(customerId: number): CallOutput<'customers.card'>
  /** Throws `customer.phone-invalid`, `customer.phone-taken`, `customer.name-missing`, `customer.consent-required`. */
  join(person: CallParsed<'customers.join'>): number
  edit(person: CallParsed<'customers.edit'>): void
  consentWording(): CallOutput<'customers.consentWording'>
  /** Throws `customer.not-found`. */
  find(reader: Reader, customerId: number): CustomerRow
  /** Whose number it is; null for nobody's. @param phone normalised digits. */
  withPhone(phone: string): number | null
}

export const createCustomersService = (
  reader: Reader,
  unit: UnitOfWork,
  ids: Ids,
  clock: Clock,
): CustomersService => {
  const today = (): string => businessDate(clock.now(), readShop(reader).closes_at_hour)
  return {
    search: (query) => searchCustomers(reader, query),
    card: (customerId) => cardOf(reader, found(reader, customerId), today()),
    join: (person) => unit.write((tx) => joinCustomer(tx, ids, clock.now(), person)),
    edit({ customerId, name, phone, memo }) {
      unit.write((tx) => {
        const { phone: kept, last_four } = found(tx, customerId)
        changeCustomer(tx, customerId, {
          ...named(name),
          ...(phone.trim() === '' ? { phone: kept, last_four } : reachable(tx, phone, customerId)),
          memo: memo.normalize('NFC'),
          updated_at: clock.now(),
        })
      })
    },
    consentWording() {
      const { version, text } = wordingInForce(reader, 'required')
      return { version, required: text, marketing: wordingInForce(reader, 'marketing').text }
    },
    find: found,
    withPhone: (phone) => customerWithPhone(reader, phone),
  }
}

/** Somebody joins: person, figures and consents, within the caller's unit of work. @returns the new id. */
export const joinCustomer = (
  tx: Writer,
  ids: Ids,
  at: number,
  person: CallParsed<'customers.join'>,
  joinedAt = at,
  how: 'counter' | 'guest-screen' = 'counter',
): number => {
  if (!person.consent.required) throw new DangolError('customer.consent-required')
  const id = ids.next(at)
  addCustomer(tx, {
    id,
    ...named(person.name),
    ...reachable(tx, person.phone, null),
    memo: person.memo.normalize('NFC'),
    joined_on: businessDate(joinedAt, readShop(tx).closes_at_hour),
    created_at: joinedAt,
    updated_at: joinedAt,
    left_at: null,
  })
  beginFigures(tx, id)
  putHabit(tx, habitOf(tx, id))
  const kinds = person.consent.marketing ? (['required', 'marketing'] as const) : (['required'] as const)
  for (const kind of kinds) sayConsent(tx, ids, { customerId: id, kind, given: true, how }, at, joinedAt)
  return id
}

const found = (reader: Reader, customerId: number): CustomerRow => {
  const row = findCustomer(reader, customerId)
  if (row === undefined) throw new DangolError('customer.not-found')
  return row
}

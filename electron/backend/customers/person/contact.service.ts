import type { CallParsed } from '#shared/contract/index.ts'
import { DangolError } from '#shared/errors.ts'
import { lastFour, normalisePhone } from '#shared/phone.ts'
import type { Writer } from '../../platform/db/statements.ts'
import type { Ids } from '../../platform/ids.ts'
import { type CustomerRow, changeCustomer } from '../customers.repo.ts'
import { cardCode, normaliseCode } from './card-code.ts'
import { reachable } from './changing.service.ts'
import {
  addCard,
  addNote,
  cardWith,
  endCard,
  phonesOf,
  putPhone,
  removeNote,
  removePhone,
} from './contact.repo.ts'
import { addAnniversary, removeAnniversary } from './detail.repo.ts'
import { isDay } from './year-days.ts'

/** Throws `customer.phone-invalid`, `customer.phone-taken`. A number that is not there is removed already. */
export const changePhones = (
  tx: Writer,
  row: CustomerRow,
  { what, phone: typed, label }: CallParsed<'customers.phones'>,
  at: number,
): void => {
  const phone = normalisePhone(typed)
  if (phone === null) throw new DangolError('customer.phone-invalid')
  if (what === 'remove') {
    if (row.phone === phone) changeCustomer(tx, row.id, { phone: null, last_four: null, updated_at: at })
    else removePhone(tx, row.id, phone)
    return
  }
  if (row.phone === phone) return
  const said = label.normalize('NFC')
  if (what === 'add') {
    putPhone(tx, { customer_id: row.id, phone, last_four: lastFour(phone), label: said })
    return
  }
  const known = phonesOf(tx, row.id).find((one) => one.phone === phone)
  changeCustomer(tx, row.id, { ...reachable(tx, phone, row.id), updated_at: at })
  removePhone(tx, row.id, phone)
  if (row.phone !== null)
    putPhone(tx, {
      customer_id: row.id,
      phone: row.phone,
      last_four: lastFour(row.phone),
      label: known?.label ?? '',
    })
}

/** Throws `customer.day-invalid`. */
export const changeDays = (
  tx: Writer,
  ids: Ids,
  { customerId, add, remove }: CallParsed<'customers.days'>,
  at: number,
): void => {
  if (remove !== null) removeAnniversary(tx, customerId, remove)
  if (add === null) return
  const { calendar, year, month, day, leap } = add.when
  if (!isDay(add.when)) throw new DangolError('customer.day-invalid')
  addAnniversary(tx, {
    id: ids.next(at),
    customer_id: customerId,
    name: add.name.normalize('NFC'),
    calendar,
    year,
    month,
    day,
    leap: leap ? 1 : 0,
  })
}

/**
 * A card that somebody brings, or a code of the shop's own; or the end of one.
 * @returns its code. Throws `card.invalid`, `card.taken`, `card.not-found`.
 */
export const changeCards = (
  tx: Writer,
  ids: Ids,
  { customerId, what, code: typed }: CallParsed<'customers.cards'>,
  at: number,
): string => {
  const code = what === 'issue' && typed === '' ? cardCode(ids.next(at)) : normaliseCode(typed)
  if (code === null) throw new DangolError('card.invalid')
  if (what === 'end') {
    if (!endCard(tx, customerId, code, at)) throw new DangolError('card.not-found')
    return code
  }
  const known = cardWith(tx, code)
  if (known?.customer_id === customerId && known.ended_at === null) return code
  if (known !== undefined) throw new DangolError('card.taken')
  addCard(tx, { code, customer_id: customerId, issued_at: at, ended_at: null })
  return code
}

export const changeNotes = (
  tx: Writer,
  ids: Ids,
  { customerId, add, remove }: CallParsed<'customers.notes'>,
  at: number,
): void => {
  if (remove !== null) removeNote(tx, customerId, remove)
  const text = add?.normalize('NFC') ?? ''
  if (text !== '') addNote(tx, { id: ids.next(at), customer_id: customerId, at, text })
}

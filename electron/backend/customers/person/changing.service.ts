import type { CallParsed } from '#shared/contract/index.ts'
import { DangolError } from '#shared/errors.ts'
import { initialsOf } from '#shared/hangul.ts'
import { lastFour, normalisePhone } from '#shared/phone.ts'
import type { Writer } from '../../platform/db/statements.ts'
import type { Ids } from '../../platform/ids.ts'
import { type CustomerRow, changeCustomer, customerWithPhone, findCustomer } from '../customers.repo.ts'
import { changeDetail, type DetailRow } from './detail.repo.ts'
import { setFieldValue } from './fields.service.ts'
import { setTags } from './tags.service.ts'
import { isDay } from './year-days.ts'

export type PersonChange = CallParsed<'customers.change'>['change']

/**
 * Changes what is given, within the caller's unit of work. Throws `customer.not-found`, `customer.phone-invalid`,
 * `customer.phone-taken`, `customer.name-missing`, `customer.day-invalid` and those of the shop's fields.
 */
export const changePerson = (
  tx: Writer,
  ids: Ids,
  customerId: number,
  change: PersonChange,
  at: number,
): void => {
  if (findCustomer(tx, customerId) === undefined) throw new DangolError('customer.not-found')
  changeCustomer(tx, customerId, { ...coreOf(tx, customerId, change), updated_at: at })
  const detail = detailOf(change)
  if (Object.keys(detail).length > 0) changeDetail(tx, customerId, detail)
  if (change.tags !== undefined) setTags(tx, ids, customerId, change.tags, at)
  for (const { fieldId, value } of change.fields ?? []) setFieldValue(tx, customerId, fieldId, value)
}

const coreOf = (tx: Writer, customerId: number, { name, phone, memo }: PersonChange) => ({
  ...(name === undefined ? {} : named(name)),
  ...(phone === undefined ? {} : phone.trim() === '' ? unreachable : reachable(tx, phone, customerId)),
  ...(memo === undefined ? {} : { memo: memo.normalize('NFC') }),
})

const unreachable = { phone: null, last_four: null }

const detailOf = (change: PersonChange): Partial<DetailRow> => {
  const { birthday, gender, address, foundBy, allergies, cautions } = change
  if (birthday != null && !isDay(birthday)) throw new DangolError('customer.day-invalid')
  return {
    ...(birthday === undefined
      ? {}
      : {
          birth_calendar: birthday?.calendar ?? 'solar',
          birth_year: birthday?.year ?? null,
          birth_month: birthday?.month ?? null,
          birth_day: birthday?.day ?? null,
          birth_leap: birthday?.leap === true ? 1 : 0,
        }),
    ...(gender === undefined ? {} : { gender }),
    ...(address === undefined ? {} : { address: address.normalize('NFC') }),
    ...(foundBy === undefined ? {} : { found_by: foundBy.normalize('NFC') }),
    ...(allergies === undefined ? {} : { allergies: allergies.normalize('NFC') }),
    ...(cautions === undefined ? {} : { cautions: cautions.normalize('NFC') }),
  }
}

/** Throws `customer.name-missing`. */
export const named = (text: string): Pick<CustomerRow, 'name' | 'initials'> => {
  const name = text.normalize('NFC').trim().replace(/\s+/g, ' ')
  if (name === '') throw new DangolError('customer.name-missing')
  return { name, initials: initialsOf(name) }
}

/** Throws `customer.phone-invalid`, `customer.phone-taken`. @param self may have it already. */
export const reachable = (
  tx: Writer,
  typed: string,
  self: number | null,
): Pick<CustomerRow, 'phone' | 'last_four'> => {
  const phone = normalisePhone(typed)
  if (phone === null) throw new DangolError('customer.phone-invalid')
  const taken = customerWithPhone(tx, phone)
  if (taken !== null && taken !== self) throw new DangolError('customer.phone-taken')
  return { phone, last_four: lastFour(phone) }
}

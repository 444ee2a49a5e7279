import { hot } from '../platform/db/hot.ts'
import { query } from '../platform/db/query.ts'
import type { Schema } from '../platform/db/schema.ts'
import type { Reader, Writer } from '../platform/db/statements.ts'

type Customer = Schema['customer']
type Detail = Schema['customer_detail']
type Consent = Schema['consent']
type Id = { id: number }

const byPhone = hot<{ phone: string }, Id>((param) =>
  query.selectFrom('customer').select('id').where('phone', '=', param('phone')),
)
const byOtherPhone = hot<{ phone: string }, Id>((param) =>
  query.selectFrom('customer_phone').select('customer_id as id').where('phone', '=', param('phone')).limit(2),
)
const byName = hot<{ name: string }, Id & { phone: string | null }>((param) =>
  query.selectFrom('customer').select(['id', 'phone']).where('name', '=', param('name')).limit(3),
)
const insertCustomer = hot<Customer, unknown>((param) =>
  query.insertInto('customer').values({
    id: param('id'),
    name: param('name'),
    initials: param('initials'),
    phone: param('phone'),
    last_four: param('last_four'),
    memo: param('memo'),
    joined_on: param('joined_on'),
    created_at: param('created_at'),
    updated_at: param('updated_at'),
    left_at: param('left_at'),
  }),
)
const insertFigures = hot<Id & { points: number }, unknown>((param) =>
  query.insertInto('customer_figures').values({
    customer_id: param('id'),
    visits: 0,
    spend: 0,
    points: param('points'),
    first_visit: null,
    last_visit: null,
  }),
)
const insertConsent = hot<Consent, unknown>((param) =>
  query.insertInto('consent').values({
    id: param('id'),
    customer_id: param('customer_id'),
    wording_id: param('wording_id'),
    given: param('given'),
    how: param('how'),
    at: param('at'),
  }),
)
const putDetail = hot<Detail, unknown>((param) =>
  query.replaceInto('customer_detail').values({
    customer_id: param('customer_id'),
    birth_calendar: param('birth_calendar'),
    birth_year: param('birth_year'),
    birth_month: param('birth_month'),
    birth_day: param('birth_day'),
    birth_leap: param('birth_leap'),
    gender: param('gender'),
    address: param('address'),
    found_by: param('found_by'),
    allergies: param('allergies'),
    cautions: param('cautions'),
  }),
)
const detail = hot<Id, Detail>((param) =>
  query.selectFrom('customer_detail').selectAll().where('customer_id', '=', param('id')),
)
const customer = hot<Id, Customer>((param) =>
  query.selectFrom('customer').selectAll().where('id', '=', param('id')),
)

const wordingZero = hot<{ kind: Schema['consent_wording']['kind'] }, Id>((param) =>
  query.selectFrom('consent_wording').select('id').where('kind', '=', param('kind')).where('version', '=', 0),
)

export const customerAt = (reader: Reader, id: number): Customer | undefined => reader.first(customer({ id }))

/** Their own number, or one beside it that nobody else has; null where nobody has it. */
export const customerOfPhone = (reader: Reader, phone: string): number | null => {
  const own = reader.first(byPhone({ phone }))
  if (own !== undefined) return own.id
  const others = reader.all(byOtherPhone({ phone }))
  return others.length === 1 ? (others[0]?.id ?? null) : null
}

/** At most three of one name. */
export const customersNamed = (reader: Reader, name: string): { id: number; phone: string | null }[] =>
  reader.all(byName({ name }))

/** The person with figures of nought but the points that they bring. */
export const addPerson = (tx: Writer, row: Customer, points: number): void => {
  tx.run(insertCustomer(row))
  tx.run(insertFigures({ id: row.id, points }))
}

export const addConsentRow = (tx: Writer, row: Consent): void => {
  tx.run(insertConsent(row))
}

export const detailOf = (reader: Reader, id: number): Detail | undefined => reader.first(detail({ id }))

export const setDetail = (tx: Writer, row: Detail): void => {
  tx.run(putDetail(row))
}

export const setMemo = (tx: Writer, id: number, memo: string, at: number): void => {
  tx.run(query.updateTable('customer').set({ memo, updated_at: at }).where('id', '=', id))
}

export const touchCustomer = (tx: Writer, id: number, at: number): void => {
  tx.run(query.updateTable('customer').set({ updated_at: at }).where('id', '=', id))
}

const putMorePhone = hot<Schema['customer_phone'], unknown>((param) =>
  query
    .insertInto('customer_phone')
    .values({
      customer_id: param('customer_id'),
      phone: param('phone'),
      last_four: param('last_four'),
      label: param('label'),
    })
    .onConflict((conflict) => conflict.doNothing()),
)
const putOwn = hot<Schema['customer_field_value'], unknown>((param) =>
  query
    .insertInto('customer_field_value')
    .values({
      customer_id: param('customer_id'),
      field_id: param('field_id'),
      text: param('text'),
      number: param('number'),
    })
    .onConflict((conflict) => conflict.doNothing()),
)

export const addMorePhone = (tx: Writer, row: Schema['customer_phone']): void => {
  tx.run(putMorePhone(row))
}

export const addKeptDay = (tx: Writer, row: Schema['customer_anniversary']): void => {
  tx.run(query.insertInto('customer_anniversary').values(row))
}

/** @returns false where the field has a value already, or is there no more. */
export const addOwnValue = (tx: Writer, row: Schema['customer_field_value']): boolean =>
  fieldIsThere(tx, row.field_id) && tx.run(putOwn(row)).changes > 0

const fieldIsThere = (reader: Reader, id: number): boolean =>
  reader.first(query.selectFrom('customer_field').select('id').where('id', '=', id)) !== undefined

/** How many further numbers and kept days somebody has. */
export const moreOf = (reader: Reader, id: number): { phones: number; days: number } => {
  const count = (table: 'customer_phone' | 'customer_anniversary'): number =>
    reader.first(
      query
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .where('customer_id', '=', id),
    )?.n ?? 0
  return { phones: count('customer_phone'), days: count('customer_anniversary') }
}

/** The tag of a name; made where there is none yet. */
export const tagNamed = (tx: Writer, name: string, newId: () => number): number => {
  const known = tx.first(query.selectFrom('tag').select('id').where('name', '=', name))
  if (known !== undefined) return known.id
  const id = newId()
  tx.run(query.insertInto('tag').values({ id, name }))
  return id
}

/** @returns false where they had it already. */
export const addTag = (tx: Writer, customerId: number, tagId: number): boolean =>
  tx.run(
    query
      .insertInto('customer_tag')
      .values({ customer_id: customerId, tag_id: tagId })
      .onConflict((conflict) => conflict.doNothing()),
  ).changes > 0

export const cardTaken = (reader: Reader, code: string): boolean =>
  reader.first(query.selectFrom('membership_card').select('code').where('code', '=', code)) !== undefined

export const hasCard = (reader: Reader, customerId: number): boolean =>
  reader.first(
    query.selectFrom('membership_card').select('code').where('customer_id', '=', customerId).limit(1),
  ) !== undefined

export const addCard = (tx: Writer, code: string, customerId: number, at: number): void => {
  tx.run(
    query
      .insertInto('membership_card')
      .values({ code, customer_id: customerId, issued_at: at, ended_at: null }),
  )
}

/**
 * What imported consents refer to. Its version is 0, so that it is never the wording in force: nobody is shown it.
 */
export const importWording = (
  tx: Writer,
  kind: 'required' | 'marketing',
  text: string,
  at: number,
  newId: () => number,
): { readonly id: number; readonly made: boolean } => {
  const known = tx.first(wordingZero({ kind }))
  if (known !== undefined) return { id: known.id, made: false }
  const id = newId()
  tx.run(query.insertInto('consent_wording').values({ id, kind, version: 0, text, from_at: at }))
  return { id, made: true }
}

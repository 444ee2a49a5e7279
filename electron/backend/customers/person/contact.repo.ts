import { hot } from '../../platform/db/hot.ts'
import { query } from '../../platform/db/query.ts'
import type { Schema } from '../../platform/db/schema.ts'
import type { Reader, Writer } from '../../platform/db/statements.ts'

export type PhoneRow = Schema['customer_phone']
export type CardRow = Schema['membership_card']
export type NoteRow = Schema['customer_note']

export const phonesOf = (reader: Reader, customerId: number): PhoneRow[] =>
  reader.all(
    query.selectFrom('customer_phone').selectAll().where('customer_id', '=', customerId).orderBy('phone'),
  )

export const putPhone = (tx: Writer, row: PhoneRow): void => {
  tx.run(query.replaceInto('customer_phone').values(row))
}

/** @returns false where the customer has no such further number. */
export const removePhone = (tx: Writer, customerId: number, phone: string): boolean =>
  tx.run(query.deleteFrom('customer_phone').where('customer_id', '=', customerId).where('phone', '=', phone))
    .changes > 0

const card = hot<{ code: string }, CardRow>((param) =>
  query.selectFrom('membership_card').selectAll().where('code', '=', param('code')),
)

export const cardWith = (reader: Reader, code: string): CardRow | undefined => reader.first(card({ code }))

export const cardsOf = (reader: Reader, customerId: number): CardRow[] =>
  reader.all(
    query
      .selectFrom('membership_card')
      .selectAll()
      .where('customer_id', '=', customerId)
      .orderBy('issued_at')
      .orderBy('code'),
  )

export const addCard = (tx: Writer, row: CardRow): void => {
  tx.run(query.insertInto('membership_card').values(row))
}

/** @returns false where the customer has no such card that still counts. */
export const endCard = (tx: Writer, customerId: number, code: string, at: number): boolean =>
  tx.run(
    query
      .updateTable('membership_card')
      .set({ ended_at: at })
      .where('code', '=', code)
      .where('customer_id', '=', customerId)
      .where('ended_at', 'is', null),
  ).changes > 0

export const addNote = (tx: Writer, row: NoteRow): void => {
  tx.run(query.insertInto('customer_note').values(row))
}

export const removeNote = (tx: Writer, customerId: number, id: number): boolean =>
  tx.run(query.deleteFrom('customer_note').where('id', '=', id).where('customer_id', '=', customerId))
    .changes > 0

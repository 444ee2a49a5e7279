import { query } from '../../platform/db/query.ts'
import type { Schema } from '../../platform/db/schema.ts'
import type { Reader, Writer } from '../../platform/db/statements.ts'

export type HouseholdRow = Schema['household']
export type MemberRow = Schema['household_member']

export const householdOf = (reader: Reader, customerId: number): HouseholdRow | undefined =>
  reader.first(
    query
      .selectFrom('household as h')
      .innerJoin('household_member as m', 'm.household_id', 'h.id')
      .selectAll('h')
      .where('m.customer_id', '=', customerId),
  )

export const memberRow = (reader: Reader, customerId: number): MemberRow | undefined =>
  reader.first(query.selectFrom('household_member').selectAll().where('customer_id', '=', customerId))

/** In the order in which they joined. */
export const membersOf = (reader: Reader, householdId: number) =>
  reader.all(
    query
      .selectFrom('household_member as m')
      .innerJoin('customer as c', 'c.id', 'm.customer_id')
      .leftJoin('customer_figures as f', 'f.customer_id', 'c.id')
      .select(['c.id', 'c.name', 'c.phone', 'f.points', 'm.agreed_at'])
      .where('m.household_id', '=', householdId)
      .orderBy('m.joined_at')
      .orderBy('c.id'),
  )

export const addHousehold = (tx: Writer, row: HouseholdRow): void => {
  tx.run(query.insertInto('household').values(row))
}

export const nameHousehold = (tx: Writer, id: number, name: string): void => {
  tx.run(query.updateTable('household').set({ name }).where('id', '=', id))
}

export const putMember = (tx: Writer, row: MemberRow): void => {
  tx.run(query.replaceInto('household_member').values(row))
}

export const removeMember = (tx: Writer, customerId: number): void => {
  tx.run(query.deleteFrom('household_member').where('customer_id', '=', customerId))
}

export const removeHousehold = (tx: Writer, id: number): void => {
  tx.run(query.deleteFrom('household').where('id', '=', id))
}

export const householdExists = (reader: Reader, id: number): boolean =>
  reader.first(query.selectFrom('household').select('id').where('id', '=', id)) !== undefined

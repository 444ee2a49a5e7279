import { type Compilable, type RawBuilder, sql } from 'kysely'
import { query } from '../../platform/db/query.ts'
import type { Schema } from '../../platform/db/schema.ts'
import type { Reader, Writer } from '../../platform/db/statements.ts'
import { says, viewWithout } from './forget-words.ts'

/**
 * Every table with a `customer_id` that does not go with the row in `customer` by itself, and what destruction does with
 * it. A test holds this list against the ledger, so that no table is forgotten.
 * `delete`: its rows are about the person · `forget`: the row stays, without the person · `ids`: entries and sums, which
 * hold no words; the id in them is nobody's any more.
 */
export const personTables = {
  access_entry: 'ids',
  consent: 'delete',
  coupon: 'ids',
  coupon_entry: 'ids',
  customer_day: 'ids',
  customer_product_sum: 'ids',
  destruction: 'ids',
  import_row: 'ids',
  points_action: 'ids',
  points_entry: 'ids',
  points_lot: 'ids',
  points_notice: 'delete',
  points_reason: 'delete',
  points_rest: 'delete',
  prepaid_entry: 'ids',
  prepaid_holding: 'ids',
  prepaid_reason: 'delete',
  receipt: 'forget',
  segment_membership: 'ids',
  slip: 'forget',
  stamp_entry: 'ids',
  standing_due: 'delete',
  tier_entry: 'ids',
  tier_set: 'ids',
} as const satisfies Partial<Record<keyof Schema, 'delete' | 'forget' | 'ids'>>

const statement = <R>(built: RawBuilder<R>): Compilable<R> => ({ compile: () => built.compile(query) })

/** Rows that are about the person, whatever feature wrote them. */
export const deleteAbout = (tx: Writer, customerId: number): void => {
  for (const [table, does] of Object.entries(personTables))
    if (does === 'delete')
      tx.run(statement(sql`DELETE FROM ${sql.table(table)} WHERE customer_id = ${customerId}`))
}

/** What was printed for somebody: the bytes show a name. One that still waits is never printed. */
export const forgetSlips = (tx: Writer, customerId: number, at: number): void => {
  tx.run(
    query
      .updateTable('slip')
      .set((eb) => ({
        customer_id: null,
        bytes: new Uint8Array(),
        state: eb
          .case()
          .when('settled_at', 'is', null)
          .then('failed' as const)
          .else(eb.ref('state'))
          .end(),
        settled_at: eb.fn.coalesce('settled_at', eb.val(at)),
      }))
      .where('customer_id', '=', customerId),
  )
}

/** Cells of a sheet before and after they were changed. */
export const forgetCells = (tx: Writer, customerId: number): void => {
  tx.run(query.deleteFrom('sheet_change').where('row_key', '=', String(customerId)))
}

/** Views of sheets that look for somebody by name or number; one that is called so gets another name. */
export const forgetInViews = (tx: Writer, known: readonly string[], at: number): void => {
  const views = tx.all(query.selectFrom('sheet_view').select(['id', 'name', 'layout']))
  for (const { id, name, layout } of views) {
    const without = viewWithout(layout, known)
    const renamed = says(name, known) ? String(id) : name
    if (without === null && renamed === name) continue
    tx.run(
      query
        .updateTable('sheet_view')
        .set({ name: renamed, layout: without ?? layout, updated_at: at })
        .where('id', '=', id),
    )
  }
}

/** Numbers that somebody is reached by, besides the one in `customer`. */
export const morePhonesOf = (reader: Reader, customerId: number): string[] =>
  reader
    .all(query.selectFrom('customer_phone').select('phone').where('customer_id', '=', customerId))
    .map(({ phone }) => phone)

/** What merges remember of either of the two. */
export const forgetMerges = (tx: Writer, customerId: number): void => {
  tx.run(
    query.deleteFrom('customer_merge_row').where('merge_id', 'in', (eb) =>
      eb
        .selectFrom('customer_merge')
        .select('id')
        .where((or) => or.or([or('kept_id', '=', customerId), or('gone_id', '=', customerId)])),
    ),
  )
}

/** Entries of the same person that were joined to this one, and those joined to them. */
export const mergedInto = (reader: Reader, customerId: number): number[] =>
  reader
    .all(
      query
        .selectFrom('customer_merge')
        .select('gone_id')
        .where('kept_id', '=', customerId)
        .where('undone_at', 'is', null),
    )
    .flatMap(({ gone_id: gone }) => [gone, ...mergedInto(reader, gone)])

export const removeCustomer = (tx: Writer, id: number): void => {
  tx.run(query.deleteFrom('customer').where('id', '=', id))
}

export const setLeft = (tx: Writer, id: number, at: number | null): void => {
  tx.run(query.updateTable('customer').set({ left_at: at }).where('id', '=', id))
}

/** All sales and refunds of a customer. */
export const receiptsOf = (
  reader: Reader,
  customerId: number,
): Pick<Schema['receipt'], 'id' | 'kind' | 'business_date'>[] =>
  reader.all(
    query.selectFrom('receipt').select(['id', 'kind', 'business_date']).where('customer_id', '=', customerId),
  )

export const disownReceipts = (tx: Writer, customerId: number): void => {
  tx.run(
    query
      .updateTable('receipt')
      .set({ customer_id: null, attached_at: null })
      .where('customer_id', '=', customerId),
  )
}

export const addDestruction = (tx: Writer, customerId: number, at: number): void => {
  tx.run(
    query
      .insertInto('destruction')
      .values({ customer_id: customerId, at, cleaned_at: null })
      // Once more, after an older copy came back: it has to be wiped once more, too.
      .onConflict((conflict) => conflict.column('customer_id').doUpdateSet({ cleaned_at: null })),
  )
}

export const destructions = (reader: Reader): Schema['destruction'][] =>
  reader.all(query.selectFrom('destruction').selectAll().orderBy('at').orderBy('customer_id'))

/** The latest of them, newest first, with who did it by the access log. */
export const latestDestructions = (
  reader: Reader,
  limit: number,
): (Schema['destruction'] & { by: string | null })[] =>
  reader.all(
    query
      .selectFrom('destruction as d')
      .selectAll('d')
      .select((eb) =>
        eb
          .selectFrom('access_entry as e')
          .innerJoin('person as p', 'p.id', 'e.person_id')
          .select('p.name')
          .whereRef('e.customer_id', '=', 'd.customer_id')
          .where('e.method', '=', 'customers.destroy')
          .orderBy('e.at')
          .limit(1)
          .as('by'),
      )
      .orderBy('d.at', 'desc')
      .orderBy('d.customer_id', 'desc')
      .limit(limit),
  )

/** Those of up to a moment have left no trace any more. */
export const markWiped = (tx: Writer, ids: readonly number[], at: number): void => {
  for (const id of ids)
    tx.run(query.updateTable('destruction').set({ cleaned_at: at }).where('customer_id', '=', id))
}

/** A household's name is often that of one of them. */
export const forgetInHousehold = (tx: Writer, householdId: number, name: string): void => {
  tx.run(
    query
      .updateTable('household')
      .set({ name: '' })
      .where('id', '=', householdId)
      .where((eb) => eb(eb.fn<number>('instr', ['name', eb.val(name)]), '>', 0)),
  )
}

/** Takes away what reaches somebody: numbers, address, days, cards. */
export const removeContact = (tx: Writer, customerId: number, at: number): void => {
  tx.run(
    query
      .updateTable('customer')
      .set({ phone: null, last_four: null, left_at: at, updated_at: at })
      .where('id', '=', customerId),
  )
  for (const table of ['customer_phone', 'customer_detail', 'customer_anniversary'] as const)
    tx.run(query.deleteFrom(table).where('customer_id', '=', customerId))
  tx.run(
    query
      .updateTable('membership_card')
      .set({ ended_at: at })
      .where('customer_id', '=', customerId)
      .where('ended_at', 'is', null),
  )
}

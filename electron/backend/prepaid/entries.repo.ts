import { sql } from 'kysely'
import { hot } from '../platform/db/hot.ts'
import { query } from '../platform/db/query.ts'
import type { Schema } from '../platform/db/schema.ts'
import type { Reader, Writer } from '../platform/db/statements.ts'
import { isNotBroughtAlong } from './brought-along.repo.ts'

export type Entry = Schema['prepaid_entry']
type Id = { id: number }

/** Won or times, of what was paid for and of what came on top. */
export interface Parts {
  readonly paid: number
  readonly bonus: number
}

const add = hot<Entry, unknown>((param) =>
  query.insertInto('prepaid_entry').values({
    id: param('id'),
    holding_id: param('holding_id'),
    customer_id: param('customer_id'),
    kind: param('kind'),
    paid: param('paid'),
    bonus: param('bonus'),
    money: param('money'),
    receipt_id: param('receipt_id'),
    of_id: param('of_id'),
    merge_id: param('merge_id'),
    at: param('at'),
    business_date: param('business_date'),
  }),
)
const byId = hot<Id, Entry>((param) =>
  query.selectFrom('prepaid_entry').selectAll().where('id', '=', param('id')),
)
const byHolding = hot<Id, Entry>((param) =>
  query.selectFrom('prepaid_entry').selectAll().where('holding_id', '=', param('id')).orderBy('id'),
)
const takenBack = hot<Id, Parts & { count: number }>((param) =>
  query
    .selectFrom('prepaid_entry')
    .select(({ fn }) => [
      sql<number>`coalesce(sum(paid), 0)`.as('paid'),
      sql<number>`coalesce(sum(bonus), 0)`.as('bonus'),
      fn.countAll<number>().as('count'),
    ])
    .where('of_id', '=', param('id')),
)
const tied = hot<Id, Entry>((param) =>
  query
    .selectFrom('prepaid_tie as t')
    .innerJoin('prepaid_entry as e', 'e.id', 't.entry_id')
    .selectAll('e')
    .where('t.sale_id', '=', param('id'))
    .orderBy('e.id'),
)
const tieOf = hot<Id, { sale_id: number }>((param) =>
  query.selectFrom('prepaid_tie').select('sale_id').where('entry_id', '=', param('id')),
)
const loose = hot<{ customer: number; since: number; before: number }, Entry>((param) =>
  query
    .selectFrom('prepaid_entry as e')
    .selectAll('e')
    // Ids grow with time: only the last of them are looked at.
    .where('e.customer_id', '=', param('customer'))
    .where('e.id', '>=', sql<number>`${param('since')} * 1024`)
    .where('e.at', '>=', param('since'))
    .where('e.at', '<=', param('before'))
    .where('e.kind', 'in', ['sell', 'use'])
    .where(isNotBroughtAlong)
    .where((eb) =>
      eb.not(
        eb.exists(eb.selectFrom('prepaid_tie as t').select('t.sale_id').whereRef('t.entry_id', '=', 'e.id')),
      ),
    )
    .orderBy('e.id'),
)

export const addEntry = (tx: Writer, entry: Entry): void => {
  tx.run(add(entry))
}

export const findEntry = (reader: Reader, id: number): Entry | undefined => reader.first(byId({ id }))

export const entriesOf = (reader: Reader, holdingId: number): Entry[] =>
  reader.all(byHolding({ id: holdingId }))

/** What of an entry was taken back, and by how many entries. */
export const takenBackOf = (reader: Reader, entryId: number): Parts & { readonly count: number } =>
  reader.first(takenBack({ id: entryId })) ?? { paid: 0, bonus: 0, count: 0 }

/** Sales and uses that belong to a receipt. */
export const tiedTo = (reader: Reader, saleId: number): Entry[] => reader.all(tied({ id: saleId }))

export const saleOf = (reader: Reader, entryId: number): number | null =>
  reader.first(tieOf({ id: entryId }))?.sale_id ?? null

export const addTie = (tx: Writer, entryId: number, saleId: number, at: number): void => {
  tx.run(query.insertInto('prepaid_tie').values({ entry_id: entryId, sale_id: saleId, at }))
}

/** Sales and uses of a customer between two times that have no receipt yet. */
export const looseEntries = (reader: Reader, customer: number, since: number, before: number): Entry[] =>
  reader.all(loose({ customer, since, before }))

export const entriesOfMerge = (reader: Reader, mergeId: number): Entry[] =>
  reader.all(query.selectFrom('prepaid_entry').selectAll().where('merge_id', '=', mergeId).orderBy('id'))

export const addReason = (tx: Writer, entryId: number, customerId: number, text: string): void => {
  tx.run(query.insertInto('prepaid_reason').values({ entry_id: entryId, customer_id: customerId, text }))
}

import { type Compilable, type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { hot } from '../../platform/db/hot.ts'
import { query } from '../../platform/db/query.ts'
import type { Schema } from '../../platform/db/schema.ts'
import type { Reader, Writer } from '../../platform/db/statements.ts'
import { linesWithOptions, paymentsOf } from '../teaching/amend.repo.ts'

type Receipt = Schema['receipt']
type Id = { id: number }

/** A receipt with all that stands below it, as it was taken out. */
export interface Withdrawn {
  readonly receipt: Receipt
  readonly lines: readonly Schema['receipt_line'][]
  readonly payments: readonly Schema['payment'][]
}

const byId = hot<Id, Receipt>((param) =>
  query.selectFrom('receipt').selectAll().where('id', '=', param('id')),
)
const dropLines = hot<Id, unknown>((param) =>
  query.deleteFrom('receipt_line').where('receipt_id', '=', param('id')),
)
const dropPayments = hot<Id, unknown>((param) =>
  query.deleteFrom('payment').where('receipt_id', '=', param('id')),
)
const drop = hot<Id, unknown>((param) => query.deleteFrom('receipt').where('id', '=', param('id')))
const nothingLeft = hot<{ id: number; kept: number; customer: number | null; at: number | null }, unknown>(
  (param) =>
    query
      .updateTable('receipt')
      .set({
        kind: 'refund',
        refunds_receipt_id: param('kept'),
        customer_id: param('customer'),
        attached_at: param('at'),
        total: 0,
        discount: 0,
        supply: null,
        vat: null,
        exempt: null,
      })
      .where('id', '=', param('id')),
)

const asked = <R>(raw: RawBuilder<R>): Compilable<R> => ({ compile: () => raw.compile(query) })

/** Columns that name a receipt, whichever tables there are; its own lines and payments are part of it. */
const references = asked(
  sql<{ child: string; column: string }>`
    SELECT m.name AS child, f."from" AS "column"
    FROM sqlite_schema AS m JOIN pragma_foreign_key_list(m.name) AS f
    WHERE m.type = 'table' AND f."table" = 'receipt' AND m.name NOT IN ('receipt_line', 'payment')`,
)

/** Whether something in the ledger names this receipt: entries, slips, refunds. Then its row cannot go. */
export const isNamed = (reader: Reader, id: number): boolean =>
  reader.all(references).some(
    ({ child, column }) =>
      reader.first(
        asked(
          sql<{
            one: number
          }>`SELECT 1 AS one FROM ${sql.table(child)} WHERE ${sql.ref(column)} = ${id} LIMIT 1`,
        ),
      ) !== undefined,
  )

/** Everything of a receipt; undefined where there is none. */
export const wholeReceipt = (reader: Reader, id: number): Withdrawn | undefined => {
  const receipt = reader.first(byId({ id }))
  if (receipt === undefined) return undefined
  return { receipt, lines: linesWithOptions(reader, id), payments: paymentsOf(reader, id) }
}

const dropContents = (tx: Writer, id: number): void => {
  tx.run(dropLines({ id }))
  tx.run(dropPayments({ id }))
}

/** Deletes a receipt that nothing names. */
export const dropReceipt = (tx: Writer, id: number): void => {
  dropContents(tx, id)
  tx.run(drop({ id }))
}

/** What entries name stays as a taking back of nothing, beside the sale that counts. */
export const emptyReceipt = (tx: Writer, id: number, kept: Receipt): void => {
  dropContents(tx, id)
  tx.run(nothingLeft({ id, kept: kept.id, customer: kept.customer_id, at: kept.attached_at }))
}

/** As it stood, but nobody's: whose it was is given to them anew. */
export const restoreReceipt = (tx: Writer, { receipt, lines, payments }: Withdrawn): Receipt => {
  const row: Receipt = { ...receipt, customer_id: null, attached_at: null }
  const { id, ...rest } = row
  if (tx.first(byId({ id })) === undefined) tx.run(query.insertInto('receipt').values(row))
  else tx.run(query.updateTable('receipt').set(rest).where('id', '=', id))
  for (const line of lines) tx.run(query.insertInto('receipt_line').values(line))
  for (const payment of payments) tx.run(query.insertInto('payment').values(payment))
  return row
}

const text = z.string().nullable()
const figure = z.number().nullable()
const shape: z.ZodType<Withdrawn> = z.strictObject({
  receipt: z.strictObject({
    id: z.number(),
    paper_id: z.number(),
    kind: z.enum(['sale', 'refund', 'order']),
    issued_at: z.number(),
    received_at: z.number(),
    business_date: z.string(),
    business_number: text,
    receipt_number: text,
    approval_number: text,
    original_number: text,
    refunds_receipt_id: figure,
    total: z.number(),
    discount: z.number(),
    supply: figure,
    vat: figure,
    exempt: figure,
    identity: z.string(),
    customer_id: figure,
    attached_at: figure,
  }),
  lines: z.array(
    z.strictObject({
      receipt_id: z.number(),
      position: z.number(),
      parent: figure,
      name: z.string(),
      unit_price: figure,
      quantity: figure,
      amount: figure,
    }),
  ),
  payments: z.array(
    z.strictObject({
      receipt_id: z.number(),
      position: z.number(),
      method: z.string(),
      amount: z.number(),
    }),
  ),
})

export const withdrawnJson = (withdrawn: Withdrawn): string => JSON.stringify(withdrawn)
export const withdrawnFrom = (json: string): Withdrawn => shape.parse(JSON.parse(json))

import { sql } from 'kysely'
import { hot } from '../../platform/db/hot.ts'
import { query } from '../../platform/db/query.ts'
import type { Schema } from '../../platform/db/schema.ts'
import type { Writer } from '../../platform/db/statements.ts'

type Receipt = Schema['receipt']
type Line = Schema['receipt_line']
type Payment = Schema['payment']
type Owner = { id: number; customer: number | null; at: number | null }
type Day = Schema['daily_total']

const insertReceipt = hot<Receipt, unknown>((param) =>
  query.insertInto('receipt').values({
    id: param('id'),
    paper_id: param('paper_id'),
    kind: param('kind'),
    issued_at: param('issued_at'),
    received_at: param('received_at'),
    business_date: param('business_date'),
    business_number: param('business_number'),
    receipt_number: param('receipt_number'),
    approval_number: param('approval_number'),
    original_number: param('original_number'),
    refunds_receipt_id: param('refunds_receipt_id'),
    total: param('total'),
    discount: param('discount'),
    supply: param('supply'),
    vat: param('vat'),
    exempt: param('exempt'),
    identity: param('identity'),
    customer_id: param('customer_id'),
    attached_at: param('attached_at'),
  }),
)
const insertLine = hot<Line, unknown>((param) =>
  query.insertInto('receipt_line').values({
    receipt_id: param('receipt_id'),
    position: param('position'),
    parent: param('parent'),
    name: param('name'),
    unit_price: param('unit_price'),
    quantity: param('quantity'),
    amount: param('amount'),
  }),
)
const insertPayment = hot<Payment, unknown>((param) =>
  query.insertInto('payment').values({
    receipt_id: param('receipt_id'),
    position: param('position'),
    method: param('method'),
    amount: param('amount'),
  }),
)
const owner = hot<Owner, unknown>((param) =>
  query
    .updateTable('receipt')
    .set({ customer_id: param('customer'), attached_at: param('at') })
    .where((eb) => eb.or([eb('id', '=', param('id')), eb('refunds_receipt_id', '=', param('id'))])),
)
const refundOf = hot<
  { id: number; sale: number | null; customer: number | null; at: number | null },
  unknown
>((param) =>
  query
    .updateTable('receipt')
    .set({ refunds_receipt_id: param('sale'), customer_id: param('customer'), attached_at: param('at') })
    .where('id', '=', param('id')),
)
const day = hot<Day, unknown>((param) =>
  query
    .insertInto('daily_total')
    .values({
      business_date: param('business_date'),
      sales: param('sales'),
      refunds: param('refunds'),
      net: param('net'),
      attached: param('attached'),
    })
    .onConflict((conflict) =>
      conflict.column('business_date').doUpdateSet({
        sales: sql`sales + excluded.sales`,
        refunds: sql`refunds + excluded.refunds`,
        net: sql`net + excluded.net`,
        attached: sql`attached + excluded.attached`,
      }),
    ),
)

/** The receipt with its lines and payments, which carry its id already. */
export const addReceipt = (
  tx: Writer,
  receipt: Receipt,
  lines: readonly Line[],
  payments: readonly Payment[],
): void => {
  tx.run(insertReceipt(receipt))
  addContents(tx, lines, payments)
}

/** Lines and payments of a receipt that is there already. */
export const addContents = (tx: Writer, lines: readonly Line[], payments: readonly Payment[]): void => {
  for (const line of lines) tx.run(insertLine(line))
  for (const payment of payments) tx.run(insertPayment(payment))
}

/** Gives a sale and its refunds to a customer, or takes them off (null). */
export const setOwner = (tx: Writer, saleId: number, customer: number | null, at: number | null): void => {
  tx.run(owner({ id: saleId, customer, at }))
}

/** Joins a refund that had come before its sale. */
export const setRefunded = (tx: Writer, refundId: number, sale: Receipt): void => {
  tx.run(refundOf({ id: refundId, sale: sale.id, customer: sale.customer_id, at: sale.attached_at }))
}

/** The refund is nobody's sale's again. */
export const unsetRefunded = (tx: Writer, refundId: number): void => {
  tx.run(refundOf({ id: refundId, sale: null, customer: null, at: null }))
}

/** Adds to a day's sums; differences, so negative where something is taken back. */
export const addToDay = (tx: Writer, change: Day): void => {
  tx.run(day(change))
}

import { hot } from '../../platform/db/hot.ts'
import { query } from '../../platform/db/query.ts'
import type { Schema } from '../../platform/db/schema.ts'
import type { Reader, Writer } from '../../platform/db/statements.ts'
import { addContents } from '../entering/receipt-writes.repo.ts'

type Receipt = Schema['receipt']
type Line = Schema['receipt_line']
type Payment = Schema['payment']
type Id = { id: number }

/** What reading again may change of a receipt; its place, its customer and its refunds stay. */
export type AmendedReceipt = Omit<
  Receipt,
  'paper_id' | 'received_at' | 'customer_id' | 'attached_at' | 'refunds_receipt_id'
>

const ofPaper = hot<Id, Receipt>((param) =>
  query.selectFrom('receipt').selectAll().where('paper_id', '=', param('id')),
)
const amend = hot<AmendedReceipt, unknown>((param) =>
  query
    .updateTable('receipt')
    .set({
      kind: param('kind'),
      issued_at: param('issued_at'),
      business_date: param('business_date'),
      business_number: param('business_number'),
      receipt_number: param('receipt_number'),
      approval_number: param('approval_number'),
      original_number: param('original_number'),
      total: param('total'),
      discount: param('discount'),
      supply: param('supply'),
      vat: param('vat'),
      exempt: param('exempt'),
      identity: param('identity'),
    })
    .where('id', '=', param('id')),
)
const lines = hot<Id, Line>((param) =>
  query.selectFrom('receipt_line').selectAll().where('receipt_id', '=', param('id')).orderBy('position'),
)
const payments = hot<Id, Payment>((param) =>
  query.selectFrom('payment').selectAll().where('receipt_id', '=', param('id')).orderBy('position'),
)
const dropLines = hot<Id, unknown>((param) =>
  query.deleteFrom('receipt_line').where('receipt_id', '=', param('id')),
)
const dropPayments = hot<Id, unknown>((param) =>
  query.deleteFrom('payment').where('receipt_id', '=', param('id')),
)

/** The receipt that came of a paper; null where none did. */
export const receiptOfPaper = (reader: Reader, paperId: number): Receipt | null =>
  reader.first(ofPaper({ id: paperId })) ?? null

export const linesWithOptions = (reader: Reader, receiptId: number): Line[] =>
  reader.all(lines({ id: receiptId }))

export const paymentsOf = (reader: Reader, receiptId: number): Payment[] =>
  reader.all(payments({ id: receiptId }))

/** The same receipt with what is read of its paper now. */
export const amendReceipt = (
  tx: Writer,
  receipt: AmendedReceipt,
  newLines: readonly Line[],
  newPayments: readonly Payment[],
): void => {
  tx.run(amend(receipt))
  tx.run(dropLines({ id: receipt.id }))
  tx.run(dropPayments({ id: receipt.id }))
  addContents(tx, newLines, newPayments)
}

import type { Schema } from '../../platform/db/schema.ts'
import type { Reading } from '../reading/reading.ts'

type Line = Schema['receipt_line']
type Payment = Schema['payment']

/** Items in order, each followed by its options, which name it as their parent. */
export const lineRows = (receiptId: number, reading: Reading): Line[] => {
  const rows: Line[] = []
  for (const item of reading.items) {
    const parent = rows.length
    rows.push({
      receipt_id: receiptId,
      position: parent,
      parent: null,
      name: item.name,
      unit_price: item.unitPrice,
      quantity: item.quantity,
      amount: item.amount,
    })
    for (const option of item.options) {
      rows.push({
        receipt_id: receiptId,
        position: rows.length,
        parent,
        name: option.name,
        unit_price: null,
        quantity: option.quantity,
        amount: option.amount,
      })
    }
  }
  return rows
}

export const paymentRows = (receiptId: number, reading: Reading): Payment[] =>
  reading.payments.map((payment, position) => ({
    receipt_id: receiptId,
    position,
    method: payment.method,
    amount: payment.amount,
  }))

import { type RawBuilder, type SqlBool, sql } from 'kysely'

/** Sales of a customer that were not given back whole: a condition on the rows of `receipt`. */
export const standing = (customerId: RawBuilder<number>): RawBuilder<SqlBool> =>
  sql<SqlBool>`customer_id = ${customerId} AND kind <> 'refund' AND NOT EXISTS (
    SELECT 1 FROM receipt AS back WHERE back.refunds_receipt_id = receipt.id
    GROUP BY back.refunds_receipt_id HAVING receipt.total + sum(back.total) <= 0)`

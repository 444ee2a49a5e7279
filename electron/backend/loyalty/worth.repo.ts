import { sql } from 'kysely'
import { hot } from '../platform/db/hot.ts'
import { query } from '../platform/db/query.ts'
import type { Schema } from '../platform/db/schema.ts'
import type { Reader, Writer } from '../platform/db/statements.ts'
import { type Fraction, nothing } from './fraction.ts'
import type { SaleFacts } from './worth.ts'

type Worth = Schema['points_worth']
type Id = { id: number }

const latest = hot<Id, Worth>((param) =>
  query
    .selectFrom('points_worth')
    .selectAll()
    .where('sale_id', '=', param('id'))
    .orderBy('id', 'desc')
    .limit(1),
)
const add = hot<Worth, unknown>((param) =>
  query.insertInto('points_worth').values({
    id: param('id'),
    sale_id: param('sale_id'),
    rule_id: param('rule_id'),
    tier_id: param('tier_id'),
    worth: param('worth'),
    unit: param('unit'),
  }),
)
const rest = hot<{ customer: number }, { rest: number; unit: number }>((param) =>
  query.selectFrom('points_rest').select(['rest', 'unit']).where('customer_id', '=', param('customer')),
)
const keep = hot<Schema['points_rest'], unknown>((param) =>
  query
    .insertInto('points_rest')
    .values({ customer_id: param('customer_id'), rest: param('rest'), unit: param('unit') })
    .onConflict((conflict) =>
      conflict.column('customer_id').doUpdateSet({ rest: sql`excluded.rest`, unit: sql`excluded.unit` }),
    ),
)
const lines = hot<Id, { name: string; category: number | null; amount: number }>((param) =>
  query
    .selectFrom('receipt as r')
    .innerJoin('receipt_line as l', 'l.receipt_id', 'r.id')
    .leftJoin('product_name as n', 'n.name', 'l.name')
    .leftJoin('product as p', 'p.id', 'n.product_id')
    .leftJoin('product as whole', 'whole.id', 'p.stands_for')
    .select((eb) => [
      'l.name',
      'whole.category_id as category',
      eb.fn.coalesce('l.amount', eb.lit(0)).as('amount'),
    ])
    .where('l.parent', 'is', null)
    .where((eb) => eb.or([eb('r.id', '=', param('id')), eb('r.refunds_receipt_id', '=', param('id'))])),
)
const payments = hot<Id, { method: string; amount: number }>((param) =>
  query
    .selectFrom('receipt as r')
    .innerJoin('payment as p', 'p.receipt_id', 'r.id')
    .select(['p.method', 'p.amount'])
    .where((eb) => eb.or([eb('r.id', '=', param('id')), eb('r.refunds_receipt_id', '=', param('id'))]))
    .orderBy('r.id')
    .orderBy('p.position'),
)

/** What was last said of a sale's worth; undefined while it gave nothing yet. */
export const worthStanding = (reader: Reader, saleId: number): Worth | undefined =>
  reader.first(latest({ id: saleId }))

export const addWorth = (tx: Writer, worth: Worth): void => {
  tx.run(add(worth))
}

/** What a customer has under the next point. */
export const restOf = (reader: Reader, customerId: number): Fraction => {
  const row = reader.first(rest({ customer: customerId }))
  return row === undefined ? nothing : { num: row.rest, unit: row.unit }
}

export const keepRest = (tx: Writer, customerId: number, { num, unit }: Fraction): void => {
  tx.run(keep({ customer_id: customerId, rest: num, unit }))
}

/** Items of a sale and of its refunds with their categories; what an option costs goes the way of its item. */
export const linesWorth = (reader: Reader, saleId: number): SaleFacts['lines'] =>
  reader.all(lines({ id: saleId }))

export const paymentsWorth = (reader: Reader, saleId: number): SaleFacts['payments'] =>
  reader.all(payments({ id: saleId }))

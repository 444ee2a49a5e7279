import { type RawBuilder, sql } from 'kysely'
import type { BusinessDate } from '#shared/dates.ts'
import { hot } from '../platform/db/hot.ts'
import { query } from '../platform/db/query.ts'
import type { Reader } from '../platform/db/statements.ts'

export interface TriedSale {
  readonly id: number
  readonly customer_id: number
  /** Its total and those of its refunds. */
  readonly remaining: number
}

const ofDay = hot<{ date: string }, TriedSale>((param) =>
  query
    .selectFrom('receipt')
    .select((eb) => [
      'id',
      eb.ref('customer_id').$notNull().as('customer_id'),
      sql<number>`total + coalesce(
        (SELECT sum(back.total) FROM receipt AS back WHERE back.refunds_receipt_id = receipt.id), 0)`.as(
        'remaining',
      ),
    ])
    .where('business_date', '=', param('date'))
    .where('kind', '<>', 'refund')
    .where('customer_id', 'is not', null)
    .orderBy('id'),
)

type Line = { sale: number; name: string; category: number | null; amount: number }
type Payment = { sale: number; method: string; amount: number }

/** Sales of a day and their refunds, each refund under its sale. */
const papersOf = (date: RawBuilder<string>) => {
  const sales = query
    .selectFrom('receipt as s')
    .where('s.business_date', '=', date)
    .where('s.kind', '<>', 'refund')
    .where('s.customer_id', 'is not', null)
  return sales
    .select(['s.id as sale', 's.id as receipt'])
    .unionAll(
      sales
        .innerJoin('receipt as back', 'back.refunds_receipt_id', 's.id')
        .select(['s.id as sale', 'back.id as receipt']),
    )
}
const lines = hot<{ date: string }, Line>((param) =>
  query
    .selectFrom(papersOf(param('date')).as('papers'))
    .innerJoin('receipt_line as l', 'l.receipt_id', 'papers.receipt')
    .leftJoin('product_name as n', 'n.name', 'l.name')
    .leftJoin('product as p', 'p.id', 'n.product_id')
    .leftJoin('product as whole', 'whole.id', 'p.stands_for')
    .select((eb) => [
      'papers.sale',
      'l.name',
      'whole.category_id as category',
      eb.fn.coalesce('l.amount', eb.lit(0)).as('amount'),
    ])
    .where('l.parent', 'is', null),
)
const payments = hot<{ date: string }, Payment>((param) =>
  query
    .selectFrom(papersOf(param('date')).as('papers'))
    .innerJoin('payment as p', 'p.receipt_id', 'papers.receipt')
    .select(['papers.sale', 'p.method', 'p.amount'])
    .orderBy('papers.receipt')
    .orderBy('p.position'),
)

/** Items of a day's sales, by sale. */
export const linesOfDay = (reader: Reader, date: BusinessDate): Map<number, Line[]> =>
  Map.groupBy(reader.all(lines({ date })), ({ sale }) => sale)

/** What was paid for a day's sales, by sale. */
export const paymentsOfDay = (reader: Reader, date: BusinessDate): Map<number, Payment[]> =>
  Map.groupBy(reader.all(payments({ date })), ({ sale }) => sale)

/** Customers' sales of a day, in the order in which they came. */
export const salesOfDay = (reader: Reader, date: BusinessDate): TriedSale[] => reader.all(ofDay({ date }))

export const namesOf = (reader: Reader, ids: readonly number[]): Map<number, string> =>
  new Map(
    reader
      .all(query.selectFrom('customer').select(['id', 'name']).where('id', 'in', ids))
      .map(({ id, name }) => [id, name]),
  )

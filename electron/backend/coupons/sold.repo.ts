import { hot } from '../platform/db/hot.ts'
import { query } from '../platform/db/query.ts'
import type { Reader } from '../platform/db/statements.ts'
import type { SoldItem } from './terms.ts'

type Id = { id: number }

const items = hot<
  Id,
  {
    name: string
    quantity: number | null
    amount: number | null
    productId: number | null
    categoryId: number | null
  }
>((param) =>
  query
    .selectFrom('receipt_line as l')
    .leftJoin('product_name as n', 'n.name', 'l.name')
    .leftJoin('product as p', 'p.id', 'n.product_id')
    .leftJoin('product as s', 's.id', 'p.stands_for')
    .select(['l.name', 'l.quantity', 'l.amount', 's.id as productId', 's.category_id as categoryId'])
    .where('l.receipt_id', '=', param('id'))
    .where('l.parent', 'is', null)
    .orderBy('l.position'),
)

const place = hot<Id, { source_name: string; receipt_number: string | null }>((param) =>
  query
    .selectFrom('receipt as r')
    .innerJoin('paper as p', 'p.id', 'r.paper_id')
    .select(['p.source_name', 'r.receipt_number'])
    .where('r.id', '=', param('id')),
)

/** What stands on a receipt, each item as the product that the shop counts it as. */
export const soldItems = (reader: Reader, receiptId: number): SoldItem[] =>
  reader
    .all(items({ id: receiptId }))
    .map((row) => ({ ...row, quantity: row.quantity ?? 1, amount: row.amount ?? 0 }))

/** Which till printed it, and its number: `계산대 POS 0012`. */
export const placeOf = (reader: Reader, receiptId: number): string => {
  const found = reader.first(place({ id: receiptId }))
  return [found?.source_name, found?.receipt_number].filter((part) => typeof part === 'string').join(' ')
}

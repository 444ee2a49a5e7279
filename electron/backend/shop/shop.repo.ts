import { hot } from '../platform/db/hot.ts'
import { query } from '../platform/db/query.ts'
import type { Schema } from '../platform/db/schema.ts'
import type { Reader, Writer } from '../platform/db/statements.ts'

export type ShopRow = Omit<Schema['shop'], 'id'>
export type ShopChange = Omit<ShopRow, 'demo'>

const theShop = hot<Record<string, never>, Schema['shop']>(() =>
  query.selectFrom('shop').selectAll().where('id', '=', 1),
)

/** The one shop of this ledger; it is there since the ledger was made. */
export const readShop = (reader: Reader): ShopRow => {
  const row = reader.first(theShop({}))
  if (row === undefined) throw new Error('The ledger has no shop row')
  return row
}

export const changeShop = (tx: Writer, change: ShopChange): void => {
  tx.run(query.updateTable('shop').set(change).where('id', '=', 1))
}

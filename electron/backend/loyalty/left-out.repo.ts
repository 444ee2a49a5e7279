import { hot } from '../platform/db/hot.ts'
import { query } from '../platform/db/query.ts'
import type { Reader, Writer } from '../platform/db/statements.ts'

const ofSale = hot<{ id: number }, { won: number }>((param) =>
  query.selectFrom('points_left_out').select('won').where('sale_id', '=', param('id')),
)

/** Won of a sale that give no points; 0 for most. */
export const leftOutOf = (reader: Reader, saleId: number): number =>
  reader.first(ofSale({ id: saleId }))?.won ?? 0

export const keepLeftOut = (tx: Writer, saleId: number, won: number): void => {
  tx.run(query.replaceInto('points_left_out').values({ sale_id: saleId, won }))
}

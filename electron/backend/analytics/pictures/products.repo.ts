import { sql } from 'kysely'
import type { Reader } from '../../platform/db/statements.ts'
import { inPieces, rowsOf } from './period.repo.ts'
import type { Piece } from './pieces.ts'

/** Thousandths of pieces. */
export interface ProductRow {
  readonly id: number
  readonly name: string
  readonly quantity: number
  readonly net: number
}

/** Products as the shop shows them: those that were joined count as one. */
export const productRows = (reader: Reader, pieces: readonly Piece[]): ProductRow[] =>
  rowsOf<ProductRow>(
    reader,
    sql`SELECT shown.id, shown.name, sum(s.quantity) AS quantity, sum(s.net) AS net
      FROM (SELECT product_id, sum(quantity) AS quantity, sum(net) AS net
        FROM (${inPieces('product_sum', pieces)}) GROUP BY product_id) AS s
      JOIN product AS own ON own.id = s.product_id JOIN product AS shown ON shown.id = own.stands_for
      GROUP BY shown.id ORDER BY net DESC, shown.id`,
  )

/** Null is what stands in no category. */
export const categoryRows = (
  reader: Reader,
  pieces: readonly Piece[],
): {
  readonly id: number | null
  readonly name: string | null
  readonly quantity: number
  readonly net: number
}[] =>
  rowsOf(
    reader,
    sql`SELECT c.id, c.name, sum(s.quantity) AS quantity, sum(s.net) AS net
      FROM (SELECT product_id, sum(quantity) AS quantity, sum(net) AS net
        FROM (${inPieces('product_sum', pieces)}) GROUP BY product_id) AS s
      JOIN product AS own ON own.id = s.product_id JOIN product AS shown ON shown.id = own.stands_for
      LEFT JOIN category AS c ON c.id = shown.category_id
      GROUP BY c.id ORDER BY net DESC, c.id`,
  )

export interface ProductHourRow {
  readonly product: number
  readonly hour: number
  readonly quantity: number
  readonly net: number
}

/** @param products as they are shown. */
export const productHourRows = (
  reader: Reader,
  { from, to }: Piece,
  products: readonly number[],
): ProductHourRow[] =>
  products.length === 0
    ? []
    : rowsOf<ProductHourRow>(
        reader,
        sql`SELECT own.stands_for AS product, h.hour, sum(h.quantity) AS quantity, sum(h.net) AS net
          FROM product AS own CROSS JOIN product_hour_sum AS h ON h.product_id = own.id
          WHERE own.stands_for IN (${sql.join([...products])}) AND h.period BETWEEN ${from} AND ${to}
          GROUP BY 1, 2 ORDER BY 1, 2`,
      )

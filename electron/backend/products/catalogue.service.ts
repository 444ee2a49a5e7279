import type { Writer } from '../platform/db/statements.ts'
import { addName, addProduct, productNamed, productSpelt } from './products.repo.ts'
import { spellingOf } from './spelling.ts'

/**
 * The product that a line's name means; one that was never printed before becomes a product. Always the product of
 * the spelling itself, whatever it is joined to: keep sums under this id, and when reading them go through
 * `product.stands_for` (`join product on product.id = sums.product_id`, `group by product.stands_for`), so that joins
 * and splits put every sum right without touching it.
 * @param lineName as `receipt_line.name` has it.
 * @returns `product.id`: small, for millions of rows carry it.
 */
export const productOf = (tx: Writer, lineName: string): number => {
  const known = productNamed(tx, lineName)
  if (known !== null) return known
  const spelling = spellingOf(lineName)
  const id = productSpelt(tx, spelling) ?? addProduct(tx, spelling, lineName.normalize('NFC').trim())
  addName(tx, lineName, id)
  return id
}

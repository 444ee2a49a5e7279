import { query } from '../platform/db/query.ts'
import type { Reader } from '../platform/db/statements.ts'
import type { Target } from './terms.ts'

/** What a coupon or a stamp is for, as the shop calls it. */
export const targetNames = (reader: Reader, targets: readonly Target[]): string[] =>
  targets.flatMap(({ productId, categoryId, word }) => {
    if (word !== null) return [word]
    const named =
      productId === null
        ? reader.first(query.selectFrom('category').select('name').where('id', '=', categoryId))
        : reader.first(query.selectFrom('product').select('name').where('id', '=', productId))
    return named === undefined ? [] : [named.name]
  })

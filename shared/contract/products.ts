import { z } from 'zod'
import { method } from './method.ts'
import { businessDate, id, nothing, won } from './values.ts'

const count = z.number().int().nonnegative()
const productName = z.string().trim().min(1).max(80)

/** A product as the shop shows it, with all that are joined to it. Sums of the last twelve months. */
export const productRow = z.strictObject({
  id,
  name: z.string(),
  categoryId: id.nullable(),
  /** Names as tills print them. */
  spellings: count,
  quantity: z.number(),
  net: won,
})

export const productDetail = z.strictObject({
  ...productRow.shape,
  /** Each spelling can go its own way. */
  parts: z.array(
    z.strictObject({ id, name: z.string(), printed: z.array(z.string()), lines: z.number().int() }),
  ),
  /** Oldest first. A day is exact where the price changed, else a month's first or last day. */
  prices: z.array(z.strictObject({ from: businessDate, to: businessDate, price: won })),
  /** The last twelve months, oldest first. */
  months: z.array(
    z.strictObject({ month: z.string().regex(/^\d{4}-\d{2}$/), quantity: z.number(), net: won }),
  ),
})

export const productCategory = z.strictObject({ id, name: z.string(), products: count })

export const productProposals = z.strictObject({
  pairs: z.array(
    z.strictObject({
      one: productRow,
      other: productRow,
      /** 0 to 1; 1: the same words otherwise written. */
      score: z.number(),
    }),
  ),
  /** Products without a category, by the one that their names speak of. */
  categories: z.array(
    z.strictObject({ name: z.string(), products: z.array(z.strictObject({ id, name: z.string() })) }),
  ),
})

const changed = z.strictObject({ changeId: id.nullable() })

/** What the shop sells, as it grows out of receipts. */
export const productMethods = {
  'products.list': method(
    'unlocked',
    z.strictObject({ query: z.string().max(100), categoryId: id.nullable() }),
    z.array(productRow),
  ),
  'products.get': method('unlocked', z.strictObject({ id }), productDetail),
  'products.proposals': method('unlocked', nothing, productProposals),
  /** All of `from` are shown as `into`; sums follow without being touched. */
  'products.join': method(
    'unlocked',
    z.strictObject({ into: id, from: z.array(id).min(1).max(50) }),
    changed,
  ),
  /** One spelling goes its own way again. */
  'products.split': method('unlocked', z.strictObject({ id }), changed),
  'products.undo': method('unlocked', z.strictObject({ changeId: id }), nothing),
  /** These two are not the same: they are not proposed again. */
  'products.apart': method('unlocked', z.strictObject({ oneId: id, otherId: id }), nothing),
  'products.rename': method('unlocked', z.strictObject({ id, name: productName }), nothing),
  'products.categories': method('unlocked', nothing, z.array(productCategory)),
  /** Makes one where `id` is null. */
  'products.saveCategory': method(
    'unlocked',
    z.strictObject({ id: id.nullable(), name: z.string().trim().min(1).max(30) }),
    z.strictObject({ id }),
  ),
  'products.removeCategory': method('unlocked', z.strictObject({ id }), nothing),
  /** By id, or by a name that becomes one where there is none yet; null takes it away. */
  'products.categorise': method(
    'unlocked',
    z.strictObject({
      ids: z.array(id).min(1).max(500),
      category: z
        .union([z.strictObject({ id }), z.strictObject({ name: z.string().trim().min(1).max(30) })])
        .nullable(),
    }),
    nothing,
  ),
}

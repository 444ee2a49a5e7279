import { z } from 'zod'
import { id } from './values.ts'

/** What a stamp or a coupon is for: a product, a category, or a word in the item's name. An empty list is everything. */
export const rewardTargets = z
  .array(
    z.strictObject({
      productId: id.nullable(),
      categoryId: id.nullable(),
      word: z.string().trim().min(1).max(40).nullable(),
    }),
  )
  .max(50)
  .refine((targets) =>
    targets.every(
      ({ productId, categoryId, word }) =>
        [productId, categoryId, word].filter((one) => one !== null).length === 1,
    ),
  )

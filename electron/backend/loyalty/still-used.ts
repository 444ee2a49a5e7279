import type { Won } from '#shared/won.ts'

/**
 * How much of the points used with a sale stays used after its refunds: by the share that remains, in the customer's
 * favour, so that a whole refund gives back exactly what was used, in however many parts it comes.
 * @param remaining total of the sale and of its refunds.
 * @param refunded whether there is any refund: a sale paid by points alone may have a total of nought.
 */
export const stillUsed = (used: number, total: Won, remaining: Won, refunded: boolean): number => {
  if (!refunded || remaining >= total) return refunded && total <= 0 ? 0 : used
  return remaining <= 0 ? 0 : Number((BigInt(used) * BigInt(remaining)) / BigInt(total))
}

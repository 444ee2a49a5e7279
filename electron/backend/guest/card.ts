import type { CallOutput } from '#shared/contract/index.ts'
import { maskName } from '#shared/names.ts'
import type { GuestShop } from './guest-shop.ts'

export type GuestCard = Extract<CallOutput<'guest.screen'>, { at: 'card' }>['card']

/** Whoever joins without a name is called this until staff write it. */
export const namelessGuest = '새 단골'

/** As many as a guest can take in at a glance. */
const mostCoupons = 4
const mostCards = 2

/** What one guest sees of themselves: masked, without ids, only what can be used or looked forward to. */
export const guestCardOf = (
  shop: GuestShop,
  customerId: number,
  now: { readonly joined: boolean; readonly earned: number | null },
): GuestCard => {
  const customer = shop.customer(customerId)
  const tier = shop.tier(customerId)
  return {
    // Nobody is called by what stands for a name.
    name: customer.name === namelessGuest ? '' : maskName(customer.name),
    phone: customer.maskedPhone,
    points: customer.points,
    earned: now.earned,
    joined: now.joined,
    tier: tier?.tier?.name ?? null,
    next: tier?.next ? { tier: tier.next.name, missing: tier.next.missing, measure: tier.measure } : null,
    stamps: shop
      .stamps(customerId)
      .slice(0, mostCards)
      .map(({ name, length, stamps, reward }) => ({ name, length, stamps: Math.max(0, stamps), reward })),
    coupons: shop
      .coupons(customerId)
      .filter(({ state }) => state === 'open')
      .slice(0, mostCoupons)
      .map(({ terms, untilDate }) => ({
        name: terms.name,
        benefit: terms.benefit,
        value: terms.value,
        leastSpend: terms.leastSpend,
        until: untilDate,
      })),
  }
}

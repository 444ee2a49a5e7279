import type { CallOutput, CallParsed } from '#shared/contract/index.ts'

/** What the guest's screen needs of an open shop. */
export interface GuestShop {
  /** Business date. */
  today(): string
  about(): { readonly name: string; readonly phone: string | null }
  /** Whose mobile number it is, of those who are customers now. @param phone normalised digits. */
  withPhone(phone: string): number | null
  /** Throws `customer.not-found`. */
  customer(customerId: number): CallOutput<'customers.card'>
  tier(customerId: number): CallOutput<'tiers.ofCustomer'>
  stamps(customerId: number): CallOutput<'stamps.ofCustomer'>
  coupons(customerId: number): CallOutput<'coupons.ofCustomer'>
  wordings(): CallOutput<'customers.wordings'>
  /** See `joinOnScreen`; a unit of work of its own. */
  join(join: CallParsed<'guest.join'> & { readonly phone: string }): number
  rename(customerId: number, name: string): void
  /** In the access log: what the screen showed or took of somebody. */
  noted(action: 'read' | 'change', method: 'guest.enter' | 'guest.join', customerId: number): void
}

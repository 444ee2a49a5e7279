import type { Terms } from '#backend/coupons/terms.ts'

/** A thousand won off, by hand, for everything and always; change what matters to the test. */
export const someTerms = (change: Partial<Terms> = {}): Terms => ({
  id: 1,
  kindId: 1,
  name: '천 원 할인',
  benefit: 'amount',
  value: 1_000,
  most: null,
  leastSpend: 0,
  weekdays: 127,
  fromMinute: 0,
  toMinute: 0,
  validFrom: null,
  validTo: null,
  validDays: 30,
  perPerson: null,
  inAll: null,
  personal: false,
  occasion: 'hand',
  tierId: null,
  daysBefore: 0,
  absentDays: null,
  targets: [],
  ...change,
})

/** The same as a call has it. */
export const termsToSave = (change: Partial<Terms> = {}) => {
  const { id: _id, kindId: _kind, ...terms } = someTerms(change)
  return { ...terms, targets: [...terms.targets] }
}

import { isMobilePhone, normalisePhone } from '#shared/phone.ts'

/**
 * What digits on the guest's pad mean. Eight digits are a mobile number without its 010, as people say it. Four never
 * name anybody: they may be a neighbour's. `whole` is a normalised mobile number.
 */
export const typedNumber = (
  digits: string,
):
  | { readonly is: 'whole'; readonly phone: string }
  | { readonly is: 'four' }
  | { readonly is: 'short' }
  | { readonly is: 'misfit' } => {
  if (/^\d{4}$/.test(digits)) return { is: 'four' }
  if (digits.length < 8) return { is: 'short' }
  const phone = normalisePhone(/^[1-9]\d{7}$/.test(digits) ? `010${digits}` : digits)
  return phone !== null && isMobilePhone(phone) ? { is: 'whole', phone } : { is: 'misfit' }
}

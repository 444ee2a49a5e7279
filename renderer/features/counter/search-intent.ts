import { isMobilePhone, normalisePhone } from '#shared/phone.ts'

/** What was typed into the search, seen as the start of joining. */
export interface JoinStart {
  /** As typed, or completed: digits with the leading 0 where it is a whole number. */
  readonly phone: string
  readonly name: string
  /** True when the phone is whole: joining can be offered by Enter. */
  readonly complete: boolean
}

/** Eight digits are a mobile number without its 010, as people say it. */
export const joinStart = (query: string): JoinStart => {
  const text = query.trim()
  const digits = text.replace(/[\s-]/g, '')
  if (!/^\+?\d+$/.test(digits)) return { phone: '', name: text, complete: false }
  const whole = normalisePhone(/^[1-9]\d{7}$/.test(digits) ? `010${digits}` : digits)
  return whole !== null && isMobilePhone(whole)
    ? { phone: whole, name: '', complete: true }
    : { phone: digits.length > 4 ? digits : '', name: '', complete: false }
}

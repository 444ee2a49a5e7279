/**
 * Korean phone numbers. Kept as digits with the leading 0 (`01012345678`); `+82` drops that 0.
 * Mobile prefixes 010 and the older 011, 016–019; area codes 02 and 03x–06x; 050x safe numbers, 070.
 */
const shapes: readonly RegExp[] = [
  /^010\d{8}$/,
  /^01[16789]\d{7,8}$/,
  /^02\d{7,8}$/,
  /^0(?:3[1-3]|4[1-4]|5[1-5]|6[1-4])\d{7,8}$/,
  /^050\d{8,9}$/,
  /^070\d{8}$/,
]

const toAsciiDigits = (text: string): string =>
  text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))

/** Digits with the leading 0, or null when it is no Korean phone number. */
export const normalisePhone = (text: string): string | null => {
  const cleaned = toAsciiDigits(text).replace(/[\s().\-‐-―·]/g, '')
  const digits = cleaned.replace(/^(?:\+|00)82(?:0)?/, '0')
  if (!/^\d+$/.test(digits)) return null
  return shapes.some((shape) => shape.test(digits)) ? digits : null
}

export const isMobilePhone = (digits: string): boolean => /^01[016789]/.test(digits)

/** `01012345678` → `010-1234-5678`. Takes normalised digits. */
export const formatPhone = (digits: string): string => {
  const head = digits.startsWith('02') ? 2 : digits.startsWith('050') ? 4 : 3
  return `${digits.slice(0, head)}-${digits.slice(head, -4)}-${digits.slice(-4)}`
}

/** What people say aloud and search by. */
export const lastFour = (digits: string): string => digits.slice(-4)

/** `01012345678` → `****-5678`, for screens seen by guests and for slips. */
export const maskPhone = (digits: string): string => `****-${lastFour(digits)}`

import { createHmac, timingSafeEqual } from 'node:crypto'
import { looksLikeCoupon, plainCode } from '#shared/coupon-code.ts'

/** Serials have eight digits: ten million coupons a year would last a decade. */
export const greatestSerial = 99_999_999
const signatureDigits = 7

/** The code of a serial number, signed with the shop's secret (HMAC-SHA-256, cut to seven digits). */
export const codeOf = (secret: Uint8Array, serial: number): string => {
  const number = String(serial).padStart(8, '0')
  return `1${number}${signatureOf(secret, number)}`
}

/**
 * The serial of a code, if the shop has signed it. Null for anything else: a digit that was mistyped, altered or made
 * up passes once in ten million, and then still has to be a coupon of the ledger that nobody has used.
 */
export const serialOf = (secret: Uint8Array, text: string): number | null => {
  if (!looksLikeCoupon(text)) return null
  const code = plainCode(text)
  const number = code.slice(1, 9)
  const signed = Buffer.from(signatureOf(secret, number))
  return timingSafeEqual(signed, Buffer.from(code.slice(9))) ? Number(number) : null
}

const signatureOf = (secret: Uint8Array, number: string): string => {
  const digest = createHmac('sha256', secret).update(`dangol coupon ${number}`).digest()
  return String(digest.readBigUInt64BE() % 10n ** BigInt(signatureDigits)).padStart(signatureDigits, '0')
}

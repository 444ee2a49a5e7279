import { randomBytes } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeOf, greatestSerial, serialOf } from '#backend/coupons/code.ts'
import { groupedCode, looksLikeCoupon } from '#shared/coupon-code.ts'

const secret = Buffer.alloc(32, 7)
const serial = fc.integer({ min: 1, max: greatestSerial })

describe('a coupon’s code', () => {
  it('says its serial again, however people and scanners write it down', () => {
    fc.assert(
      fc.property(serial, (number) => {
        const code = codeOf(secret, number)
        expect(looksLikeCoupon(code)).toBe(true)
        const fullWidth = code.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))
        for (const written of [
          code,
          groupedCode(code),
          code.replace(/(....)/g, '$1-'),
          ` ${code} `,
          fullWidth,
        ])
          expect(serialOf(secret, written)).toBe(number)
      }),
    )
  })

  it('with any digit altered, or of another shop, is none', () => {
    fc.assert(
      fc.property(serial, fc.nat({ max: 15 }), fc.integer({ min: 1, max: 9 }), (number, place, by) => {
        const code = codeOf(secret, number)
        const digit = String((Number(code[place]) + by) % 10)
        const altered = code.slice(0, place) + digit + code.slice(place + 1)
        expect(serialOf(secret, altered)).toBeNull()
      }),
      // Seven digits are signed: one alteration in ten million would pass, so the numbers tried stay the same.
      { seed: 20_261_122, numRuns: 2_000 },
    )
    const other = randomBytes(32)
    const strangers = Array.from({ length: 50 }, (_, index) => codeOf(other, index + 1))
    expect(strangers.filter((code) => serialOf(secret, code) !== null)).toEqual([])
  })

  it('is never seen in anything else that is typed or scanned', () => {
    for (const text of ['', '5678', '01012345678', '8801234567890', '1'.repeat(17), '2'.repeat(16), 'ㄱㅇㅎ'])
      expect(serialOf(secret, text)).toBeNull()
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => serialOf(secret, text) === null),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatPhone, isMobilePhone, lastFour, maskPhone, normalisePhone } from '#shared/phone.ts'

describe('phones', () => {
  it.each([
    ['010-1234-5678', '01012345678'],
    ['010 1234 5678', '01012345678'],
    ['+82 10-1234-5678', '01012345678'],
    ['+82 010 1234 5678', '01012345678'],
    ['0082-10-1234-5678', '01012345678'],
    ['０１０－１２３４－５６７８'.replaceAll('－', '-'), '01012345678'],
    ['(02) 123-4567', '021234567'],
    ['031.123.4567', '0311234567'],
    ['016-123-4567', '0161234567'],
    ['0507-1234-5678', '050712345678'],
  ])('%s is kept as %s', (typed, kept) => expect(normalisePhone(typed)).toBe(kept))

  it.each([
    '',
    '5678',
    '010-1234-567',
    '010-1234-56789',
    '김영희',
    '010-1234-567a',
    '+1 202 555 0100',
    '1'.repeat(40),
  ])('refuses %s', (typed) => expect(normalisePhone(typed)).toBeNull())

  it.each([
    ['01012345678', '010-1234-5678'],
    ['0161234567', '016-123-4567'],
    ['021234567', '02-123-4567'],
    ['0212345678', '02-1234-5678'],
    ['050712345678', '0507-1234-5678'],
  ])('%s is shown as %s', (kept, shown) => expect(formatPhone(kept)).toBe(shown))

  it('reads back what it shows', () => {
    const digits = fc.integer({ min: 0, max: 99_999_999 }).map((n) => `010${String(n).padStart(8, '0')}`)
    fc.assert(
      fc.property(digits, (phone) => {
        expect(normalisePhone(formatPhone(phone))).toBe(phone)
      }),
    )
  })

  it('never throws on anything typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const kept = normalisePhone(typed)
        expect(kept === null || /^0\d{8,11}$/.test(kept)).toBe(true)
      }),
    )
  })

  it('hides all but the last four', () => {
    expect(maskPhone('01012345678')).toBe('****-5678')
    expect(lastFour('01012345678')).toBe('5678')
    expect(isMobilePhone('01012345678')).toBe(true)
    expect(isMobilePhone('021234567')).toBe(false)
  })
})

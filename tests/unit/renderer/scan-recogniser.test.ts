import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRecogniser, shortestScan, signOf } from '../../../renderer/features/coupons/scan/recogniser.ts'

/** Types a text with these pauses and then Enter; what was recognised. */
const typed = (text: string, gapMs: (index: number) => number, begin = 1_000): (string | null)[] => {
  const recogniser = createRecogniser()
  let at = begin
  const heard = Array.from(text, (sign, index) => {
    at += gapMs(index)
    return recogniser.press({ sign, ends: false, at })
  })
  at += gapMs(text.length)
  return [...heard, recogniser.press({ sign: '', ends: true, at })]
}

describe('telling a scanner from fingers', () => {
  it('a code in one burst is a scan, at any speed that scanners have', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[0-9A-Za-z-]{8,30}$/),
        fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 31, maxLength: 31 }),
        (code, gaps) => {
          expect(typed(code, (index) => gaps[index] ?? 5).at(-1)).toBe(code)
        },
      ),
    )
  })

  it('a busy PC that holds keys back for a moment does not lose the code', () => {
    expect(typed('1000000112345678', (index) => (index === 7 ? 55 : 6)).at(-1)).toBe('1000000112345678')
  })

  it('fingers are never a scanner, however well they know the number', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[0-9]{1,20}$/),
        fc.array(fc.integer({ min: 61, max: 400 }), { minLength: 21, maxLength: 21 }),
        (text, gaps) => {
          expect(typed(text, (index) => gaps[index] ?? 90).every((heard) => heard === null)).toBe(true)
        },
      ),
    )
    expect(typed('1000000112345678', () => 45).at(-1)).toBeNull()
  })

  it('what is shorter than a code, or typed before it, is left alone', () => {
    expect(typed('5678', () => 2).at(-1)).toBeNull()
    expect('5678'.length).toBeLessThan(shortestScan)
    const recogniser = createRecogniser()
    for (const [index, sign] of Array.from('56').entries())
      expect(recogniser.press({ sign, ends: false, at: index * 200 })).toBeNull()
    for (const [index, sign] of Array.from('12345678').entries())
      expect(recogniser.press({ sign, ends: false, at: 1_000 + index * 5 })).toBeNull()
    expect(recogniser.press({ sign: '', ends: true, at: 1_045 })).toBe('12345678')
    expect(recogniser.press({ sign: '', ends: true, at: 1_050 })).toBeNull()
  })

  it('a clock that jumps back begins anew', () => {
    const recogniser = createRecogniser()
    for (const sign of '12345') recogniser.press({ sign, ends: false, at: 5_000 })
    for (const sign of '67890123') recogniser.press({ sign, ends: false, at: 10 })
    expect(recogniser.press({ sign: '', ends: true, at: 12 })).toBe('67890123')
  })
})

describe('the sign of a key', () => {
  it('is that of the English keyboard, also while Hangul is on', () => {
    expect(signOf('Digit7', '7', false)).toBe('7')
    expect(signOf('Numpad7', '7', false)).toBe('7')
    expect(signOf('KeyA', 'ㅁ', false)).toBe('a')
    expect(signOf('KeyA', 'Process', true)).toBe('A')
    expect(signOf('Digit1', 'Process', false)).toBe('1')
    expect(signOf('Minus', '-', false)).toBe('-')
    expect(signOf('ShiftLeft', 'Shift', true)).toBe('')
  })
})

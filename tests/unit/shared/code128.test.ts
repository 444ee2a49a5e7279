import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { code128 } from '#shared/code128.ts'
import { printedMarks, readCode } from '../../helpers/read-codes.ts'

const read = (widths: readonly number[]): string => {
  const wide = widths.reduce((sum, width) => sum + width, 0) * 0.25
  const marks = [{ is: 'bars' as const, x: 5, y: 2, module: 0.25, height: 8, widths }]
  return readCode(printedMarks(marks, { x: 0, y: 0, width: wide + 10, height: 12 }, 12), 'bars')
}
const signs = fc.constantFrom(...Array.from('0123456789012345678901234567890123456789ABZ-az $/%+'))

const signsOf = (text: string): number => ((code128(text)?.length ?? 0) - 7) / 6

describe('bars of CODE128', () => {
  it('are read by another reader as the text that was meant', () => {
    fc.assert(
      fc.property(fc.string({ unit: signs, minLength: 1, maxLength: 24 }), (text) => {
        expect(read(code128(text) ?? [])).toBe(text)
      }),
      { numRuns: 60 },
    )
  })

  it('change to pairs of digits where that is shorter, and only there', () => {
    // Start, data, check: six pairs and a digit of a card's own code, with one change between them.
    expect(signsOf('2900000000017')).toBe(1 + 6 + 2 + 1)
    expect(signsOf('12')).toBe(1 + 1 + 1)
    expect(signsOf('A12')).toBe(1 + 3 + 1)
    expect(signsOf('A123456B')).toBe(1 + 1 + 1 + 3 + 1 + 1 + 1)
  })

  it('of letters that it has not are none', () => {
    for (const text of ['', '가', '１２', 'A\n', 'é']) expect(code128(text)).toBeNull()
  })
})

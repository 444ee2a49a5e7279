import bwip from 'bwip-js/node'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { papersOf } from '#backend/receipts/paper/papers-of.ts'
import { code128Widths } from '#backend/slips/code128.ts'
import { encodeSlip } from '#backend/slips/encode.ts'
import { slipSvg } from '#backend/slips/slip-svg.ts'

const digits = fc
  .array(fc.integer({ min: 0, max: 99 }), { minLength: 1, maxLength: 12 })
  .map((pairs) => pairs.map((pair) => String(pair).padStart(2, '0')).join(''))

describe('bar codes of digits', () => {
  it('have the bars that another encoder gives them', () => {
    fc.assert(
      fc.property(digits, (text) => {
        const [first] = bwip.raw({ bcid: 'code128', text })
        if (first === undefined || !('sbs' in first)) throw new Error('No bars')
        expect(code128Widths(text)).toEqual(Array.from(first.sbs))
      }),
      { numRuns: 60 },
    )
  })

  it('of anything but ASCII are none', () => {
    for (const text of ['', '한글', '１２', 'a\n']) expect(code128Widths(text)).toBeNull()
  })

  it('of letters and digits go to the printer subset by subset, and read back the same', () => {
    for (const content of ['A-1', '123', 'DG7001234567', '{x}', '99B']) {
      const bytes = encodeSlip([{ type: 'bars', content }], 42)
      expect(papersOf(bytes, 'cp949')[0]?.codes).toMatchObject([{ symbology: 'CODE128', text: content }])
    }
  })

  it('are printed, read back and drawn as the same digits, on paper of any width', () => {
    for (const columns of [32, 42, 48] as const) {
      const bytes = encodeSlip([{ type: 'bars', content: '1000000112345678' }], columns)
      const [paper] = papersOf(bytes, 'cp949')
      expect(paper?.codes).toMatchObject([{ symbology: 'CODE128', text: '1000000112345678' }])
      expect(slipSvg(bytes, columns)).toContain('scale(2 1)')
    }
    expect(() => encodeSlip([{ type: 'bars', content: '한글' }], 42)).toThrow('printer.text-not-printable')
  })
})

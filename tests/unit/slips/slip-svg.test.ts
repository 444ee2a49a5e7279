import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeSlip } from '#backend/slips/encode.ts'
import { qrModules } from '#backend/slips/qr-modules.ts'
import { textBlock } from '#backend/slips/slip-block.ts'
import { slipSvg } from '#backend/slips/slip-svg.ts'
import { earnSlipBlocks } from '../../helpers/ready-made-slips.ts'
import { aSlip } from './a-slip.ts'

const drawn = slipSvg(encodeSlip(earnSlipBlocks(aSlip, 42), 42), 42)

test('shows every line of the slip and its code', () => {
  const texts = earnSlipBlocks(aSlip, 42).flatMap((block) => (block.type === 'text' ? [block.text] : []))
  for (const text of texts) expect(drawn).toContain(`>${text.trimEnd()}<`)
  const dark = qrModules(aSlip.shop.qr)?.flat().filter(Boolean).length
  expect(drawn.match(/h1v1h-1z/g)?.length).toBe(dark)
})

test('needs no style, no script and nothing from elsewhere', () => {
  expect(drawn).not.toMatch(/style=|<style|<script|href|on\w+=|url\(/)
})

test('signs that mean something in the picture’s own language are plain text', () => {
  const svg = slipSvg(encodeSlip([textBlock('<b> & "빵"')], 32), 32)
  expect(svg).toContain('&lt;b&gt; &amp; "빵"')
})

test('columns stand whatever the font: each text has its length', () => {
  const lengths = [...drawn.matchAll(/textLength="(\d+)"/g)].map((match) => Number(match[1]))
  expect(Math.max(...lengths)).toBe(42 * 12)
  expect(lengths.length).toBe(drawn.match(/<text /g)?.length)
})

test('any bytes give a picture that is well formed', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      const svg = slipSvg(bytes, 42)
      const opened = svg.match(/<text /g)?.length ?? 0
      expect(svg.match(/<\/text>/g)?.length ?? 0).toBe(opened)
      expect(svg).not.toMatch(/[\u0000-\u0008\u000b-\u001f]|NaN|Infinity/)
      expect(svg.isWellFormed()).toBe(true)
    }),
  )
})

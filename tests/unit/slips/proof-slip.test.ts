import { describe, expect, it } from 'vitest'
import { encodeSlip } from '#backend/slips/encode.ts'
import { proofValues } from '#backend/slips/proof-slip.ts'
import { layOut } from '#backend/slips/templates/lay-out.ts'
import { readyMade } from '#backend/slips/templates/ready-made.ts'
import { displayWidth } from '#shared/display-width.ts'

const proof = {
  shop: '달빛정류장',
  at: Date.UTC(2026, 10, 22, 12, 4),
  customers: 1_234,
  receipts: 56_789,
  checkCode: '0A1B2C3D',
  provenAt: Date.UTC(2026, 10, 22, 12, 6),
}

describe('the proof of a backup', () => {
  for (const columns of [32, 42, 48] as const)
    it(`says when, how many and its code, ${columns} columns wide`, () => {
      const blocks = layOut(readyMade('proof'), proofValues(proof), columns)
      const text = blocks.flatMap((block) => (block.type === 'text' ? [block] : []))
      for (const line of text) expect(displayWidth(line.text) * line.width).toBeLessThanOrEqual(columns)
      const said = text.map((line) => line.text).join('\n')
      for (const part of ['2026-11-22 21:04', '2026-11-22 21:06', '1,234명', '56,789건', '0A1B2C3D'])
        expect(said).toContain(part)
      expect(encodeSlip(blocks, columns).length).toBeGreaterThan(100)
    })
})

import { describe, expect, test } from 'vitest'
import { tokenize } from '#backend/receipts/escpos/tokenizer.ts'
import { papersOf } from '#backend/receipts/paper/papers-of.ts'
import { encodeSlip } from '#backend/slips/encode.ts'
import { markedReprint } from '#backend/slips/reprint.ts'
import { textBlock } from '#backend/slips/slip-block.ts'
import { displayWidth } from '#shared/display-width.ts'
import { earnSlipBlocks } from '../../helpers/ready-made-slips.ts'
import { linesBySecondDecoder } from '../../helpers/second-decoder.ts'
import { aSlip } from './a-slip.ts'

const widths = [32, 42, 48] as const
const bytesAt = (columns: (typeof widths)[number]): Uint8Array =>
  encodeSlip(earnSlipBlocks(aSlip, columns), columns)
const linesOf = (bytes: Uint8Array): string[] =>
  papersOf(bytes, 'cp949').flatMap((paper) => paper.lines.map((line) => line.text))

/** It does not know `GS ( k`: those are passed over by the lengths that they name. */
const withoutSymbols = (bytes: Uint8Array): Uint8Array => {
  const kept: number[] = []
  for (let place = 0; place < bytes.length; place += 1) {
    const isSymbol = bytes[place] === 0x1d && bytes[place + 1] === 0x28 && bytes[place + 2] === 0x6b
    if (isSymbol) place += 4 + (bytes[place + 3] ?? 0) + (bytes[place + 4] ?? 0) * 256
    else kept.push(bytes[place] ?? 0)
  }
  return Uint8Array.from(kept)
}

describe.each(widths)('at %i columns', (columns) => {
  const bytes = bytesAt(columns)
  const blocks = earnSlipBlocks(aSlip, columns)

  test('begins with reset, Hangul on and Korean signs, and ends with one cut', () => {
    expect(Buffer.from(bytes.subarray(0, 7)).toString('hex')).toBe('1b401c261b520d')
    const papers = papersOf(bytes, 'cp949')
    expect(papers).toHaveLength(1)
    expect(papers[0]?.endedBy).toBe('cut')
    expect(papers[0]?.drawerPulses).toBe(0)
  })

  test('our decoder reads back every line with its size, weight and place', () => {
    const printed = papersOf(bytes, 'cp949')[0]?.lines.filter((line) => line.text !== '') ?? []
    const meant = blocks.filter((block) => block.type === 'text')
    expect(printed.map((line) => line.text)).toEqual(meant.map((block) => block.text.trimEnd()))
    expect(printed.map((line) => line.align)).toEqual(meant.map((block) => block.align))
    expect(printed.map((line) => line.runs.map((run) => [run.width, run.height, run.bold]))).toEqual(
      meant.map((block) => [[block.width, block.height, block.bold]]),
    )
  })

  test('a decoder that is not ours reads the same text, none of it wider than the paper', async () => {
    const lines = (await linesBySecondDecoder(withoutSymbols(bytes))).filter((line) => line !== '')
    const meant = blocks.flatMap((block) => (block.type === 'text' ? [block.text.trimEnd()] : []))
    expect(lines).toEqual(meant)
    for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(columns)
  })

  test('the code stands at the end and leads where the shop wants', () => {
    const codes = papersOf(bytes, 'cp949').flatMap((paper) => paper.codes)
    expect(codes).toEqual([expect.objectContaining({ symbology: 'QR', text: aSlip.shop.qr })])
  })

  test('holds no unknown command and nothing that switches the code page', () => {
    const types = tokenize(bytes).map((token) => token.type)
    expect(types).not.toContain('unknown')
    expect(types).not.toContain('ESC t')
  })
})

test('a double-width line is wide, not tall: GS ! has width in its upper half', () => {
  const bytes = encodeSlip([textBlock('넓게', { width: 2, height: 1 })], 42)
  const run = papersOf(bytes, 'cp949')[0]?.lines[0]?.runs[0]
  expect([run?.width, run?.height]).toEqual([2, 1])
})

test.each([['한글'], [''], ['a\u001bb'], ['x'.repeat(3000)]])(
  'a code of %j is refused before anything is sent',
  (content) => {
    expect(() => encodeSlip([{ type: 'qr', content }], 42)).toThrow(
      expect.objectContaining({ code: 'printer.text-not-printable' }),
    )
  },
)

describe('a reprint', () => {
  test('is the same slip below a mark', () => {
    const first = bytesAt(42)
    const lines = linesOf(markedReprint(first, 1, 42))
    expect(lines[0]?.trim()).toBe('재출력')
    expect(lines.slice(1).filter((line) => line !== '')).toEqual(linesOf(first).filter((line) => line !== ''))
  })
  test('says which copy it is, and still begins and ends as a slip does', () => {
    const again = markedReprint(bytesAt(32), 3, 32)
    expect(linesOf(again)[0]?.trim()).toBe('재출력 3')
    expect(Buffer.from(again.subarray(0, 7)).toString('hex')).toBe('1b401c261b520d')
    expect(papersOf(again, 'cp949').map((paper) => paper.endedBy)).toEqual(['cut'])
  })
  test('the mark’s look does not spill into the slip', () => {
    const [mark, ...rest] = papersOf(markedReprint(bytesAt(42), 1, 42), 'cp949')[0]?.lines ?? []
    expect(mark?.runs[0]?.inverse).toBe(true)
    expect(rest.flatMap((line) => line.runs).some((run) => run.inverse)).toBe(false)
    expect(rest.find((line) => line.text.startsWith('----'))?.align).toBe('left')
  })
})

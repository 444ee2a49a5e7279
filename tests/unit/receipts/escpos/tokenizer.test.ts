import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Token } from '#backend/receipts/escpos/token.ts'
import { createTokenizer, longestTextRun, tokenize } from '#backend/receipts/escpos/tokenizer.ts'
import { cutAt, printerBytes } from '../../../helpers/printer-bytes.ts'

const shape = (tokens: readonly Token[]): [string, number][] => tokens.map((t) => [t.type, t.length])

const inPieces = (pieces: readonly Uint8Array[], maxKeptBytes?: number): Token[] => {
  const tokenizer = createTokenizer(maxKeptBytes === undefined ? {} : { maxKeptBytes })
  return [...pieces.flatMap((piece) => tokenizer.push(piece)), ...tokenizer.end()]
}

/** Bytes as they come from a POS and as they never should: commands, Hangul, and anything. */
const streams = fc
  .array(
    fc.oneof(
      fc.uint8Array({ maxLength: 24 }).map((bytes) => [...bytes]),
      fc
        .tuple(fc.constantFrom(0x10, 0x1b, 0x1c, 0x1d), fc.integer({ min: 0, max: 255 }))
        .map(([lead, second]) => [lead, second]),
      fc.constantFrom(
        [0x1d, 0x76, 0x30, 0, 2, 0, 2, 0],
        [0x1d, 0x28, 0x6b, 3, 0],
        [0x1d, 0x38, 0x4c, 9, 0, 0, 0],
        [0x1c, 0x71, 2, 1, 0, 1, 0],
        [0x1b, 0x26, 2, 65, 67],
        [0x1d, 0x6b, 4],
        [0x1b, 0x44, 8],
      ),
      fc.constantFrom([0xb0, 0xa1], [0x8c, 0x63], [0x0d, 0x0a], [0x20, 0x41]),
    ),
    { maxLength: 40 },
  )
  .map((parts) => Uint8Array.from(parts.flat()))

describe('tokens of any bytes', () => {
  it('cover every byte exactly once, in order, with the bytes themselves', () => {
    fc.assert(
      fc.property(streams, (bytes) => {
        const tokens = tokenize(bytes)
        let offset = 0
        for (const token of tokens) {
          expect(token.offset).toBe(offset)
          expect(token.length).toBeGreaterThan(0)
          expect([...token.bytes]).toEqual([...bytes.subarray(offset, offset + token.length)])
          offset += token.length
        }
        expect(offset).toBe(bytes.length)
        expect(tokens.slice(0, -1).every((token) => token.truncated === undefined)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('are the same however the stream is cut into chunks', () => {
    fc.assert(
      fc.property(streams, fc.array(fc.nat(), { maxLength: 12 }), (bytes, places) => {
        expect(inPieces(cutAt(bytes, places))).toEqual(tokenize(bytes))
      }),
      { numRuns: 500 },
    )
  })

  it('are the same byte by byte', () => {
    fc.assert(
      fc.property(streams, (bytes) => {
        expect(inPieces([...bytes].map((byte) => Uint8Array.of(byte)))).toEqual(tokenize(bytes))
      }),
      { numRuns: 200 },
    )
  })
})

describe('text', () => {
  it('is everything printable, the second bytes of Hangul included', () => {
    // 똠 is 8C 63: its second byte is an ASCII letter.
    expect(shape(tokenize(printerBytes('합계 1,000 똠\n')))).toEqual([
      ['text', 13],
      ['control', 1],
    ])
    expect(shape(tokenize(Buffer.from('합계 €\n')))).toEqual([
      ['text', 10],
      ['control', 1],
    ])
  })

  it('is closed at a fixed length, wherever the chunks end', () => {
    const bytes = new Uint8Array(longestTextRun * 2 + 5).fill(0x41)
    const lengths = [longestTextRun, longestTextRun, 5]
    expect(tokenize(bytes).map((t) => t.length)).toEqual(lengths)
    expect(inPieces(cutAt(bytes, [1, 4095, 4097, 5000])).map((t) => t.length)).toEqual(lengths)
  })

  it('takes DEL and the control bytes one by one', () => {
    expect(shape(tokenize(Uint8Array.of(0x00, 0x7f, 0x09, 0x18, 0x0d, 0x0a)))).toEqual(
      Array.from({ length: 6 }, () => ['control', 1]),
    )
  })
})

describe('traps of real streams', () => {
  it('passes over a raster whose payload holds line feeds, Hangul and ESC a', () => {
    const payload = printerBytes('배달', [0x0a, 0x1b, 0x61, 0x01], '12\n\n')
    expect(payload).toHaveLength(12)
    const bytes = printerBytes([0x1d, 0x76, 0x30, 0x30, 4, 0, 3, 0], [...payload], 'A')
    expect(shape(tokenize(bytes))).toEqual([
      ['GS v 0', 20],
      ['text', 1],
    ])
  })

  it('does not take the parameter 10h for DLE, nor a printable parameter for text', () => {
    expect(
      shape(tokenize(Uint8Array.of(0x1d, 0x21, 0x10, 0x04, 0x1b, 0x21, 0x10, 0x1b, 0x33, 0x28))),
    ).toEqual([
      ['GS !', 3],
      ['control', 1],
      ['ESC !', 3],
      ['ESC 3', 3],
    ])
  })

  it('leaves vendor bytes after ESC @ and after vendor italics outside the command', () => {
    expect(shape(tokenize(printerBytes([0x1b, 0x40, 0x01], [0x1b, 0x34], 'Italic', [0x1b, 0x35])))).toEqual([
      ['ESC @', 2],
      ['control', 1],
      ['ESC 4', 2],
      ['text', 6],
      ['ESC 5', 2],
    ])
  })

  it('tells of a last command cut off, be it one byte or in the middle of GS 8 L', () => {
    expect(tokenize(printerBytes('A', 0x1b)).at(-1)).toMatchObject({
      type: 'unknown',
      length: 1,
      truncated: true,
    })
    expect(tokenize(printerBytes('A', [0x1d, 0x38, 0x4c, 0, 1, 0, 0], '123')).at(-1)).toMatchObject({
      offset: 1,
      type: 'GS 8 L',
      length: 10,
      truncated: true,
    })
  })

  it('starts afresh after the end of a stream, with offsets that go on', () => {
    const tokenizer = createTokenizer()
    tokenizer.push(printerBytes([0x1d, 0x38, 0x4c, 0xff, 0xff, 0xff, 0xff], 'lost'))
    expect(tokenizer.end()).toMatchObject([{ length: 11, truncated: true }])
    expect(tokenizer.end()).toEqual([])
    expect(tokenizer.push(printerBytes('A\n'))).toMatchObject([
      { offset: 11, length: 1, type: 'text' },
      { offset: 12, length: 1, type: 'control' },
    ])
  })
})

describe('memory', () => {
  it('keeps the first bytes of a long payload and counts the rest', () => {
    const announced = 3_000_000
    const head = [0x1d, 0x38, 0x4c, announced & 0xff, (announced >> 8) & 0xff, announced >> 16, 0]
    const chunk = new Uint8Array(100_000).fill(0x41)
    const tokenizer = createTokenizer({ maxKeptBytes: 1000 })
    const tokens = tokenizer.push(Uint8Array.from(head))
    for (let sent = 0; sent < announced; sent += chunk.length) tokens.push(...tokenizer.push(chunk))
    expect(tokens).toHaveLength(1)
    expect(tokens[0]).toMatchObject({ type: 'GS 8 L', length: 7 + announced })
    expect(tokens[0]?.bytes).toHaveLength(1000)
  })

  it('is not waited for where a command announces more than is allowed', () => {
    const bytes = printerBytes([0x1d, 0x38, 0x4c, 0xff, 0xff, 0xff, 0xff], 'ABC\n')
    const tokenizer = createTokenizer({ maxCommandBytes: 5000 })
    const tokens = [...bytes].flatMap((byte) => tokenizer.push(Uint8Array.of(byte)))
    expect(tokens).toMatchObject([
      { type: 'GS 8 L', length: 7, truncated: true },
      { type: 'text', length: 3 },
      { type: 'control', length: 1 },
    ])
    const images = printerBytes([0x1c, 0x71, 2, 10, 0, 10, 0], [...new Uint8Array(800)], [100, 0, 10, 0], 'A')
    expect(createTokenizer({ maxCommandBytes: 5000 }).push(images)[0]).toMatchObject({
      length: 811,
      truncated: true,
    })
  })

  it('keeps as much of a token that came in one chunk as of one that came in many', () => {
    const bytes = printerBytes([0x1d, 0x28, 0x4c, 0x00, 0x10], '1'.repeat(4096), 'A')
    const whole = tokenize(bytes, { maxKeptBytes: 300 })
    expect(whole[0]?.bytes).toHaveLength(300)
    expect(inPieces(cutAt(bytes, [2, 9, 400, 4100]), 300)).toEqual(whole)
  })
})

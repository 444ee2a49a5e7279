import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Paper } from '#backend/receipts/paper/paper.ts'
import { createPaperMaker } from '#backend/receipts/paper/paper-maker.ts'
import { papersOf } from '#backend/receipts/paper/papers-of.ts'
import { cutAt, printerBytes } from '../../../helpers/printer-bytes.ts'

/** What POS send, in any order and with anything in between. */
const piece = fc.oneof(
  fc
    .constantFrom('합계 1,000원', '똠 ', '\r\n', '\n', '\n\r', '\t', '   ', 'é')
    .map((text) => printerBytes(text)),
  fc
    .constantFrom(
      [0x1b, 0x40],
      [0x1d, 0x56, 0],
      [0x1b, 0x69],
      [0x1d, 0x56, 66, 3],
      [0x1b, 0x3d, 2],
      [0x1b, 0x3d, 1],
      [0x1b, 0x70, 0, 1, 1],
      [0x1d, 0x21, 0x11],
      [0x1c, 0x57, 1],
      [0x1b, 0x61, 1],
      [0x1b, 0x64, 2],
      [0x1b, 0x24, 90, 0],
      [0x1b, 0x5c, 0xf0, 0xff],
      [0x1b, 0x4c],
      [0x0c],
      [0x18],
      [0x1d, 0x76, 0x30, 0, 1, 0, 2, 0, 9, 9],
      [0x1b, 0x2a, 33, 1, 0, 1, 2, 3],
      [0x1d, 0x6b, 4, 0x31, 0],
      [0x1d, 0x38, 0x4c, 9, 0, 0, 0, 48, 112],
    )
    .map((bytes) => Uint8Array.from(bytes)),
  fc.uint8Array({ maxLength: 12 }),
)
const streams = fc
  .array(piece, { maxLength: 40 })
  .map((pieces) => Uint8Array.from(pieces.flatMap((p) => [...p])))
const encodings = fc.constantFrom('cp949' as const, 'utf8' as const)

const without = ({ from: _from, to: _to, endedBy: _endedBy, ...paper }: Paper): unknown => paper

describe('papers of any bytes', () => {
  it('are the same however the stream is cut into chunks', () => {
    fc.assert(
      fc.property(streams, encodings, fc.array(fc.nat(), { maxLength: 10 }), (bytes, encoding, places) => {
        const maker = createPaperMaker({ encoding })
        const papers = cutAt(bytes, places).flatMap((chunk) => maker.push(chunk))
        expect([...papers, ...maker.close()]).toEqual(papersOf(bytes, encoding))
      }),
      { numRuns: 400 },
    )
  })

  it('follow one another without overlap, within the stream', () => {
    fc.assert(
      fc.property(streams, encodings, (bytes, encoding) => {
        let to = 0
        for (const paper of papersOf(bytes, encoding)) {
          expect(paper.from).toBe(to)
          expect(paper.to).toBeGreaterThan(paper.from)
          to = paper.to
        }
        expect(to).toBeLessThanOrEqual(bytes.length)
      }),
      { numRuns: 400 },
    )
  })

  it('come out the same when their own bytes are read again', () => {
    fc.assert(
      fc.property(streams, encodings, (bytes, encoding) => {
        for (const paper of papersOf(bytes, encoding)) {
          const again = papersOf(bytes.slice(paper.from, paper.to), encoding)
          expect(again.map(without)).toEqual([without(paper)])
        }
      }),
      { numRuns: 400 },
    )
  })

  it('lose no letter of plain text', () => {
    const line = fc.string({
      unit: fc.constantFrom('가', '힣', '똠', 'A', '1', ',', '-'),
      minLength: 1,
      maxLength: 30,
    })
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 20 }),
        fc.constantFrom('\n', '\r\n', '\n\r'),
        (lines, end) => {
          const [paper] = papersOf(printerBytes(lines.join(end)), 'cp949')
          expect(paper?.lines.map((l) => l.text)).toEqual(lines)
        },
      ),
    )
  })
})

describe('ten megabytes of noise', () => {
  it('end as papers of bounded size', () => {
    const noise = new Uint8Array(10_000_000)
    let seed = 12_345
    for (let i = 0; i < noise.length; i++) {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
      noise[i] = seed >>> 24
    }
    const maker = createPaperMaker({ encoding: 'cp949' })
    let lines = 0
    for (let at = 0; at < noise.length; at += 65_536) {
      for (const paper of maker.push(noise.subarray(at, at + 65_536))) {
        lines += paper.lines.length
        expect(paper.lines.length).toBeLessThan(6000)
      }
    }
    maker.close()
    expect(lines).toBeGreaterThan(0)
  })
})

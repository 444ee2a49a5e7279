import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTill } from '#backend/devices/simulated/receipt-bytes.ts'
import { createStreamSet, type ReadyPapers } from '#backend/receipts/intake/stream-set.ts'
import { cutAt, printerBytes } from '../../helpers/printer-bytes.ts'

const gap = 500
const set = () => createStreamSet(() => gap)
const texts = (ready: readonly ReadyPapers[]): string[] =>
  ready.flatMap((group) => group.papers.map(({ paper }) => paper.lines.map((line) => line.text).join('/')))
const capture = (seq: number, at: number, bytes: Uint8Array, streamKey = 'pos') => ({
  seq,
  at,
  bytes,
  streamKey,
  encoding: 'cp949' as const,
  closes: false,
})

describe('streams of captures', () => {
  it('end a paper at once by its cut', () => {
    const streams = set()
    const ready = streams.take(capture(1, 0, printerBytes('가나다', [0x0a, 0x1d, 0x56, 0x00])))
    expect(texts(ready)).toEqual(['가나다'])
    expect(streams.unreadSince()).toBeNull()
  })

  it('end one without a cut by silence, told from the captures’ own times or by the clock', () => {
    const streams = set()
    expect(streams.take(capture(1, 0, printerBytes('하나', 0x0a)))).toEqual([])
    expect(streams.take(capture(2, gap - 1, printerBytes('둘', 0x0a)))).toEqual([])
    const first = streams.take(capture(3, 2 * gap, printerBytes('셋', 0x0a)))
    expect(texts(first)).toEqual(['하나/둘'])
    expect(streams.unreadSince()).toBe(3)
    expect(streams.silence('pos', 2 * gap + 100, gap)).toEqual({ ready: [], leftMs: gap - 100 })
    expect(texts(streams.silence('pos', 3 * gap, gap).ready)).toEqual(['셋'])
    // The clock was set back by years since it spoke: nobody waits until it has come there again.
    streams.take(capture(4, 20 * gap, printerBytes('넷', 0x0a)))
    expect(texts(streams.silence('pos', gap, gap).ready)).toEqual(['넷'])
  })

  it('do not mix, and end when they are closed', () => {
    const streams = set()
    streams.take(capture(1, 0, printerBytes('왼쪽', 0x0a), 'a'))
    streams.take(capture(2, 1, printerBytes('오른쪽', 0x0a), 'b'))
    expect(streams.unfinished().map((one) => one.streamKey)).toEqual(['a', 'b'])
    expect(texts(streams.take({ ...capture(3, 2, new Uint8Array(0), 'a'), closes: true }))).toEqual(['왼쪽'])
    expect(streams.unreadSince()).toBe(2)
    expect(texts(streams.end('b'))).toEqual(['오른쪽'])
    expect(streams.end('b')).toEqual([])
  })

  it('place every paper where it stands in its captures, however the bytes were cut up', () => {
    const till = createTill({ seed: 2, returns: 0 })
    const whole = Buffer.concat([0, 1, 2].map((index) => till.next(index * 60_000).bytes))
    fc.assert(
      fc.property(fc.array(fc.nat({ max: whole.length }), { maxLength: 12 }), (places) => {
        const pieces = cutAt(whole, places)
        const streams = set()
        const papers = pieces
          .flatMap((piece, index) => streams.take(capture(index + 1, 0, piece)))
          .flatMap((one) => one.papers)
        papers.push(...streams.end('pos').flatMap((one) => one.papers))
        expect(papers).toHaveLength(3)
        for (const { paper, captureSeq, fromByte, toByte, bytes, next } of papers) {
          const before = pieces.slice(0, captureSeq - 1).reduce((sum, piece) => sum + piece.length, 0)
          expect(before + fromByte).toBe(paper.from)
          expect(toByte - fromByte).toBe(bytes.length)
          expect(Buffer.compare(bytes, whole.subarray(paper.from, paper.to))).toBe(0)
          const beforeNext = pieces.slice(0, next.seq - 1).reduce((sum, piece) => sum + piece.length, 0)
          expect(beforeNext + next.offset).toBe(paper.to)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('go on at any place with the same papers', () => {
    const till = createTill({ seed: 4, returns: 0 })
    const whole = Buffer.concat([0, 1, 2, 3].map((index) => till.next(index * 60_000).bytes))
    const pieces = cutAt(whole, [300, 900, 1400, 2000])
    const first = set()
    const papers = pieces
      .flatMap((piece, index) => first.take(capture(index + 1, 0, piece)))
      .flatMap((one) => one.papers)
    for (const [index, paper] of papers.entries()) {
      const again = createStreamSet(() => gap, new Map([['pos', paper.next]]))
      const rest = pieces
        .flatMap((piece, place) => again.take(capture(place + 1, 0, piece)))
        .flatMap((one) => one.papers)
      const place = (one: (typeof papers)[number]) => [one.captureSeq, one.fromByte, one.toByte]
      expect(rest.map(place)).toEqual(papers.slice(index + 1).map(place))
    }
  })

  it('stay within bounds on bytes that print nothing', () => {
    const streams = set()
    for (let seq = 1; seq <= 40; seq += 1) streams.take(capture(seq, seq, new Uint8Array(512 * 1024)))
    expect(streams.unreadSince() ?? 40).toBeGreaterThan(20)
  })
})

import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { cellsIn } from '#backend/receipts/paper/cells.ts'
import { decodeCp949 } from '#backend/receipts/paper/cp949.ts'
import { papersOf } from '#backend/receipts/paper/papers-of.ts'
import { hangulInUtf8 } from '#backend/receipts/paper/utf8.ts'

const strict = new TextDecoder('utf-8', { fatal: true })

describe('CP949', () => {
  it('is decoded as iconv-lite decodes it, every pair of bytes', () => {
    const texts: string[] = []
    const expected: string[] = []
    for (let lead = 0x80; lead <= 0xff; lead++) {
      const bytes = new Uint8Array(256 * 3)
      for (let trail = 0; trail < 256; trail++) bytes.set([lead, trail, 0x2e], trail * 3)
      texts.push(decodeCp949(bytes))
      expected.push(iconv.decode(Buffer.from(bytes), 'cp949'))
    }
    expect(texts).toEqual(expected)
  })

  it('is decoded as iconv-lite decodes it, any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        // A lead byte at the very end is not shown by iconv-lite; here no byte is lost.
        const closed = Uint8Array.from([...bytes, 0x2e])
        expect(decodeCp949(closed)).toBe(iconv.decode(Buffer.from(closed), 'cp949'))
      }),
    )
  })

  it('takes as many cells as bytes', () => {
    for (const text of ['합계 1,000', '똠방각하', '─━│', '①㈜★', 'ＡＢ　']) {
      expect(cellsIn(text)).toBe(iconv.encode(text, 'cp949').length)
    }
  })
})

describe('UTF-8', () => {
  it('is told from other bytes as strictly as the platform does', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 12 }),
          fc.string({ unit: 'binary', maxLength: 6 }).map((text) => new Uint8Array(Buffer.from(text))),
          fc.uint8Array({ min: 0x7e, maxLength: 5 }),
        ),
        (bytes) => {
          let text: string | null = null
          try {
            text = strict.decode(bytes)
          } catch {
            text = null
          }
          expect(hangulInUtf8(bytes)).toBe(text === null ? null : (text.match(/[가-힣]/g) ?? []).length)
        },
      ),
      { numRuns: 2000 },
    )
  })
})

/** The text of the only paper, each line ended. */
const text = (bytes: Uint8Array, encoding: 'cp949' | 'utf8'): string =>
  `${papersOf(bytes, encoding)[0]
    ?.lines.map((line) => line.text)
    .join('\n')}\n`

describe('a source', () => {
  const receipt = '합계        17,000원\n부가세       1,545원\n감사합니다\n'

  it.each(['cp949', 'utf8'] as const)('set to %s reads either encoding', (declared) => {
    expect(text(iconv.encode(receipt, 'cp949'), declared)).toBe(receipt)
    expect(text(Buffer.from(receipt), declared)).toBe(receipt)
  })

  it.each(['원', '가', '합계', '김밥', '영수증', '고객님 감사합니다', '똠', '(小)', '㈜단골'])(
    'set to CP949 never takes %s for UTF-8',
    (word) => {
      expect(text(iconv.encode(word, 'cp949'), 'cp949')).toBe(`${word}\n`)
    },
  )

  it('reads any Hangul sentence of CP949 as such', () => {
    const syllable = fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCharCode(code))
    fc.assert(
      fc.property(fc.string({ unit: syllable, minLength: 4, maxLength: 40 }), (words) => {
        expect(text(iconv.encode(words, 'cp949'), 'cp949')).toBe(`${words}\n`)
      }),
    )
  })

  it('in UTF-8 may break a character over two lines', () => {
    const bytes = Buffer.from('합계\n부가세\n과세\n면세\n감사합니다\n단골')
    const broken = Buffer.concat([bytes.subarray(0, -2), Buffer.of(0x0a), bytes.subarray(-2)])
    const lines = papersOf(broken, 'cp949')[0]?.lines.map((line) => line.text)
    expect(lines?.slice(0, 6)).toEqual(['합계', '부가세', '과세', '면세', '감사합니다', '단\ufffd'])
  })

  it('that broke off within a character still shows the rest', () => {
    expect(papersOf(iconv.encode('합계', 'cp949').subarray(0, 3), 'cp949')[0]?.lines[0]?.text).toBe(
      '합\ufffd',
    )
    expect(papersOf(Buffer.from('합계').subarray(0, 5), 'utf8')[0]?.lines[0]?.text).toBe('합\ufffd')
  })

  it('in UTF-8 has its columns by cells, not bytes', () => {
    const bytes = Buffer.concat([Buffer.from('합계'), Buffer.of(0x09), Buffer.from('é 1\n')])
    const [line] = papersOf(bytes, 'utf8')[0]?.lines ?? []
    expect(line?.text).toBe('합계    é 1')
    expect(line?.runs.map((run) => run.column)).toEqual([0, 8])
  })
})

import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { papersOf } from '#backend/receipts/paper/papers-of.ts'
import { type PrinterPart, printerBytes } from '../../../helpers/printer-bytes.ts'
import { linesBySecondDecoder } from '../../../helpers/second-decoder.ts'

const init = [0x1b, 0x40]
const cut = [0x1d, 0x56, 66, 0]
const bold = (on: 0 | 1): number[] => [0x1b, 0x45, on]
const align = (n: number): number[] => [0x1b, 0x61, n]
const size = (n: number): number[] => [0x1d, 0x21, n]

const row = (name: string, amount: string): string => {
  const blanks = 42 - iconv.encode(name, 'cp949').length - amount.length
  return `${name}${' '.repeat(blanks)}${amount}\n`
}

const written = (lines: readonly string[]): string[] => lines.filter((line) => line !== '')

// npos gives up at GS ( k and knows neither tabs nor positions: these have tests of their own.
const sale: readonly PrinterPart[] = [
  init,
  align(1),
  size(0x11),
  '견본분식\n',
  size(0),
  align(0),
  row('상품명', '금액'),
  `${'-'.repeat(42)}\n`,
  row('김밥', '3,500') + row('똠얌국수', '9,000'),
  bold(1),
  row('합계금액', '12,500'),
  bold(0),
  '감사합니다\n',
  cut,
]

const withRaster: readonly PrinterPart[] = [
  init,
  '주문번호: A-12\r\n',
  [0x1d, 0x76, 0x30, 0, 4, 0, 2, 0],
  '\n합계\n\n',
  '\r\n',
  row('아메리카노', '4,500'),
  cut,
]

describe('npos reads the same text in the same columns', () => {
  it.each([
    ['a sale with sizes and weights', sale],
    ['CR LF, and a raster full of text', withRaster],
  ])('%s', async (_name, parts) => {
    const bytes = printerBytes(...parts)
    const ours = papersOf(bytes, 'cp949').flatMap((paper) => paper.lines.map((line) => line.text))
    const theirs = await linesBySecondDecoder(bytes)
    expect(written(ours)).toEqual(written(theirs))
    expect(ours.some((line) => iconv.encode(line, 'cp949').length === 42)).toBe(true)
  })
})

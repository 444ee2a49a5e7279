import { describe, expect, it } from 'vitest'
import { mostImageBytes } from '#backend/receipts/paper/images.ts'
import type { Paper } from '#backend/receipts/paper/paper.ts'
import { papersOf } from '#backend/receipts/paper/papers-of.ts'
import { type PrinterPart, printerBytes } from '../../../helpers/printer-bytes.ts'

const paperOf = (...parts: PrinterPart[]): Paper | undefined => papersOf(printerBytes(...parts), 'cp949')[0]

const bitsOf = (paper: Paper | undefined): number[][] | undefined =>
  paper?.images.map((image) => [image.line, image.widthDots, image.heightDots, ...(image.bits ?? [])])

describe('images', () => {
  it('of GS v 0 stand between their lines, row by row', () => {
    const raster = [0x1d, 0x76, 0x30, 0, 2, 0, 2, 0, 0xff, 0x0a, 0x1b, 0x40]
    const paper = paperOf('위\n', raster, '아래\n')
    expect(paper?.lines.map((line) => line.text)).toEqual(['위', '아래'])
    expect(bitsOf(paper)).toEqual([[1, 16, 2, 0xff, 0x0a, 0x1b, 0x40]])
  })

  it('of ESC * come by columns and are kept by rows; their line feeds make no lines', () => {
    // Three columns of eight dots: all, the top one, the lowest one.
    const slice = [0x1b, 0x2a, 0, 3, 0, 0xff, 0x80, 0x01, 0x0a]
    const paper = paperOf(slice, slice, '아래\n')
    const rows = [0b1100_0000, ...Array<number>(6).fill(0b1000_0000), 0b1010_0000]
    expect(bitsOf(paper)).toEqual([
      [0, 3, 8, ...rows],
      [0, 3, 8, ...rows],
    ])
    expect(paper?.lines.map((line) => line.text)).toEqual(['아래'])
  })

  it('of 24 dots have three bytes to the column', () => {
    const paper = paperOf([0x1b, 0x2a, 33, 1, 0, 0x80, 0x00, 0x01, 0x0a])
    expect(bitsOf(paper)).toEqual([[0, 1, 24, 0x80, ...Array<number>(22).fill(0), 0x80]])
  })

  it.each([
    ['GS ( L', [0x1d, 0x28, 0x4c, 12, 0]],
    ['GS 8 L', [0x1d, 0x38, 0x4c, 12, 0, 0, 0]],
  ])('of %s are stored first and stand where they are printed', (_name, head) => {
    const store = [...head, 48, 112, 48, 1, 1, 49, 8, 0, 2, 0, 0xaa, 0x55]
    const print = [0x1d, 0x28, 0x4c, 2, 0, 48, 50]
    expect(bitsOf(paperOf(store, '위\n', print, '아래\n'))).toEqual([[1, 8, 2, 0xaa, 0x55]])
    expect(paperOf(store, '위\n')?.images).toEqual([])
  })

  it('of GS * are printed by GS /, as often as asked', () => {
    const define = [0x1d, 0x2a, 1, 1, 0x80, 0, 0, 0, 0, 0, 0, 0x01]
    const image = [0, 8, 8, 0x80, 0, 0, 0, 0, 0, 0, 0x01]
    const paper = paperOf(define, [0x1d, 0x2f, 0, 0x1d, 0x2f, 0])
    expect(bitsOf(paper)).toEqual([image, image])
  })

  it('kept in the printer are known to be there, not what they show', () => {
    const { images } = paperOf([0x1c, 0x70, 1, 0x30], '\n가\n') ?? { images: [] }
    expect(images).toEqual([{ line: 0, widthDots: 0, heightDots: 0, bits: null }])
  })

  it('alone make a paper, be they whole or cut off', () => {
    expect(paperOf([0x1d, 0x76, 0x30, 0, 1, 0, 1, 0, 0xff])).toMatchObject({
      lines: [],
      images: [{ widthDots: 8 }],
    })
    expect(paperOf([0x1d, 0x76, 0x30, 0, 1, 0, 9, 0, 0xff])).toMatchObject({
      images: [{ heightDots: 9, bits: null }],
    })
  })

  it('too large to keep are told by their size', () => {
    const rows = mostImageBytes / 64 + 1
    const head = [0x1d, 0x76, 0x30, 0, 64, 0, rows & 0xff, rows >> 8]
    const paper = papersOf(Uint8Array.from([...head, ...new Uint8Array(64 * rows)]), 'cp949')[0]
    expect(paper?.images).toEqual([{ line: 0, widthDots: 512, heightDots: rows, bits: null }])
  })
})

/** A symbol stored and printed by `GS ( k`. */
const symbol = (group: number, data: readonly number[], between: readonly number[] = [48]): number[] => {
  const length = 2 + between.length + data.length
  const store = [0x1d, 0x28, 0x6b, length & 0xff, length >> 8, group, 80, ...between, ...data]
  return store.concat([0x1d, 0x28, 0x6b, 3, 0, group, 81, 48])
}
const ascii = (text: string): number[] => [...Buffer.from(text)]

describe('codes', () => {
  it.each([
    ['EAN-13', [0x1d, 0x6b, 2, ...ascii('8801104210645'), 0], '8801104210645'],
    ['EAN-13', [0x1d, 0x6b, 67, 13, ...ascii('8801104210645')], '8801104210645'],
    ['CODE39', [0x1d, 0x6b, 4, ...ascii('A-12'), 0], 'A-12'],
    ['CODE128', [0x1d, 0x6b, 73, 6, ...ascii('{BNo{{')], 'No{'],
    ['CODE128', [0x1d, 0x6b, 73, 5, 0x7b, 0x43, 12, 3, 99], '120399'],
    ['GS k 11', [0x1d, 0x6b, 11, 2, ...ascii('QR')], 'QR'],
    ['QR', symbol(49, ascii('https://example.com/1')), 'https://example.com/1'],
    ['QR', symbol(49, [...Buffer.from('단골')]), '단골'],
    ['QR', symbol(49, [...printerBytes('단골')]), '단골'],
    ['PDF417', symbol(48, ascii('PDF')), 'PDF'],
    ['DATAMATRIX', symbol(54, ascii('DM')), 'DM'],
    ['AZTEC', symbol(53, ascii('AZ')), 'AZ'],
    ['MAXICODE', symbol(50, ascii('MX'), [48, 50]), 'MX'],
    ['GS1-DATABAR', symbol(51, ascii('0123'), [48, 72]), '0123'],
  ])('%s', (symbology, bytes, text) => {
    const paper = paperOf('위\n', bytes, '아래\n')
    expect(paper?.codes).toEqual([{ line: 1, symbology, text }])
    expect(paper?.lines.map((line) => line.text)).toEqual(['위', '아래'])
  })

  it('that are stored but never printed, or cut off, are none', () => {
    expect(paperOf('가\n', symbol(49, ascii('x')).slice(0, -8))?.codes).toEqual([])
    expect(paperOf('가\n', [0x1d, 0x6b, 73, 9, 0x41])?.codes).toEqual([])
    expect(paperOf('가\n', [0x1d, 0x28, 0x6b, 3, 0, 99, 81, 48])?.codes).toEqual([])
  })
})

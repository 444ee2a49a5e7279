import { describe, expect, it } from 'vitest'
import type { Paper } from '#backend/receipts/paper/paper.ts'
import { papersOf } from '#backend/receipts/paper/papers-of.ts'
import { type PrinterPart, printerBytes } from '../../../helpers/printer-bytes.ts'

const paperOf = (...parts: PrinterPart[]): Paper => {
  const [paper, ...more] = papersOf(printerBytes(...parts), 'cp949')
  if (paper === undefined || more.length > 0) throw new Error(`expected one paper, not ${more.length + 1}`)
  return paper
}
const linesOf = (...parts: PrinterPart[]): string[] => paperOf(...parts).lines.map((line) => line.text)

const esc = (key: string, ...parameters: number[]): number[] => [0x1b, key.charCodeAt(0), ...parameters]
const gs = (key: string, ...parameters: number[]): number[] => [0x1d, key.charCodeAt(0), ...parameters]
const fs = (key: string, ...parameters: number[]): number[] => [0x1c, key.charCodeAt(0), ...parameters]

describe('line ends', () => {
  it('are LF, CR LF, LF CR and CR alone', () => {
    const want = ['가', '', '나', '다']
    expect(linesOf('가\n\n나\n다')).toEqual(want)
    expect(linesOf('가\r\n\r\n나\r\n다\r\n')).toEqual(want)
    expect(linesOf('가\n\r\n\r나\n\r다\n\r')).toEqual(want)
    expect(linesOf('가\r나\r다\r')).toEqual(['가', '나', '다'])
  })

  it('are one where commands stand between CR and LF', () => {
    expect(linesOf('가\r', esc('E', 0), '\n나\r\n')).toEqual(['가', '나'])
  })

  it('are made by ESC d n and ESC J n with no line feed', () => {
    expect(
      linesOf('가', esc('d', 1), '나', esc('d', 3), '다', esc('J', 24), '라', esc('J', 60), '마'),
    ).toEqual(['가', '나', '', '', '다', '라', '', '마'])
  })

  it('are not kept at the foot of the paper, where nothing stands any more', () => {
    expect(linesOf('가\n', '\n\n   \n', esc('d', 5), gs('V', 0))).toEqual(['가'])
  })
})

describe('columns', () => {
  it('are half-width cells, Hangul taking two', () => {
    const { lines } = paperOf('합계', esc('E', 1), '  1,000\n')
    expect(lines[0]?.runs.map(({ text, column, bold }) => ({ text, column, bold }))).toEqual([
      { text: '합계', column: 0, bold: false },
      { text: '  1,000', column: 4, bold: true },
    ])
    expect(lines[0]?.text).toBe('합계  1,000')
  })

  it('join what commands only seem to part', () => {
    const { lines } = paperOf(esc('E', 1), '합', esc('E', 1), gs('!', 0), '계\n')
    expect(lines[0]?.runs).toHaveLength(1)
    expect(lines[0]?.text).toBe('합계')
  })

  it('follow HT to every eighth, or to the stops of ESC D', () => {
    expect(linesOf('가\t1,000\n')).toEqual(['가      1,000'])
    expect(linesOf(esc('D', 10, 20, 0), '가\t1\t2,000\n')).toEqual(['가        1         2,000'])
    // A name that runs past the last stop is not glued to its price.
    expect(linesOf(esc('D', 4, 0), '아메리카노\t2,000\n')).toEqual(['아메리카노 2,000'])
    expect(linesOf(esc('D', 20, 0), esc('@'), '가\t1\n')).toEqual(['가      1'])
  })

  it('follow ESC $ and ESC \\ in dots of twelve to the cell', () => {
    expect(linesOf('가', esc('$', 120, 0), '나', esc('\\', 24, 0), '다\n')).toEqual(['가        나  다'])
    // Backwards: the figure stands before what was printed first.
    expect(linesOf(esc('$', 120, 0), '나', esc('$', 0, 0), '가\n')).toEqual(['가        나'])
  })

  it('show text printed twice in one place once, and other text printed over it behind it', () => {
    expect(linesOf('합계', esc('$', 0, 0), '합계\n')).toEqual(['합계'])
    expect(linesOf('합계', esc('$', 24, 0), '1,000\n')).toEqual(['합계 1,000'])
  })

  it('stay within bounds whatever noise asks for', () => {
    const { lines } = paperOf(esc('$', 0xff, 0xff), '가', esc('\\', 0, 0x80), '나', '\t'.repeat(500), '다\n')
    expect(lines).toHaveLength(1)
    expect(lines[0]?.text.length).toBeLessThan(300)
  })
})

describe('sizes', () => {
  it('set a wide run at its letters, and what follows at its own column', () => {
    const { lines } = paperOf(gs('!', 0x11), '합계', gs('!', 0), ' 500\n')
    expect(lines[0]?.text).toBe('합계     500')
    expect(lines[0]?.runs[0]).toMatchObject({ text: '합계', column: 0, width: 2, height: 2 })
    expect(lines[0]?.runs[1]).toMatchObject({ text: ' 500', column: 8, width: 1, height: 1 })
  })

  it('put no blanks into a wide line whose weight changes', () => {
    expect(linesOf(gs('!', 0x10), '총액 ', esc('E', 1), '17,000원\n')).toEqual(['총액 17,000원'])
  })

  it.each([
    ['GS ! 10', gs('!', 0x10), { width: 2, height: 1 }],
    ['GS ! 01', gs('!', 0x01), { width: 1, height: 2 }],
    ['GS ! 77', gs('!', 0x77), { width: 8, height: 8 }],
    ['ESC ! 38', esc('!', 0x38), { width: 2, height: 2, bold: true }],
    ['ESC ! 80', esc('!', 0x80), { width: 1, height: 1, underline: true }],
    ['ESC E 1', esc('E', 1), { bold: true }],
    ["ESC E '1'", esc('E', 0x31), { bold: true }],
    ["ESC E '0'", esc('E', 0x30), { bold: false }],
    ['ESC G 1', esc('G', 1), { bold: true }],
    ['ESC - 2', esc('-', 2), { underline: true }],
    ['GS B 1', gs('B', 1), { inverse: true }],
    ['FS W 1', fs('W', 1), { width: 2, height: 2 }],
    ['FS ! 04', fs('!', 0x04), { width: 2, height: 1 }],
    ['FS - 1', fs('-', 1), { underline: true }],
  ])('%s', (_name, command, look) => {
    expect(paperOf(command, '가나다\n').lines[0]?.runs[0]).toMatchObject(look)
    expect(paperOf(command, esc('@'), '가나다\n').lines[0]?.runs[0]).toMatchObject({
      width: 1,
      height: 1,
      bold: false,
      underline: false,
      inverse: false,
    })
  })

  it('of FS W hold for Hangul only', () => {
    const { lines } = paperOf(fs('W', 1), '합계1\n')
    expect(lines[0]?.runs.map(({ text, column, width }) => ({ text, column, width }))).toEqual([
      { text: '합계', column: 0, width: 2 },
      { text: '1', column: 8, width: 1 },
    ])
  })
})

describe('alignment', () => {
  it('takes numbers and digits alike', () => {
    const { lines } = paperOf(
      esc('a', 1),
      '가\n',
      esc('a', 0x32),
      '나\n',
      esc('a', 0x30),
      '다\n',
      esc('a', 9),
      '라\n',
    )
    expect(lines.map((line) => line.align)).toEqual(['center', 'right', 'left', 'left'])
  })
})

describe('page mode', () => {
  it('sets its lines by GS $, and CAN takes the page back', () => {
    expect(linesOf(esc('L'), '가', gs('$', 40, 0), '나', [0x0c], '다\n')).toEqual(['가', '나', '다'])
    expect(linesOf('앞\n', esc('L'), '버림\n', [0x18], '가', [0x0c], esc('S'), '뒤\n')).toEqual([
      '앞',
      '가',
      '뒤',
    ])
    expect(linesOf('앞', [0x18], '뒤\n')).toEqual(['앞뒤'])
  })
})

describe('a stray lead byte', () => {
  it('does not take half a character or a line end with it', () => {
    expect(linesOf('가', 0x1b, '나', 0x10, '\n', '다', 0x1d, '\r\n', '라\n')).toEqual(['가나', '다', '라'])
  })
})

describe('bytes that mean nothing on paper', () => {
  it('print nothing', () => {
    expect(linesOf([0x10, 4, 1], '가', 0, [0x1b, 0x33, 0x28], [0x1b, 0x7e], 0x7f, '나\n')).toEqual(['가나'])
  })
})

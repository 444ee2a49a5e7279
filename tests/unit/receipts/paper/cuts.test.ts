import { describe, expect, it } from 'vitest'
import type { Paper } from '#backend/receipts/paper/paper.ts'
import { createPaperMaker, type PaperMaker } from '#backend/receipts/paper/paper-maker.ts'
import { papersOf } from '#backend/receipts/paper/papers-of.ts'
import { type PrinterPart, printerBytes } from '../../../helpers/printer-bytes.ts'

const init = [0x1b, 0x40]
const cut = [0x1d, 0x56, 0x00]
const pulse = [0x1b, 0x70, 0, 25, 250]

const texts = (papers: readonly Paper[]): string[][] =>
  papers.map((paper) => paper.lines.map((line) => line.text))
const split = (...parts: PrinterPart[]): string[][] => texts(papersOf(printerBytes(...parts), 'cp949'))
const maker = (): PaperMaker => createPaperMaker({ encoding: 'cp949' })

describe('a paper ends', () => {
  it.each([
    ['ESC i', [0x1b, 0x69]],
    ['ESC m', [0x1b, 0x6d]],
    ['GS V 0', [0x1d, 0x56, 0]],
    ['GS V 1', [0x1d, 0x56, 1]],
    ["GS V '0'", [0x1d, 0x56, 0x30]],
    ['GS V 65 n', [0x1d, 0x56, 65, 3]],
    ['GS V 66 n', [0x1d, 0x56, 66, 0]],
    ['GS V 98 n', [0x1d, 0x56, 98, 0]],
    ['GS V 104 n', [0x1d, 0x56, 104, 0]],
  ])('at %s', (_name, command) => {
    const papers = papersOf(printerBytes('가\n', command, '나\n', command), 'cp949')
    expect(texts(papers)).toEqual([['가'], ['나']])
    expect(papers.map((paper) => paper.endedBy)).toEqual(['cut', 'cut'])
  })

  it('at once when the cut has come, without waiting for what follows', () => {
    expect(texts(maker().push(printerBytes('가\n', cut)))).toEqual([['가']])
  })

  it('at a gap or at the end where nothing cuts', () => {
    const paper = maker()
    expect(paper.push(printerBytes('가\n나'))).toEqual([])
    expect(paper.gap()).toMatchObject([{ from: 0, to: 5, endedBy: 'gap' }])
    expect(paper.gap()).toEqual([])
    paper.push(printerBytes('다'))
    expect(paper.close()).toMatchObject([{ from: 5, to: 7, endedBy: 'close', lines: [{ text: '다' }] }])
  })

  it('never at ESC @, be it missing, in the middle or only after the cut', () => {
    expect(split('가\n', init, '나\n', cut, init)).toEqual([['가', '나']])
    expect(split('가\n', cut, init, '나\n', cut, init, [0x1b, 0x64, 3])).toEqual([['가'], ['나']])
  })

  it('with several documents in one burst', () => {
    expect(split(init, '가\n', cut, init, '나\n', cut, '다\n')).toEqual([['가'], ['나'], ['다']])
  })

  it('at a limit when no end comes', () => {
    const paper = createPaperMaker({ encoding: 'cp949', maxLines: 10, maxBytes: 1000 })
    const papers = [...paper.push(printerBytes('가\n'.repeat(25))), ...paper.close()]
    expect(papers.map((p) => [p.endedBy, p.lines.length])).toEqual([
      ['limit', 10],
      ['limit', 10],
      ['close', 5],
    ])
    const wide = createPaperMaker({ encoding: 'cp949', maxBytes: 5000 })
    expect(wide.push(printerBytes('1'.repeat(20_000))).map((p) => p.endedBy)).toEqual(['limit', 'limit'])
    expect(wide.close()).toHaveLength(1)
  })
})

describe('what prints nothing', () => {
  it('belongs to the paper before, and makes none of its own', () => {
    expect(split('가\n', cut, init, [0x1b, 0x64, 3], [0x10, 4, 1], '\r\n  \n', cut)).toEqual([['가']])
    expect(split(init, [0x1b, 0x64, 3], cut)).toEqual([])
    expect(split()).toEqual([])
  })

  it('begins the next paper where one follows', () => {
    const papers = papersOf(printerBytes('가\n', cut, [0x1b, 0x61, 1], '나\n', cut), 'cp949')
    expect(papers.map(({ from, to }) => [from, to])).toEqual([
      [0, 6],
      [6, 15],
    ])
    expect(papers[1]?.lines[0]?.align).toBe('center')
  })

  it('may be status polls ahead of the text', () => {
    expect(split([0x10, 4, 1, 0x10, 4, 4], '가\n', [0x10, 4, 2], cut)).toEqual([['가']])
  })
})

describe('a drawer pulse', () => {
  it.each([
    ['ESC p', pulse],
    ['DLE DC4 1', [0x10, 0x14, 1, 0, 1]],
  ])('alone is a paper without lines (%s)', (_name, command) => {
    const paper = maker()
    paper.push(printerBytes(init, command))
    expect(paper.gap()).toMatchObject([{ lines: [], drawerPulses: 1, endedBy: 'gap' }])
  })

  it('with a receipt belongs to it', () => {
    expect(papersOf(printerBytes(pulse, '가\n', cut), 'cp949')).toMatchObject([{ drawerPulses: 1 }])
    expect(papersOf(printerBytes('가\n', cut, pulse), 'cp949')).toHaveLength(1)
    const paper = maker()
    expect(paper.push(printerBytes('가\n', cut, pulse))).toHaveLength(1)
    expect(paper.gap()).toEqual([])
    paper.push(printerBytes(pulse))
    expect(paper.gap()).toMatchObject([{ drawerPulses: 1 }])
  })

  it('is told from the other functions of DLE DC4', () => {
    expect(papersOf(printerBytes([0x10, 0x14, 2, 1, 8]), 'cp949')).toEqual([])
  })
})

describe('the customer display', () => {
  it('gets its own text, which is not on the paper', () => {
    const bytes = printerBytes([0x1b, 0x3d, 2], [0x0c], '받을금액 5,000', [0x1b, 0x3d, 1], '가\n', cut)
    expect(papersOf(bytes, 'cp949')).toMatchObject([{ display: ['받을금액 5,000'], lines: [{ text: '가' }] }])
  })

  it('alone makes no paper, and is forgotten at a gap and at a cut', () => {
    const paper = maker()
    paper.push(printerBytes([0x1b, 0x3d, 2], '어서 오세요'))
    expect(paper.gap()).toEqual([])
    expect(texts(paper.push(printerBytes('가\n', [0x1b, 0x3d, 2], '표시', cut, '나\n', cut)))).toEqual([
      ['가'],
      ['나'],
    ])
  })

  it('understands ASCII digits, and both at once', () => {
    expect(split([0x1b, 0x3d, 0x32], '표시', [0x1b, 0x3d, 0x31], '가\n')).toEqual([['가']])
    expect(papersOf(printerBytes([0x1b, 0x3d, 3], '가\n'), 'cp949')).toMatchObject([
      { display: ['가'], lines: [{ text: '가' }] },
    ])
    // Noise that names neither does not silence what follows.
    expect(split([0x1b, 0x3d, 0], '가\n')).toEqual([['가']])
  })
})

describe('a stream that breaks off', () => {
  it('in the middle of GS 8 L keeps what was printed before it', () => {
    const store = [0x1d, 0x38, 0x4c, 0, 0, 1, 0, 48, 112, 48, 1, 1, 49, 64, 0, 64, 0]
    const [paper] = papersOf(printerBytes('가\n', store, '....'), 'cp949')
    expect(paper).toMatchObject({
      lines: [{ text: '가' }],
      images: [{ line: 1, widthDots: 64, heightDots: 64, bits: null }],
      endedBy: 'close',
    })
  })

  it('is whole again after the gap, whatever length was announced', () => {
    const paper = maker()
    paper.push(printerBytes('가\n', [0x1d, 0x38, 0x4c, 0xff, 0xff, 0xff, 0xff]))
    expect(texts(paper.gap())).toEqual([['가']])
    expect(texts(paper.push(printerBytes('나\n', cut)))).toEqual([['나']])
  })

  it('by noise that announces four gigabytes does not swallow the receipts after it', () => {
    expect(split([0x1d, 0x38, 0x4c, 0xff, 0xff, 0xff, 0xff], '가\n', cut, '나\n', cut)).toEqual([
      ['가'],
      ['나'],
    ])
  })

  it('in the middle of a character or a command, goes on where it was', () => {
    const bytes = printerBytes('똠', [0x1d, 0x21, 0x11], '가\n', cut)
    const paper = maker()
    const papers = [...bytes].flatMap((byte) => paper.push(Uint8Array.of(byte)))
    expect(papers).toEqual(papersOf(bytes, 'cp949'))
    expect(texts(papers)).toEqual([['똠가']])
  })

  it('into a buffer that its owner fills again keeps its text', () => {
    const paper = maker()
    const buffer = Buffer.from(printerBytes('가나다\n', [0x1b, 0x45, 1]))
    paper.push(buffer)
    buffer.fill(0x58)
    expect(texts(paper.gap())).toEqual([['가나다']])
  })
})

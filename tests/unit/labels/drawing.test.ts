import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cardCode } from '#backend/customers/person/card-code.ts'
import { qrModules } from '#backend/slips/qr-modules.ts'
import { drawAddress, keepsInside } from '#shared/labels/draw-address.ts'
import { type CodeLook, drawCard } from '#shared/labels/draw-card.ts'
import { drawList } from '#shared/labels/draw-list.ts'
import { drawSheets } from '#shared/labels/draw-sheets.ts'
import type { DrawnLabel, Mark } from '#shared/labels/mark.ts'
import { labelStocks, nextPlace, paper, perSheet, placeOf, stockIds } from '#shared/labels/stock.ts'
import { fitText, lineStep, textWidth } from '#shared/labels/text-fit.ts'
import { printedMarks, readCode } from '../../helpers/read-codes.ts'

const stocks = stockIds.map((id) => labelStocks[id])
const stock = fc.constantFrom(...stocks)
const hangul = fc.string({ unit: fc.constantFrom(...Array.from('가힣뷁쀍김 영희ABCWM1-,.')), maxLength: 200 })

const card = (id: (typeof stockIds)[number], code: string, codes: CodeLook, name = '김영희'): DrawnLabel =>
  drawCard(
    { x: 10, y: 20, width: labelStocks[id].width, height: labelStocks[id].height },
    { name, code },
    { shop: '단골다방 망원점', title: '회원카드', codes, drawQr: qrModules },
  )
const textOf = (label: DrawnLabel): string =>
  label.marks.flatMap((mark) => (mark.is === 'text' ? [mark.text] : [])).join('')

/** A code with the white that it needs around it. */
const spaceOf = (mark: Mark): { x: number; y: number; width: number; height: number } => {
  if (mark.is === 'bars') {
    const wide = mark.widths.reduce((sum, width) => sum + width, 20) * mark.module
    return { x: mark.x - 10 * mark.module, y: mark.y, width: wide, height: mark.height }
  }
  if (mark.is !== 'modules') throw new Error('No code')
  const size = (mark.rows.length + 8) * mark.module
  return { x: mark.x - 4 * mark.module, y: mark.y - 4 * mark.module, width: size, height: size }
}
const overlap = (text: Extract<Mark, { is: 'text' }>, space: ReturnType<typeof spaceOf>): boolean => {
  const wide = textWidth(text.text, text.size)
  const left = text.x - (text.anchor === 'start' ? 0 : text.anchor === 'end' ? wide : wide / 2)
  return (
    left < space.x + space.width - 0.01 &&
    left + wide > space.x + 0.01 &&
    text.y - text.size * 0.85 < space.y + space.height &&
    text.y > space.y
  )
}

const bare = (text: string): string => text.replace(/\s/g, '')
const part = (rows: number) => ({
  title: '왔던 손님',
  columns: [
    { heading: '이름', width: 40, align: 'start' as const },
    { heading: '쓴 돈', width: 30, align: 'end' as const },
  ],
  rows: Array.from({ length: rows }, (_, index) => [`손님 ${index}`, '12,000원']),
  none: '아무도 없어요.',
})

describe('sheets of labels', () => {
  it.each(stocks)('$id lies on the paper, no label over another', (one) => {
    expect(one.stepX).toBeGreaterThanOrEqual(one.width)
    expect(one.stepY).toBeGreaterThanOrEqual(one.height)
    const last = placeOf(one, 0, perSheet(one) - 1)
    expect(last.page).toBe(0)
    expect(last.x + one.width).toBeLessThanOrEqual(paper.width)
    expect(last.y + one.height).toBeLessThanOrEqual(paper.height)
  })

  it('go on where a begun sheet was left, and say where the next one goes on', () => {
    fc.assert(
      fc.property(stock, fc.nat({ max: 64 }), fc.nat({ max: 300 }), (one, start, count) => {
        const first = start % perSheet(one)
        const after = placeOf(one, first, count)
        const again = placeOf(one, nextPlace(one, first, count), 0)
        expect([again.x, again.y]).toEqual([after.x, after.y])
      }),
    )
  })

  it('hold everybody once, in their order, pages only as many as it takes', () => {
    const people = Array.from({ length: 30 }, (_, index) => index)
    const order = { stock: labelStocks.ls3107, first: 3, shiftX: 1.5, shiftY: -1 }
    const pages = drawSheets(people, order, (place, person) => ({
      ...place,
      marks: [
        { is: 'text', text: String(person), x: 0, y: 0, size: 1, bold: false, anchor: 'start', soft: false },
      ],
    }))
    expect(pages.map(({ labels }) => labels.length)).toEqual([13, 16, 1])
    expect(pages.flatMap(({ labels }) => labels.map(textOf))).toEqual(people.map(String))
    expect(pages[0]?.labels[0]).toMatchObject({ x: 4.7 + 101.6 + 1.5, y: 14.2 + 33.9 - 1 })
  })
})

describe('texts in their space', () => {
  it('stand whole, whatever they are', () => {
    fc.assert(
      fc.property(
        hangul,
        fc.integer({ min: 20, max: 95 }),
        fc.integer({ min: 8, max: 60 }),
        (text, width, height) => {
          const { size, lines } = fitText(text, { width, height, largest: 5, smallest: 2, lines: 2 })
          expect(lines.join('').replaceAll(' ', '')).toBe(text.replace(/\s/g, ''))
          expect(lines.length * size * lineStep).toBeLessThanOrEqual(height + 0.1)
          for (const line of lines) expect(textWidth(line, size)).toBeLessThanOrEqual(width + 0.1)
        },
      ),
    )
  })

  it('are as large as they may be while they are short', () => {
    expect(fitText('김영희', { width: 60, height: 10, largest: 5, smallest: 2, lines: 1 })).toEqual({
      size: 5,
      lines: ['김영희'],
    })
  })
})

describe('address labels', () => {
  it('keep any address and any name inside, whole', () => {
    fc.assert(
      fc.property(stock, hangul, hangul, (one, address, name) => {
        const place = { x: 5, y: 5, width: one.width, height: one.height }
        const label = drawAddress(place, { name: `${name.slice(0, 40)} 귀하`, address })
        expect(keepsInside(label)).toBe(true)
        expect(bare(textOf(label))).toBe(bare(`${address}${name.slice(0, 40)}귀하`))
      }),
      { numRuns: 60 },
    )
  })
})

describe('membership cards', () => {
  const codes = ['2900000000017', '29000012345674', 'ABC-1234', 'A1B2C3D4E5F6G7H8J9K0', '1234']

  it.each(stocks)('on $id have codes that a reader reads, and all of the name', ({ id }) => {
    for (const code of codes) {
      for (const look of ['bars', 'qr', 'both'] as const) {
        const label = card(id, code, look, '남궁민수')
        expect(keepsInside(label)).toBe(true)
        expect(textOf(label)).toContain('남궁민수')
        const found = label.marks.filter(({ is }) => is === 'bars' || is === 'modules')
        expect(found.length).toBeGreaterThan(0)
        for (const mark of found) {
          const space = spaceOf(mark)
          // White all around, within the label, and no letter in it.
          expect(space.x).toBeGreaterThanOrEqual(label.x)
          expect(space.x + space.width).toBeLessThanOrEqual(label.x + label.width + 0.01)
          expect(label.marks.some((text) => text.is === 'text' && overlap(text, space))).toBe(false)
          expect(readCode(printedMarks([mark], space, 300 / 25.4), mark.is === 'bars' ? 'bars' : 'qr')).toBe(
            code,
          )
        }
      }
    }
  })

  it('can be read whatever the number is', () => {
    for (let id = 1; id < 4_000_000_000; id = id * 3 + 7) {
      const code = cardCode(id)
      const label = card('cards', code, 'both')
      for (const mark of label.marks.filter(({ is }) => is === 'bars' || is === 'modules'))
        for (const dots of [300, 600]) {
          const printed = printedMarks([mark], spaceOf(mark), dots / 25.4)
          expect(readCode(printed, mark.is === 'bars' ? 'bars' : 'qr')).toBe(code)
        }
    }
  })

  it('have a QR code where bars would be too fine', () => {
    const label = card('ls3100', 'A1B2C3D4E5F6G7H8J9K0L1M2N3P4Q5R6S7T8U9V0', 'bars')
    expect(label.marks.filter(({ is }) => is === 'bars')).toEqual([])
    expect(label.marks.filter(({ is }) => is === 'modules')).toHaveLength(1)
  })

  it('may go without a name', () => {
    expect(textOf(card('cards', '2900000000017', 'both', ''))).toBe('단골다방 망원점회원카드2900000000017')
  })
})

describe('the day’s list', () => {
  const look = {
    title: '오늘 손님',
    under: '11월 22일',
    foot: (page: number, of: number) => `${page} / ${of}`,
  }

  it('has everybody on some page, nothing beyond the margins, and heads on each page', () => {
    const pages = drawList([part(0), part(120), part(3)], look)
    const texts = pages.map(({ marks }) => marks.flatMap((mark) => (mark.is === 'text' ? [mark.text] : [])))
    expect(texts.flat().filter((text) => text.startsWith('손님 '))).toHaveLength(123)
    expect(texts.every((page) => page.includes('이름'))).toBe(true)
    expect(texts.map((page) => page.at(-1))).toEqual(
      pages.map((_, index) => `${index + 1} / ${pages.length}`),
    )
    for (const { marks } of pages)
      for (const mark of marks) {
        expect(mark.y).toBeLessThan(paper.height - 6)
        expect(mark.x).toBeGreaterThanOrEqual(14)
      }
    expect(texts.flat()).toContain('아무도 없어요.')
  })
})

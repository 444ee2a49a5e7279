import { type DrawnPage, type Mark, textMark } from './mark.ts'
import { paper } from './stock.ts'
import { fitText } from './text-fit.ts'

/** A column of the day's list; widths in millimetres. */
export interface ListColumn {
  readonly heading: string
  readonly width: number
  readonly align: 'start' | 'end'
}

export interface ListPart {
  readonly title: string
  readonly columns: readonly ListColumn[]
  /** Each with a box to tick in front. */
  readonly rows: readonly (readonly string[])[]
  /** What is said where there is nobody. */
  readonly none: string
}

export interface ListLook {
  readonly title: string
  readonly under: string
  /** `2 / 3` and what stands beside it. */
  readonly foot: (page: number, pages: number) => string
}

const margin = { x: 14, top: 14, bottom: 14 } as const
const width = paper.width - 2 * margin.x
const rowHeight = 7.4
const box = 3.4
const boxRoom = 6

interface Cursor {
  readonly pages: Mark[][]
  y: number
}

/**
 * The day's list as pages of A4: parts one below the other, heads of columns again on each new page, no row over two
 * pages, no part's title alone at the foot.
 */
export const drawList = (parts: readonly ListPart[], look: ListLook): DrawnPage[] => {
  const cursor: Cursor = { pages: [], y: 0 }
  newPage(cursor)
  marksOf(cursor).push(
    textMark(look.title, margin.x, margin.top + 5.5, 6.4, { bold: true }),
    textMark(look.under, paper.width - margin.x, margin.top + 5.5, 3.4, { anchor: 'end', soft: true }),
    rule(margin.top + 8.5, 'thick'),
  )
  cursor.y = margin.top + 14
  for (const part of parts) drawPart(cursor, part)
  const pages = cursor.pages.length
  return cursor.pages.map((marks, index) => ({
    labels: [],
    marks: [
      ...marks,
      textMark(look.foot(index + 1, pages), paper.width - margin.x, paper.height - 8, 2.8, {
        anchor: 'end',
        soft: true,
      }),
    ],
  }))
}

const newPage = (cursor: Cursor): void => {
  cursor.pages.push([])
  cursor.y = margin.top
}
const marksOf = (cursor: Cursor): Mark[] => cursor.pages.at(-1) ?? []
const room = (cursor: Cursor): number => paper.height - margin.bottom - 4 - cursor.y
const rule = (y: number, look: 'rule' | 'thick'): Mark => ({
  is: 'line',
  x: margin.x,
  y,
  toX: paper.width - margin.x,
  toY: y,
  look,
})

const drawPart = (cursor: Cursor, part: ListPart): void => {
  if (room(cursor) < 4 * rowHeight) newPage(cursor)
  marksOf(cursor).push(textMark(part.title, margin.x, cursor.y + 5, 4.4, { bold: true }))
  cursor.y += 8.5
  if (part.rows.length === 0) {
    marksOf(cursor).push(textMark(part.none, margin.x, cursor.y + 4, 3.4, { soft: true }))
    cursor.y += 11
    return
  }
  drawHeads(cursor, part)
  for (const row of part.rows) {
    if (room(cursor) < rowHeight) {
      newPage(cursor)
      drawHeads(cursor, part)
    }
    marksOf(cursor).push({ is: 'box', x: margin.x, y: cursor.y + (rowHeight - box) / 2, size: box })
    drawCells(cursor, part.columns, row, { soft: false, height: rowHeight })
    cursor.y += rowHeight
    marksOf(cursor).push(rule(cursor.y, 'rule'))
  }
  cursor.y += 7
}

const drawHeads = (cursor: Cursor, part: ListPart): void => {
  const height = 5.4
  const heads = part.columns.map(({ heading }) => heading)
  drawCells(cursor, part.columns, heads, { soft: true, height })
  cursor.y += height
  marksOf(cursor).push(rule(cursor.y, 'rule'))
}

const drawCells = (
  cursor: Cursor,
  columns: readonly ListColumn[],
  cells: readonly string[],
  { soft, height }: { readonly soft: boolean; readonly height: number },
): void => {
  const given = columns.reduce((sum, column) => sum + column.width, 0)
  const scale = (width - boxRoom) / given
  let x = margin.x + boxRoom
  columns.forEach((column, index) => {
    const wide = column.width * scale
    const { size, lines } = fitText(cells[index] ?? '', {
      width: wide - 2,
      height: height - 1,
      largest: soft ? 2.8 : 3.5,
      smallest: 2.2,
      lines: 1,
    })
    const high = lines.length * size * 1.32
    const at = column.align === 'end' ? x + wide - 2 : x
    lines.forEach((line, place) => {
      const y = cursor.y + (height - high) / 2 + size * (0.98 + place * 1.32)
      marksOf(cursor).push(textMark(line, at, y, size, { anchor: column.align, soft, bold: false }))
    })
    x += wide
  })
}

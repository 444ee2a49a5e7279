import type { DrawnLabel, DrawnPage, Mark } from './mark.ts'
import { type LabelStock, placeOf } from './stock.ts'

export interface SheetOrder {
  readonly stock: LabelStock
  /** First free place of the first sheet, from 0. */
  readonly first: number
  /** How far this printer draws from where it should, mm; taken back here. */
  readonly shiftX: number
  readonly shiftY: number
}

type Box = Pick<DrawnLabel, 'x' | 'y' | 'width' | 'height'>

/** Pages of labels, one for each of the people in their order. */
export const drawSheets = <P>(
  people: readonly P[],
  { stock, first, shiftX, shiftY }: SheetOrder,
  draw: (place: Box, person: P) => DrawnLabel,
): DrawnPage[] => {
  const pages: { labels: DrawnLabel[]; marks: readonly Mark[] }[] = []
  people.forEach((person, index) => {
    const { page, x, y } = placeOf(stock, first, index)
    const at = { x: x + shiftX, y: y + shiftY, width: stock.width, height: stock.height }
    pages[page] ??= { labels: [], marks: stock.cut ? cutLines(stock, shiftX, shiftY) : [] }
    pages[page].labels.push(draw(at, person))
  })
  return pages
}

/** Hairlines between the cards of a plain sheet, over its whole width and height. */
const cutLines = (stock: LabelStock, shiftX: number, shiftY: number): Mark[] => {
  const width = stock.columns * stock.stepX
  const height = stock.rows * stock.stepY
  const x = stock.left + shiftX
  const y = stock.top + shiftY
  const over = 5
  const upright = Array.from({ length: stock.columns + 1 }, (_, column): Mark => {
    const at = x + column * stock.stepX
    return { is: 'line', x: at, y: y - over, toX: at, toY: y + height + over, look: 'cut' }
  })
  const level = Array.from({ length: stock.rows + 1 }, (_, row): Mark => {
    const at = y + row * stock.stepY
    return { is: 'line', x: x - over, y: at, toX: x + width + over, toY: at, look: 'cut' }
  })
  return [...upright, ...level]
}

import { cellsOf, left, right, spread } from '../receipt-paper.ts'
import type { Pen } from './pen.ts'
import { amountOf, type Good, type Sale } from './sale.ts'
import type { Style } from './style.ts'

/** Cuts a name into pieces that fit so many cells. */
const wrapped = (text: string, width: number): string[] => {
  const pieces: string[] = ['']
  for (const letter of text) {
    const last = pieces.at(-1) ?? ''
    if (cellsOf(last + letter) > width) pieces.push(letter)
    else pieces[pieces.length - 1] = last + letter
  }
  return pieces
}

const amountWidth = (style: Style): number => (style.unit === '' ? 10 : style.unit === '원' ? 12 : 13)
const unitWidth = (style: Style): number => (style.unitColumn === 'none' ? 0 : 9)
const nameWidth = (style: Style): number => style.width - unitWidth(style) - 5 - amountWidth(style)

const header = (style: Style): string => {
  const { labels } = style
  const price = right(labels.price, unitWidth(style))
  const quantity = right(labels.quantity, style.unitColumn === 'before' ? 6 : 5)
  const middle =
    style.unitColumn === 'after' ? quantity + price : (price.trim() === '' ? '' : price) + quantity
  const name = left(labels.name, nameWidth(style))
  return style.unitColumn === 'none'
    ? name + right(labels.quantity, 6) + right(labels.amount, amountWidth(style) - 1)
    : name + middle + right(labels.amount, amountWidth(style) - 1)
}

const figures = (good: Good, pen: Pen, style: Style): string => {
  const quantity = right(`${pen.minus}${good.quantity}`, 5)
  const price = right(style.commas ? good.price.toLocaleString('en-US') : String(good.price), 9)
  const amount = right(pen.money(amountOf(good)), amountWidth(style))
  if (style.unitColumn === 'none') return quantity + amount
  return (style.unitColumn === 'after' ? quantity + price : price + quantity) + amount
}

interface GoodLines {
  readonly lines: readonly string[]
  /** Which of them holds the figures. */
  readonly figuresAt: number
}
type PrintGood = (name: string, good: Good, at: number, pen: Pen, style: Style) => GoodLines

const forms: Record<Style['form'], PrintGood> = {
  times: (name, good, _at, pen, style) => {
    const each = `  ${good.price.toLocaleString('en-US')}${style.times}${pen.minus}${good.quantity}`
    return { lines: [name, spread(style.width, each, pen.money(amountOf(good)))], figuresAt: 1 }
  },
  'number-line': (name, good, at, pen, style) => {
    const code = style.barcodes ? `88000000${10_000 + at}` : `00${100 + at}`
    const room = nameWidth(style)
    const numbers = figures(good, pen, style)
    return cellsOf(code) < room
      ? { lines: [name, left(code, room) + numbers], figuresAt: 1 }
      : { lines: [name, code, left('', room) + numbers], figuresAt: 2 }
  },
  tabs: (name, good, _at, pen) => ({
    lines: [`${name}«ht»${pen.minus}${good.quantity}«ht»${pen.money(amountOf(good))}`],
    figuresAt: 0,
  }),
  columns: (name, good, _at, pen, style) => {
    const [first = '', ...rest] = wrapped(name, nameWidth(style) - 1)
    return { lines: [left(first, nameWidth(style)) + figures(good, pen, style), ...rest], figuresAt: 0 }
  },
}

/** The header and the goods, with options and what is taken off each under them. */
export const printGoods = (sale: Sale, style: Style, pen: Pen): void => {
  pen.rule()
  if (style.header) {
    pen.lines.push(header(style))
    pen.rule()
  }
  for (const [at, good] of sale.goods.entries()) {
    const number = style.numbered ? `${String(at + 1).padStart(2, '0')} ` : ''
    const name = number + (good.exempt ? '*' : '') + good.name
    const { lines, figuresAt } = forms[style.form](name, good, at, pen, style)
    if (amountOf(good) > 0) pen.figureLines.push(pen.lines.length + figuresAt)
    pen.lines.push(...lines)
    for (const option of good.options) {
      const label = `${style.optionMark}${option.name}`
      const amount = option.amount === 0 ? '' : right(pen.money(option.amount), style.width - cellsOf(label))
      pen.lines.push(label + amount)
    }
    if (good.off > 0) {
      // Where the summary repeats it, its loss changes nothing.
      if (!style.repeatsItemDiscounts) pen.figureLines.push(pen.lines.length)
      pen.lines.push(spread(style.width, `  ${style.labels.discount}`, pen.off(good.off)))
    }
  }
  pen.rule()
}

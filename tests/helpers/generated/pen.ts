import { spread, won } from '../receipt-paper.ts'
import type { Sale } from './sale.ts'
import type { Style } from './style.ts'

/** Writes the lines of one receipt in its style. */
export interface Pen {
  readonly lines: string[]
  /** The lines whose loss must be noticed. */
  readonly figureLines: number[]
  readonly minus: '' | '-'
  readonly money: (value: number) => string
  /** What is taken off: its sign is turned in a refund. */
  readonly off: (value: number) => string
  readonly rule: () => void
  readonly sumLine: (label: string, amount: string) => void
}

const stretched = (label: string): string =>
  /^[가-힣]{2}$/.test(label) ? `${label.charAt(0)}  ${label.charAt(1)}` : label

export const penFor = (sale: Sale, style: Style): Pen => {
  const lines: string[] = []
  const minus = sale.refund && style.refundBy === 'minus' ? '-' : ''
  const digits = style.commas ? won : String
  return {
    lines,
    figureLines: [],
    minus,
    money: (value) => `${value === 0 ? '' : minus}${digits(value)}${style.unit}`,
    off: (value) => `${minus ? '' : '-'}${digits(value)}${style.unit}`,
    rule: () => void lines.push(style.rule.repeat(style.width)),
    sumLine: (label, amount) => {
      const words = style.spacedLabels ? stretched(label) : label
      lines.push(spread(style.width, words + style.colon, amount))
    },
  }
}

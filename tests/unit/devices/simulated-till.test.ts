import { describe, expect, test } from 'vitest'
import { createTill, type SimulatedLayout } from '#backend/devices/simulated/receipt-bytes.ts'
import { extrasAmount, lineAmount } from '#backend/devices/simulated/sale.ts'
import { papersOf } from '#backend/receipts/paper/papers-of.ts'
import { displayWidth } from '#shared/display-width.ts'

const at = Date.UTC(2026, 10, 22, 5, 2, 33)
const prints = (layout: SimulatedLayout, count: number, seed = 1) => {
  const till = createTill({ seed, layout })
  return Array.from({ length: count }, (_, place) => till.next(at + place * 60_000))
}

describe.each(['A', 'B', 'C'] as const)('layout %s', (layout) => {
  test('the same seed sells the same, another one does not', () => {
    const once = prints(layout, 20).map((print) => Buffer.from(print.bytes).toString('hex'))
    expect(prints(layout, 20).map((print) => Buffer.from(print.bytes).toString('hex'))).toEqual(once)
    expect(prints(layout, 20, 2).map((print) => Buffer.from(print.bytes).toString('hex'))).not.toEqual(once)
  })

  test('prices add up, and what the till knows stands on the paper', () => {
    for (const { sale, bytes } of prints(layout, 200)) {
      const sum = sale.lines.reduce((total, line) => total + lineAmount(line) + extrasAmount(line), 0)
      expect(sum - sale.discount).toBe(sale.total)
      const printed = papersOf(bytes, 'cp949')
        .flatMap((paper) => paper.lines.map((line) => line.text))
        .join('\n')
      expect(printed).toContain(sale.total.toLocaleString('en-US'))
      for (const line of sale.lines) expect(printed).toContain(line.item.name)
    }
  })

  test('every print ends with a cut and nothing is wider than the paper', () => {
    for (const { bytes } of prints(layout, 100)) {
      const papers = papersOf(bytes, 'cp949')
      expect(papers.map((paper) => paper.endedBy)).toEqual(layout === 'C' ? ['cut', 'cut'] : ['cut'])
      for (const line of papers.flatMap((paper) => paper.lines)) {
        for (const run of line.runs)
          expect(run.column + displayWidth(run.text) * run.width).toBeLessThanOrEqual(42)
      }
    }
  })
})

test('returns and reprints come now and then, and numbers of sales never repeat', () => {
  const all = prints('A', 400)
  const kinds = new Set(all.map((print) => print.as))
  expect([...kinds].sort()).toEqual(['refund', 'reprint', 'sale'])
  const numbers = all.filter((print) => print.as !== 'reprint').map((print) => print.sale.number)
  expect(new Set(numbers).size).toBe(numbers.length)
})

const text = (bytes: Uint8Array): string =>
  papersOf(bytes, 'cp949')[0]
    ?.lines.map((line) => line.text)
    .join('\n') ?? ''

test('a return shows a minus before quantity, amount and payment, a reprint says so', () => {
  const till = createTill({ seed: 3, returns: 0 })
  const { sale } = till.next(at)
  expect(text(till.again(sale, 'refund', at).bytes)).toContain(`-${sale.total.toLocaleString('en-US')}`)
  expect(text(till.again(sale, 'reprint', at).bytes)).toContain('[재출력]')
})

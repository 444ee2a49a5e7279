import type { Paper, PaperLine } from '#backend/receipts/paper/paper.ts'
import { readPapers } from '#backend/receipts/reading/read.ts'
import type { Reading } from '#backend/receipts/reading/reading.ts'

/** The moment at which every paper of these tests came. */
export const receivedAt = Date.parse('2026-11-22T12:00:00+09:00')

const lineOf = (text: string): PaperLine => ({ text: text.trimEnd(), runs: [], align: 'left' })

/** A paper of plain lines, as `papersOf` would make it of unadorned text. */
export const paperOf = (text: string, more: Partial<Paper> = {}): Paper => ({
  lines: text.replace(/^\n/, '').split('\n').map(lineOf),
  from: 0,
  to: text.length,
  endedBy: 'cut',
  images: [],
  codes: [],
  drawerPulses: 0,
  display: [],
  ...more,
})

/** Reads papers of plain text with every profile switched off. */
export const readTexts = (...texts: readonly string[]): Reading[] =>
  readPapers(
    texts.map((text) => paperOf(text)),
    { receivedAt, profiles: [] },
  )

export const readText = (text: string): Reading => {
  const [reading] = readTexts(text)
  if (reading === undefined) throw new Error('no reading')
  return reading
}

/** Items in short: `name*quantity=amount`, options in brackets. */
export const itemsOf = (reading: Reading): string[] =>
  reading.items.map((item) => {
    const options = item.options.map(
      (option) => `${option.name}${option.amount === null ? '' : `=${option.amount}`}`,
    )
    return `${item.name}*${item.quantity}=${item.amount}${options.length > 0 ? `[${options.join(',')}]` : ''}`
  })

export const paymentsOf = (reading: Reading): string[] =>
  reading.payments.map((payment) => `${payment.method}=${payment.amount}`)

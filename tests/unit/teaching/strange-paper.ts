import { createPaperWriter, leftIn, rightIn } from '#backend/devices/simulated/paper-writer.ts'
import type { Paper } from '#backend/receipts/paper/paper.ts'
import { papersOf } from '#backend/receipts/paper/papers-of.ts'
import type { Mark, MarkRole } from '#backend/receipts/teaching/marks.ts'

export interface StrangeSale {
  readonly items: readonly (readonly [name: string, count: number, price: number])[]
  /** As it is printed: 22/11/2026 14:05:09. */
  readonly when?: string
  readonly number?: string
  /** Words that nobody knows, for a cancellation or a second print. */
  readonly mark?: string
}

const won = (value: number): string => value.toLocaleString('en-US')

/** A till that words everything its own way: no list of words can know it. */
export const strangeBytes = ({
  items,
  when = '22/11/2026 14:05:09',
  number,
  mark,
}: StrangeSale): Uint8Array => {
  const writer = createPaperWriter(42).raw(0x1b, 0x40)
  if (mark !== undefined) writer.centred(mark)
  writer.centred('은하수 상회').line()
  writer.line(`찍은때 ${when}`)
  if (number !== undefined) writer.line(`차례표 ${number}`)
  writer.rule('=')
  writer.line(`${leftIn(20, '고른것')}${rightIn(6, '몇')}${rightIn(16, '얼마')}`)
  writer.rule('-')
  for (const [name, count, price] of items)
    writer.line(`${leftIn(20, name)}${rightIn(6, String(count))}${rightIn(16, won(count * price))}`)
  writer.rule('-')
  const sum = items.reduce((whole, [, count, price]) => whole + count * price, 0)
  const count = items.reduce((whole, [, some]) => whole + some, 0)
  writer.row('담은개수', String(count))
  writer.row('나라몫', won(Math.round(sum / 11)))
  writer.row('모두내실돈', won(sum))
  writer.row('내신것', won(sum))
  writer.rule('=').centred('또 만나요')
  return writer.cut().bytes()
}

export const paperOf = (bytes: Uint8Array): Paper => {
  const [paper] = papersOf(bytes, 'cp949')
  if (paper === undefined) throw new Error('no paper')
  return paper
}

/** Points at the first place of `text` at or below line `from`. */
export const at = (paper: Paper, what: MarkRole, text: string, from = 0): Mark => {
  for (const [line, { text: printed }] of paper.lines.entries()) {
    const start = line < from ? -1 : printed.indexOf(text)
    if (start >= 0) return { what, line, start, end: start + text.length }
  }
  throw new Error(`${text} is not on the paper`)
}

/** All that the guide asks for, on a paper of this till. */
export const marksOn = (paper: Paper): Mark[] => {
  const first = paper.lines.findIndex(({ text }) => text.includes('고른것')) + 2
  const row = paper.lines[first]?.text ?? ''
  const [name = '', count = '', amount = ''] = row.trim().split(/\s{2,}/)
  const sum =
    paper.lines
      .find(({ text }) => text.startsWith('모두내실돈'))
      ?.text.trim()
      .split(/\s+/)
      .at(-1) ?? ''
  const marks = [
    at(
      paper,
      'total',
      sum,
      paper.lines.findIndex(({ text }) => text.startsWith('모두내실돈')),
    ),
    dateMark(paper),
    at(paper, 'name', name, first),
    { ...at(paper, 'quantity', ` ${count} `, first) },
    at(paper, 'amount', amount, first),
  ]
  const number = paper.lines.findIndex(({ text }) => text.startsWith('차례표'))
  return number < 0 ? marks : [...marks, { what: 'number', line: number, start: 4, end: 8 }]
}

const dateMark = (paper: Paper): Mark => {
  const line = paper.lines.findIndex(({ text }) => text.startsWith('찍은때'))
  return { what: 'date', line, start: 4, end: paper.lines[line]?.text.length ?? 0 }
}

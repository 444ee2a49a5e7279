import { type Field, ownFieldId, type RowProblem } from '#shared/moving.ts'
import { type Cell, textOf } from '../reading/table.ts'
import { dateIn, dateText } from './date-cell.ts'
import { phoneIn } from './phone-cell.ts'

/** A field of the shop's own, as far as a list has to know it. */
export interface OwnFieldInfo {
  readonly id: number
  readonly name: string
  readonly kind: 'text' | 'number' | 'date' | 'choice'
  readonly choices: readonly string[]
}

/** A day that somebody keeps, called as the column is. */
export interface KeptDay {
  readonly name: string
  readonly lunar: boolean
  readonly leapMonth: boolean
  readonly year: number | null
  readonly month: number
  readonly day: number
}

export interface OwnValue {
  readonly fieldId: number
  readonly text: string | null
  readonly number: number | null
}

type Say = (problem: RowProblem) => void
const most = { days: 10, phones: 5, name: 40, text: 200 } as const

/** Numbers beside the first one; what is none is said and left out. */
export const morePhonesIn = (cells: readonly Cell[], first: string | null, say: Say): string[] => {
  const found = cells.map(phoneIn)
  if (found.some(({ is }) => is === 'wrong' || is === 'masked')) say('phone-also-wrong')
  const digits = found.flatMap((one) => (one.is === 'phone' ? [one.digits] : []))
  return [...new Set(digits)].filter((phone) => phone !== first).slice(0, most.phones)
}

/** @param columns what each cell is; @param headings what each column is called. */
export const keptDaysIn = (
  row: readonly Cell[],
  columns: readonly (Field | null)[],
  headings: readonly string[],
  today: string,
  say: Say,
): KeptDay[] =>
  columns
    .flatMap((field, index): KeptDay[] => {
      const text = textOf(row[index])
      if (field !== 'anniversary' || text === '' || /^[-0.]+$/.test(text)) return []
      const found = dateIn(row[index], Number(today.slice(0, 4)))
      if (found === null || (found.year !== null && found.year < 1890)) {
        say('anniversary-wrong')
        return []
      }
      const { year, month, day, lunar, leapMonth } = found
      const name = (headings[index] ?? '').normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, most.name)
      return [{ name: name === '' ? '기념일' : name, lunar, leapMonth, year, month, day }]
    })
    .slice(0, most.days)

/** Values of the shop's own fields; what does not fit its field is said and left out. */
export const ownValuesIn = (
  row: readonly Cell[],
  columns: readonly (Field | null)[],
  own: readonly OwnFieldInfo[],
  today: string,
  say: Say,
): OwnValue[] => {
  const values = new Map<number, OwnValue>()
  for (const [index, field] of columns.entries()) {
    const info = field === null ? undefined : own.find(({ id }) => id === ownFieldId(field))
    const text = textOf(row[index]).normalize('NFC').trim()
    if (info === undefined || text === '' || values.has(info.id)) continue
    const value = ownValue(info, row[index], text, Number(today.slice(0, 4)))
    if (value === null) say('own-wrong')
    else values.set(info.id, { fieldId: info.id, ...value })
    if (text.length > most.text) say('text-cut')
  }
  return [...values.values()]
}

const ownValue = (
  { kind, choices }: OwnFieldInfo,
  cell: Cell | undefined,
  text: string,
  thisYear: number,
): Pick<OwnValue, 'text' | 'number'> | null => {
  if (kind === 'text') return { text: text.slice(0, most.text), number: null }
  if (kind === 'number') {
    const number = Number(text.replaceAll(',', ''))
    return Number.isFinite(number) ? { text: null, number } : null
  }
  if (kind === 'choice') return choices.includes(text) ? { text, number: null } : null
  const found = dateIn(cell, thisYear)
  const date = found === null || found.lunar ? null : dateText(found)
  return date === null ? null : { text: date, number: null }
}

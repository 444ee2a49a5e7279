import type { Field, RowProblem } from '#shared/moving.ts'
import { lastFour } from '#shared/phone.ts'
import { type Cell, textOf } from '../reading/table.ts'
import { dateIn, dateText } from './date-cell.ts'
import {
  type KeptDay,
  keptDaysIn,
  morePhonesIn,
  type OwnFieldInfo,
  type OwnValue,
  ownValuesIn,
} from './more-row.ts'
import { genderIn, wholeNumberIn, yesOrNo } from './number-cell.ts'
import { phoneIn } from './phone-cell.ts'

export interface Birthday {
  readonly lunar: boolean
  readonly leapMonth: boolean
  readonly year: number | null
  readonly month: number
  readonly day: number
}

/** Somebody as a row tells of them; empty texts and null where it says nothing. */
export interface PersonDraft {
  /** Row of the file, from 1, as the spreadsheet numbers it. */
  readonly line: number
  readonly name: string
  /** Normalised digits. */
  readonly phone: string | null
  readonly birthday: Birthday | null
  readonly gender: 'female' | 'male' | null
  readonly address: string
  readonly memo: string
  readonly allergy: string
  readonly caution: string
  readonly foundBy: string
  readonly card: string
  readonly tags: readonly string[]
  readonly joinedOn: string | null
  readonly points: number
  readonly marketing: boolean | null
  /** Numbers beside the first, normalised. */
  readonly morePhones: readonly string[]
  readonly days: readonly KeptDay[]
  readonly own: readonly OwnValue[]
  readonly problems: readonly RowProblem[]
}

/** All cells that a field has in a row. */
export type CellsOf = (field: Field) => readonly Cell[]

export const cellsBy =
  (columns: readonly (Field | null)[]) =>
  (row: readonly Cell[]): CellsOf =>
  (field) =>
    columns.flatMap((known, index) => (known === field && row[index] !== undefined ? [row[index]] : []))

const lengths = {
  name: 40,
  memo: 2_000,
  address: 200,
  allergy: 200,
  caution: 200,
  foundBy: 60,
  card: 60,
  tag: 20,
} as const
const notComputed = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|FORMULA!|SPILL!|CALC!)$/

/** What a list says beyond the usual columns. */
export interface More {
  readonly row: readonly Cell[]
  readonly columns: readonly (Field | null)[]
  readonly headings: readonly string[]
  readonly own: readonly OwnFieldInfo[]
}

const nothingMore: More = { row: [], columns: [], headings: [], own: [] }

/** @param today business date; nobody joins or is born after it. */
export const personIn = (
  line: number,
  cells: CellsOf,
  today: string,
  { row, columns, headings, own }: More = nothingMore,
): PersonDraft => {
  const problems: RowProblem[] = []
  const say = (problem: RowProblem): void => {
    if (!problems.includes(problem)) problems.push(problem)
  }
  const text = (field: Field, most: number): string => {
    const parts = cells(field)
      .map(textOf)
      .filter((part) => part !== '' && !notComputed.test(part))
    const whole = parts
      .join(' ')
      .normalize('NFC')
      .replace(/[^\S\n]+/g, ' ')
      .trim()
    if (whole.length > most) say('text-cut')
    return whole.slice(0, most)
  }
  const shortName = text('name', 10_000)
    .replace(/\s+/g, ' ')
    .replace(/\s*(?:고객님|님)$/, '')
  const phone = cells('phone')
    .map(phoneIn)
    .find((found) => found.is !== 'none')
  if (phone?.is === 'masked') say('phone-masked')
  if (phone?.is === 'wrong') say(notComputed.test(textOf(cells('phone')[0])) ? 'formula' : 'phone-wrong')
  const digits = phone?.is === 'phone' ? phone.digits : null
  if (phone?.is === 'phone' && phone.mended) say('phone-mended')
  if (shortName.length > lengths.name) say('name-long')
  if (phone === undefined) say(shortName === '' ? 'nobody' : 'phone-missing')
  if (shortName === '' && digits !== null) say('name-made-up')
  return {
    line,
    name: shortName === '' && digits !== null ? `손님 ${lastFour(digits)}` : shortName.slice(0, lengths.name),
    phone: digits,
    birthday: birthdayIn(cells, today, say),
    gender: genderIn(cells('gender')[0]),
    address: text('address', lengths.address),
    memo: text('memo', lengths.memo),
    allergy: text('allergy', lengths.allergy),
    caution: text('caution', lengths.caution),
    foundBy: text('foundBy', lengths.foundBy),
    card: text('card', lengths.card),
    tags: tagsIn(cells),
    joinedOn: joinedIn(cells, today, say),
    points: pointsIn(cells, say),
    marketing: yesOrNo(cells('marketing')[0]),
    morePhones: morePhonesIn([...cells('phone').slice(1), ...cells('phone2')], digits, say),
    days: keptDaysIn(row, columns, headings, today, say),
    own: ownValuesIn(row, columns, own, today, say),
    problems,
  }
}

type Say = (problem: RowProblem) => void

const birthdayIn = (cells: CellsOf, today: string, say: Say): Birthday | null => {
  const [cell] = cells('birthday')
  if (textOf(cell) === '' || /^[-0.]+$/.test(textOf(cell))) return null
  const found = dateIn(cell, Number(today.slice(0, 4)))
  if (found === null || (dateText(found) ?? '') > today) {
    say('birthday-wrong')
    return null
  }
  const mark = cells('lunar').map(textOf).join(' ')
  const lunar = found.lunar || /음|lunar/i.test(mark) || (/^(?:y|o|예|1|true)$/i.test(mark) && mark !== '')
  const { year, month, day } = found
  return { lunar, leapMonth: lunar && (found.leapMonth || mark.includes('윤')), year, month, day }
}

const joinedIn = (cells: CellsOf, today: string, say: Say): string | null => {
  const [cell] = cells('joinedOn')
  if (textOf(cell) === '') return null
  const found = dateIn(cell, Number(today.slice(0, 4)))
  const date = found === null || found.lunar ? null : dateText(found)
  if (date !== null && date <= today) return date
  say('joined-wrong')
  return null
}

const pointsIn = (cells: CellsOf, say: Say): number => {
  const [cell] = cells('points')
  const points = wholeNumberIn(cell)
  if (points === undefined) say(notComputed.test(textOf(cell)) ? 'formula' : 'points-wrong')
  if (points !== undefined && points !== null && points < 0) say('points-negative')
  return Math.max(0, points ?? 0)
}

const tagsIn = (cells: CellsOf): string[] => {
  const parts = cells('tags').flatMap((cell) => textOf(cell).split(/[,/;|·]/))
  const tags = parts.map((part) => part.replace(/^#/, '').normalize('NFC').trim().slice(0, lengths.tag))
  return [...new Set(tags.filter((tag) => tag !== '' && !notComputed.test(tag)))].slice(0, 10)
}

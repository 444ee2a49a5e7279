import type { CallOutput } from '#shared/contract/index.ts'
import { initialsOf } from '#shared/hangul.ts'
import { maskPhone } from '#shared/phone.ts'
import type { Reader } from '../../platform/db/statements.ts'
import { normaliseCode } from '../person/card-code.ts'
import { findByCard, findByOtherPhone, findByTag, findInMemos } from './also.repo.ts'
import { type NamePattern, namePattern } from './name-pattern.ts'
import { type FoundCustomer, findContaining, findInRange, findSpaced } from './search.repo.ts'
import { type SearchQuery, searchQueryOf } from './search-query.ts'
import { beginningWith } from './text-range.ts'

type Match = CallOutput<'customers.search'>[number]

const most = 20

/**
 * At most 20 customers for what was typed: last four digits, any part of a phone, initials, name, and after those a tag or
 * something in a memo; or the one whose card it is. Best first.
 */
export const searchCustomers = (reader: Reader, typed: string): Match[] => {
  const asked = searchQueryOf(typed)
  if (asked.kind === 'nothing') return []
  return byCard(reader, typed, () => foundBy(reader, asked)).map(shown)
}

/** Shorter codes are what somebody types of a number or a name. */
const shortestCard = 6

/** A card that was scanned or typed whole means one person; nothing else is looked for. */
const byCard = (reader: Reader, typed: string, otherwise: () => FoundCustomer[]): FoundCustomer[] => {
  const code = typed.length < shortestCard ? null : normaliseCode(typed)
  const holders = code === null ? [] : findByCard(reader, code)
  return holders.length > 0 ? holders : otherwise()
}

const foundBy = (reader: Reader, asked: Exclude<SearchQuery, { kind: 'nothing' }>): FoundCustomer[] => {
  if (asked.kind === 'digits') return byDigits(reader, asked.digits)
  if (asked.kind === 'initials') {
    return orElse(findInRange(reader, 'initials', beginningWith(asked.initials), most), () =>
      findContaining(reader, 'initials', asked.initials, most),
    )
  }
  const letters = asked.text.replace(/\s/g, '')
  const pattern = namePattern(letters)
  const isMeant = (one: FoundCustomer): boolean => pattern.matches(one.name)
  const begins = findInRange(reader, 'name', asked.range, pattern.fills ? most : most * 20).filter(isMeant)
  const spaced = filled(begins.slice(0, most), () => withBlanks(reader, letters, pattern).filter(isMeant))
  const named = orElse(spaced, () => findContaining(reader, 'name', asked.text, most))
  const tag = beginningWith(asked.text.replace(/^#/, ''))
  const tagged = filled(named, () => findByTag(reader, tag, most))
  return filled(tagged, () => (letters.length < 2 ? [] : findInMemos(reader, letters.toLowerCase(), most)))
}

/** Those whose names are written with blanks: by what stands before a blank, or by the initials, kept without any. */
const withBlanks = (reader: Reader, letters: string, { heads }: NamePattern): FoundCustomer[] => {
  if (heads !== null) return findSpaced(reader, heads, most * 20)
  const initials = initialsOf(letters)
  return initials === '' ? [] : findInRange(reader, 'initials', beginningWith(initials), most * 20)
}

/** Up to four digits are the end of a number first (people say those); more are its beginning or any part. */
const byDigits = (reader: Reader, digits: string): FoundCustomer[] => {
  const range = beginningWith(digits)
  const column = digits.length <= 4 ? 'last_four' : 'phone'
  const first = filled(findInRange(reader, column, range, most), () =>
    digits.length < 3 ? [] : findByOtherPhone(reader, column, range, most),
  )
  const anywhere = (): FoundCustomer[] => findContaining(reader, 'phone', digits, most)
  if (digits.length === 3) return filled(first, anywhere)
  // One or two digits stand somewhere in nearly every number.
  return digits.length < 3 ? first : orElse(first, anywhere)
}

/**
 * A part in the middle is looked for only where nothing begins so: it takes a pass over all customers, which a
 * counter of 50,000 would feel at every key.
 */
const orElse = (first: readonly FoundCustomer[], more: () => FoundCustomer[]): FoundCustomer[] =>
  first.length > 0 ? [...first] : more()

const filled = (first: readonly FoundCustomer[], more: () => FoundCustomer[]): FoundCustomer[] => {
  if (first.length >= most) return [...first]
  const known = new Set(first.map((one) => one.id))
  return [...first, ...more().filter((one) => !known.has(one.id))].slice(0, most)
}

const shown = (row: FoundCustomer): Match => ({
  id: row.id,
  name: row.name,
  maskedPhone: row.phone === null ? null : maskPhone(row.phone),
  visits: row.visits,
  lastVisit: row.last_visit,
  points: row.points,
})

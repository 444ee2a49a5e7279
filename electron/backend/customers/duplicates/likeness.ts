import type { CallOutput } from '#shared/contract/index.ts'

export type SameReason = CallOutput<'customers.duplicates'>['pairs'][number]['because'][number]

/** What is compared of somebody. */
export interface Likeable {
  readonly name: string
  /** All their numbers, digits. */
  readonly phones: readonly string[]
  /** Null where it is not known. */
  readonly birthday: Birthday | null
}

export interface Birthday {
  readonly year: number | null
  /** Calendar, month and day as one text. */
  readonly day: string
}

export interface Likeness {
  /** 0 to 100. */
  readonly score: number
  readonly because: readonly SameReason[]
}

/** From here on a pair is worth a person's look. */
export const worthAsking = 50

const weight: Readonly<Record<SameReason, number>> = {
  phone: 60,
  name: 30,
  'similar-name': 20,
  'last-digits': 30,
  birthday: 25,
}
/** Of a name alone, where one of the two has no number to compare. */
const unreachable = 20
/** Two birthdays speak against it more than a name speaks for it. */
const otherBirthday = -45

/**
 * How likely two entries are one person. The same number, or the same last four digits with the same or nearly the same
 * name, are enough to ask; a common name alone is not, unless one of them has no number at all.
 */
export const likeness = (one: Likeable, other: Likeable): Likeness => {
  const because: SameReason[] = []
  const samePhone = one.phones.some((phone) => other.phones.includes(phone))
  if (samePhone) because.push('phone')
  else if (one.phones.some((phone) => other.phones.some((own) => ends(own) === ends(phone))))
    because.push('last-digits')
  const named = sameName(one.name, other.name)
  if (named !== null) because.push(named)
  const birthday = sameBirthday(one.birthday, other.birthday)
  if (birthday === true) because.push('birthday')
  let score = because.reduce((sum, reason) => sum + weight[reason], 0)
  if (named === 'name' && (one.phones.length === 0 || other.phones.length === 0)) score += unreachable
  if (birthday === false) score += otherBirthday
  return { score: Math.max(0, Math.min(100, score)), because }
}

const ends = (phone: string): string => phone.slice(-4)

/** Null where one of them does not say. */
const sameBirthday = (one: Birthday | null, other: Birthday | null): boolean | null => {
  if (one === null || other === null) return null
  const years = one.year === null || other.year === null || one.year === other.year
  return years && one.day === other.day
}

const titles = /(?:님|씨|사장|원장|선생|고객|손님|어머니|아버지)+$/

/** Without blanks, signs, what is in brackets, titles and case. */
const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\(.*?\)|\[.*?\]/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(titles, '')

/** The same; one letter apart of three or more; or one begins with the other (`영희`, `김영희`). */
const sameName = (one: string, other: string): 'name' | 'similar-name' | null => {
  const [a, b] = [plainName(one), plainName(other)]
  if (a === '' || b === '') return null
  if (a === b) return 'name'
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length >= 2 && (long.endsWith(short) || long.startsWith(short))) return 'similar-name'
  return long.length >= 3 && oneApart(short, long) ? 'similar-name' : null
}

/** One letter other, missing or too many. @param long not the shorter one. */
const oneApart = (short: string, long: string): boolean => {
  const [a, b] = [Array.from(short), Array.from(long)]
  if (b.length - a.length > 1) return false
  let at = 0
  while (at < a.length && a[at] === b[at]) at += 1
  const rest = a.slice(a.length === b.length ? at + 1 : at)
  return rest.join('') === b.slice(at + 1).join('')
}

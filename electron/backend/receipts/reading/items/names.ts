import type { DraftItem } from './draft.ts'

const leadingMarks = /^[*#◆◇●○■□▶▷☆★※·✓]+\s*/
const trailingMarks = /\s*[*#※]+$/
const leadingCode = /^[*#]?\d{6,14}\s+(?=\S)/
const sequence = /^(\d{1,3})(?:[).:]\s*|\s+|(?=[*#]))(?=\S)/
/** Article codes before every name of a list. */
const articleCode = /^\*?(?:\d{4,6}|[A-Z]{1,2}-?\d{3,6})\s+(?=[*#]?\s*[가-힣A-Za-z(])/
const pointMark = /^[*#P]{1,2}(?=[가-힣(])/
const quantityTail = /\s*(?:[xX*]\s?(\d{1,3})|\(?(\d{1,3})(?:개|EA|ea)\)?)$/

/**
 * Joins the printed pieces of a wrapped name. A line was cut where the paper ended, in the middle of a
 * word or not; a blank is kept where one was printed.
 */
export const joined = (names: readonly string[]): string =>
  names
    .reduce(
      (whole, piece) =>
        whole === '' ? piece : `${whole}${/\s$/.test(whole) || /^\s/.test(piece) ? '' : ' '}${piece}`,
      '',
    )
    .replace(/\s+/g, ' ')
    .trim()

const unmarked = (name: string): string =>
  name.replace(leadingMarks, '').replace(leadingCode, '').replace(trailingMarks, '').trim()

/** Rows that a list of numbered goods leaves without a number. */
const unnumbered = /^(?:배달|배송|포장비|봉사료|할인|쿠폰|서비스료|봉투)/

/** `001`, `2)`, `3.` before each name, when they count up from one: not part of the name. */
const areNumbered = (names: readonly string[], hasColumn: boolean): boolean => {
  const goods = names.filter((name) => sequence.test(name) || !unnumbered.test(name))
  const numbers = goods.map((name) => sequence.exec(name)?.[1])
  if (numbers.length === 0 || numbers.some((number) => number === undefined)) return false
  if (hasColumn) return true
  const counting = numbers.every((number, index) => Number(number) === index + 1)
  const first = numbers[0] ?? ''
  return counting && (numbers.length > 1 || first.startsWith('0') || (goods[0] ?? '').startsWith('1)'))
}

export interface Naming {
  /** The head has a column of running numbers. */
  readonly numberColumn: boolean
  /** Signs that a profile knows as marks before a name; '' for none. */
  readonly marks: string
}

const withoutMarks = (name: string, marks: string): string => {
  let from = 0
  while (from < name.length && marks.includes(name.charAt(from))) from += 1
  return from > 0 && /[가-힣]/.test(name.charAt(from)) ? name.slice(from) : name
}

/** Names as a person would say them: without bullets, tax marks, running numbers and codes. */
export const namesOf = (items: readonly DraftItem[], naming: Naming): string[] => {
  const whole = items.map((item) => joined(item.names))
  const coded = whole.length > 1 && whole.every((name) => articleCode.test(name))
  const numbered = !coded && areNumbered(whole, naming.numberColumn)
  return whole.map((name) => {
    const named = coded ? name.replace(articleCode, '') : name
    const bare = numbered ? name.replace(sequence, '').replace(pointMark, '') : named
    const clean = withoutMarks(unmarked(bare), naming.marks)
    return clean === '' ? name.trim() : clean
  })
}

/** `아메리카노 x2` → 2, and the name without it; null where the name says no number. */
export const quantityIn = (name: string): { name: string; quantity: number } | null => {
  const found = quantityTail.exec(name)
  if (found === null) return null
  const quantity = Number(found[1] ?? found[2])
  const rest = name.slice(0, found.index).trim()
  return quantity > 0 && rest !== '' ? { name: rest, quantity } : null
}

interface Counted {
  readonly name: string
  readonly quantity: number
}

const countFirst = /^(\d{1,2})\s+(?=\D)(\S.*)$/

/** `2 Americano`, `1 Bagel`: counts before every name of a list that has no other; empty where they are none. */
export const leadingCounts = (items: readonly DraftItem[], names: readonly string[]): Counted[] => {
  const found = names.map((name) => countFirst.exec(name))
  const all = found.every((match, index) => match !== null && items[index]?.quantity === null)
  if (!all || (names.length === 1 && !/^\d+\s+[A-Za-z]/.test(names[0] ?? ''))) return []
  return found.map((match) => ({ name: match?.[2] ?? '', quantity: Number(match?.[1] ?? 1) }))
}

import { letters, marks, onlyAlone, short } from './words.ts'

/** A name taken apart: the thing itself, and how it is served. */
export interface NameParts {
  /** Letters and figures alone, words in the order of the alphabet. */
  readonly core: string
  readonly marks: readonly string[]
}

/** `아메리카노(ICE)`, `아이스 아메리카노` and `(I)아메리카노` are the same parts. */
export const partsOf = (name: string): NameParts => {
  const plain = name.normalize('NFKC').toLowerCase().trim()
  const found = new Set<string>()
  const tokens = (short[plain] ?? plain).split(/[^\p{L}\p{N}.%+&]+/u).filter((token) => token !== '')
  const rest = tokens.flatMap((token) => {
    const letter = tokens.length > 1 ? letters[token] : undefined
    if (letter !== undefined) {
      found.add(letter)
      return []
    }
    const bare = withoutMarks(token, found)
    return bare === '' ? [] : [bare]
  })
  const sorted = [...found].sort()
  // Nothing but marks (`핫도그` never gets here, `아이스` alone does): then they are the thing itself.
  return rest.length === 0
    ? { core: tokens.join(''), marks: [] }
    : { core: [...rest].sort().join(''), marks: sorted }
}

const withoutMarks = (token: string, found: Set<string>): string => {
  let rest = token
  for (const [mark, words] of marks) {
    for (const word of words) {
      const alone = rest === word
      const attached =
        !onlyAlone.has(word) &&
        rest.length > word.length + 1 &&
        (rest.startsWith(word) || rest.endsWith(word))
      const latin = /^[a-z]+$/.test(word) && new RegExp(`^${word}(?=[가-힣])|(?<=[가-힣])${word}$`).test(rest)
      if (!alone && !attached && !latin) continue
      found.add(mark)
      rest = alone ? '' : rest.startsWith(word) ? rest.slice(word.length) : rest.slice(0, -word.length)
      break
    }
  }
  return rest
}

/** `아이스크림` begins with a mark and is none; such words keep it. */
const figuresOf = (text: string): string => (text.match(/\d+/g) ?? []).join(' ')

/**
 * How surely two names mean one product, 0 to 1. 1: the same words in another order or spelling. From `propose` on it is
 * worth a question. What is served otherwise (ice and hot, small and large) is never the same.
 */
export const likeness = (one: NameParts, other: NameParts): number => {
  const same = one.marks.join() === other.marks.join()
  if (one.core === other.core) {
    if (same) return 1
    // One says how it is served and the other does not: perhaps the plain one was always hot, or regular.
    const [fewer, more] =
      one.marks.length < other.marks.length ? [one.marks, other.marks] : [other.marks, one.marks]
    const added = more.filter((mark) => !fewer.includes(mark))
    const quiet = added.length === 1 && ['hot', 'regular', 'take-out'].includes(added[0] ?? '')
    return quiet && fewer.every((mark) => more.includes(mark)) ? 0.8 : 0
  }
  if (!same || figuresOf(one.core) !== figuresOf(other.core)) return 0
  const [a, b] = [one.core.normalize('NFD'), other.core.normalize('NFD')]
  const longest = Math.max(a.length, b.length)
  if (longest < 6 || Math.abs(a.length - b.length) > longest * 0.25) return 0
  return Math.min(0.95, 1 - distance(a, b) / longest)
}

/** Least likeness that is asked about. */
export const propose = 0.78

/** Changes of one letter (a consonant or a vowel) from one text to the other. */
const distance = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1)
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[other.length] ?? 0
}

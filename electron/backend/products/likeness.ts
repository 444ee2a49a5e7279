import { letters, marks, onlyAlone, short } from './words.ts'

/** A name taken apart: the thing itself, and how it is served. */
export interface NameParts {
  /** Letters and figures alone, words in their order. */
  readonly core: string
  /** The same with its words in the order of the alphabet. */
  readonly sorted: string
  readonly marks: readonly string[]
  /** The core by its consonants and vowels. */
  readonly letters: string
  /** Which letters it has, one bit for several of them: what one has and the other has not has to be changed. */
  readonly mask: number
  readonly figures: string
}

/** `아메리카노(ICE)`, `아이스 아메리카노` and `(I)아메리카노` are the same parts. */
export const partsOf = (name: string): NameParts => {
  const plain = name.normalize('NFKC').toLowerCase().trim()
  const found = new Set<string>()
  const tokens = (short.get(plain) ?? plain).split(/[^\p{L}\p{N}.%+&]+/u).filter((token) => token !== '')
  const rest = tokens.flatMap((token) => {
    const letter = tokens.length > 1 ? letters.get(token) : undefined
    if (letter !== undefined) {
      found.add(letter)
      return []
    }
    const bare = withoutMarks(token, found)
    return bare === '' ? [] : [bare]
  })
  // Nothing but marks (`아이스`): then they are the thing itself.
  return rest.length === 0 ? named(tokens, []) : named(rest, [...found].sort())
}

const named = (words: readonly string[], marks: readonly string[]): NameParts => {
  const core = words.join('')
  const letters = core.normalize('NFD')
  let mask = 0
  for (const letter of letters) mask |= 1 << ((letter.codePointAt(0) ?? 0) % 31)
  return {
    core,
    sorted: [...words].sort().join(''),
    marks,
    letters,
    mask,
    figures: (core.match(/\d+/g) ?? []).join(' '),
  }
}

const withoutMarks = (token: string, found: Set<string>): string => {
  let rest = token
  for (const [mark, words] of marks) {
    for (const word of words) {
      // Ice cream is not cream with ice.
      if (mark === 'ice' && rest.includes('아이스크림')) continue
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

/** Least likeness that is asked about. */
export const propose = 0.78

/**
 * How surely two names mean one product, 0 to 1. 1: the same words in another order or spelling. From `propose` on it is
 * worth a question. What is served otherwise (ice and hot, small and large) is never the same.
 */
export const likeness = (one: NameParts, other: NameParts): number => {
  const same = one.marks.join() === other.marks.join()
  if (one.core === other.core || one.sorted === other.sorted) {
    if (same) return 1
    // One says how it is served and the other does not: perhaps the plain one was always hot, or regular.
    const [fewer, more] =
      one.marks.length < other.marks.length ? [one.marks, other.marks] : [other.marks, one.marks]
    const added = more.filter((mark) => !fewer.includes(mark))
    const quiet = added.length === 1 && ['hot', 'regular', 'take-out'].includes(added[0] ?? '')
    return quiet && fewer.every((mark) => more.includes(mark)) ? 0.8 : 0
  }
  if (!same || one.figures !== other.figures) return 0
  const [a, b] = [one.letters, other.letters]
  const longest = Math.max(a.length, b.length)
  if (longest < 6 || Math.abs(a.length - b.length) > longest * 0.25) return 0
  const allowed = Math.min(mostChange, longest * (1 - propose))
  const most = Math.floor(allowed / vowelChange)
  if (bits(one.mask & ~other.mask) > most || bits(other.mask & ~one.mask) > most) return 0
  const changes = distance(a, b)
  return changes > allowed + 1e-9 ? 0 : Math.min(0.95, 1 - changes / longest)
}

const bits = (mask: number): number => {
  let count = 0
  for (let rest = mask >>> 0; rest !== 0; rest &= rest - 1) count += 1
  return count
}

/** `크로와상` and `크루아상` differ in vowels: that is spelling. `녹차` and `홍차` differ in consonants: that is another thing. */
const vowelChange = 0.8
/** A slip of the pen. `블루베리 에이드` and `블루베리 케이크` have most letters in common and differ in two consonants. */
const mostChange = 1.9
const vowel = /[\u1161-\u1175]/
const costOf = (letter: string): number => (vowel.test(letter) ? vowelChange : 1)
const changeOf = (one: string, other: string): number =>
  one === other ? 0 : vowel.test(one) && vowel.test(other) ? vowelChange : 1

/** Changes of one letter (a consonant or a vowel) from one text to the other. */
const distance = (one: string, other: string): number => {
  let row = [0]
  for (const letter of other) row.push((row.at(-1) ?? 0) + costOf(letter))
  for (let i = 1; i <= one.length; i += 1) {
    const next = [(row[0] ?? 0) + costOf(one[i - 1] ?? '')]
    for (let j = 1; j <= other.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + changeOf(one[i - 1] ?? '', other[j - 1] ?? '')
      next.push(
        Math.min(
          swap,
          (row[j] ?? 0) + costOf(one[i - 1] ?? ''),
          (next[j - 1] ?? 0) + costOf(other[j - 1] ?? ''),
        ),
      )
    }
    row = next
  }
  return row[other.length] ?? 0
}

import { beginningWith, type TextRange } from './text-range.ts'

/** What a half-typed name may still become. */
export interface NamePattern {
  /** Names that can match stand in here. */
  readonly range: TextRange
  /** True when every name in the range matches: nothing but the last letter may still change. */
  readonly fills: boolean
  /**
   * Beginnings after which a blank may stand in a name that matches (`김영희` → `김`, `김영`); null where such names
   * have to be looked for otherwise, because what comes before the blank is not certain letter by letter.
   */
  readonly heads: readonly string[] | null
  /** True when the name (blanks removed) begins as the pattern says. */
  matches(name: string): boolean
}

interface Span {
  readonly first: number
  readonly last: number
}

const initialLetters = Array.from('ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ')
const firstSyllable = 0xac00
const lastSyllable = 0xd7a3
const syllablesAnInitial = 588
const finals = 28

/**
 * Letter by letter: an initial stands for its 588 syllables (`김ㅇㅎ`); the last syllable, while it has no final
 * consonant, for all that it may get (`기` → `김`), because it is still being composed; anything else for itself.
 * @param typed without blanks, NFC.
 */
export const namePattern = (typed: string): NamePattern => {
  const letters = Array.from(typed)
  const spans = letters.map((letter, index) => spanOf(letter, index === letters.length - 1))
  const fills = spans.every((span, index) => span.first === span.last || index === spans.length - 1)
  const certain = fills && typed.toLowerCase() === typed.toUpperCase()
  return {
    range: rangeOf(letters, spans),
    fills,
    heads: certain ? letters.slice(0, -1).map((_, index) => letters.slice(0, index + 1).join('')) : null,
    matches(name) {
      const own = Array.from(name.replace(/\s/g, '').toLowerCase())
      return spans.every((span, index) => {
        const code = own[index]?.codePointAt(0)
        return code !== undefined && code >= span.first && code <= span.last
      })
    },
  }
}

const spanOf = (letter: string, last: boolean): Span => {
  const initial = initialLetters.indexOf(letter)
  if (initial >= 0) {
    const first = firstSyllable + initial * syllablesAnInitial
    return { first, last: first + syllablesAnInitial - 1 }
  }
  const code = letter.toLowerCase().codePointAt(0) ?? 0
  const open = code >= firstSyllable && code <= lastSyllable && (code - firstSyllable) % finals === 0
  return { first: code, last: last && open ? code + finals - 1 : code }
}

/** The letters before the first one that may still change, and that one's bounds. */
const rangeOf = (letters: readonly string[], spans: readonly Span[]): TextRange => {
  const at = spans.findIndex((span) => span.first !== span.last)
  const head = letters.slice(0, at < 0 ? letters.length : at).join('')
  const open = at < 0 ? undefined : spans[at]
  if (open === undefined) return beginningWith(head)
  return {
    from: head + String.fromCodePoint(open.first),
    before: head + String.fromCodePoint(open.last + 1),
  }
}

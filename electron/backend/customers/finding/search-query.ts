import { isInitials } from '#shared/hangul.ts'
import { namePattern } from './name-pattern.ts'
import type { TextRange } from './text-range.ts'

/** What somebody typed into the counter's field, sorted out. */
export type SearchQuery =
  | { readonly kind: 'nothing' }
  /** Digits only, separators gone: the end, the beginning or a part of a phone. */
  | { readonly kind: 'digits'; readonly digits: string }
  | { readonly kind: 'initials'; readonly initials: string }
  /** Begins as `text`, whatever its last syllable and its bare initials become; or has `text` in it. */
  | { readonly kind: 'name'; readonly text: string; readonly range: TextRange }

/** @param typed as it came from the keyboard, half-composed syllables included. */
export const searchQueryOf = (typed: string): SearchQuery => {
  const text = keyLetters(typed.normalize('NFC')).trim()
  const digits = digitsOf(text)
  if (text === '' || digits === '') return { kind: 'nothing' }
  if (digits !== null) return { kind: 'digits', digits }
  const together = text.replace(/\s/g, '')
  if (isInitials(together)) return { kind: 'initials', initials: together }
  return { kind: 'name', text, range: namePattern(together).range }
}

/** Null when it is no number; `+82 10…` becomes `010…`. */
const digitsOf = (text: string): string | null => {
  const bare = text.replace(/[\s().\-‐-―·]/g, '')
  if (!/^\+?\d*$/.test(bare)) return null
  return bare.replace(/^\+(?:82)?0?(?=1|$)/, '0').replace(/^\+/, '')
}

const initials = Array.from('ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ')

/** Full-width signs as ASCII, and the conjoining initials that some input methods give as the letters on the keys. */
const keyLetters = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u1100-\u1112]/g, (letter) => initials[letter.charCodeAt(0) - 0x1100] ?? letter)

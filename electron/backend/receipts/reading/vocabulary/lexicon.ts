import { remembering } from '../text/remembering.ts'
import { labelPatterns } from './label-patterns.ts'
import { exactLabels } from './labels.ts'
import type { Meaning } from './meaning.ts'

/** Finds what a label means; built from the common words and, where there is one, a profile's own. */
export interface Lexicon {
  readonly meaningOf: (label: string) => Meaning | null
}

const instalments = /개\s*월|일\s*시\s*불|할\s*부/
const instalment = /\d{1,2}개월(할부)?|일시불|할부/g
const notLetters = /[^가-힣a-z0-9/]/g
const bracketed = /\([^)]*\)?|\[[^\]]*\]/g
/** `1)카드`, `2.현금`: payments told one by one. */
const ordinal = /^\s*\(?\d{1,2}[).]\s*(?=[가-힣A-Za-z])/
const counted = /\d+(건|개|점|종|품목|ea)|\d+%?$/g
const deed = /^(?:결제|취소|승인취소|반품|환불)/
const done = /(?:승인취소|취소|반품|환불|차감)$/
const longest = 24
const longestRemembered = 40

/** The form in which labels are compared: letters and digits only, lower case. */
export const labelKey = (label: string): string => label.toLowerCase().replace(notLetters, '')

const byPattern = (key: string, outside: string): Meaning | null => {
  const other = outside !== '' && outside !== key
  for (const [pattern, meaning] of labelPatterns) {
    if (pattern.test(key) || (other && pattern.test(outside))) return meaning
  }
  return null
}

/** @param own labels (without blanks, lower case) that win over the common ones. */
export const lexicon = (own: ReadonlyMap<string, Meaning> = new Map()): Lexicon => {
  const exact = (key: string): Meaning | undefined => own.get(key) ?? exactLabels.get(key)
  /** `결제[카드]`, `카드취소`, `정액권 차감`: a way of paying with what was done by it. */
  const paidBy = (key: string): Meaning | null => {
    const way = key.replace(deed, '').replace(done, '')
    if (way === key || way === '') return null
    const meaning = exact(way) ?? byPattern(way, '')
    return meaning?.role === 'payment' ? meaning : null
  }
  const find = (printed: string): Meaning | null => {
    const said = printed.replace(ordinal, '')
    const label = instalments.test(said) ? said.replace(/\s+/g, '').replace(instalment, '') : said
    const key = labelKey(label)
    if (key === '' || key.length > longest) return null
    const found = exact(key)
    if (found !== undefined) return found
    const paid = paidBy(key)
    if (paid !== null) return paid
    const outside = /[([]/.test(label) ? labelKey(label.replace(bracketed, '')) : key
    const bare = outside === '' || outside === key ? undefined : exact(outside)
    if (bare !== undefined) return bare
    const uncounted = key.replace(counted, '')
    const without = uncounted === '' || uncounted === key ? undefined : exact(uncounted)
    return without ?? byPattern(key, outside)
  }
  return { meaningOf: remembering(find, longestRemembered) }
}

export const commonLexicon = lexicon()

import iconv from 'iconv-lite'
import { tokenize } from '../../receipts/escpos/tokenizer.ts'

export type LineEncoding = 'cp949' | 'utf8'

/** How well bytes read as a Korean receipt. */
export interface Legibility {
  readonly encoding: LineEncoding
  /** 0 (noise) to 1 (every byte means something on a receipt). */
  readonly score: number
  /** A few lines as they read, for a person to judge. */
  readonly sample: readonly string[]
}

/** At least so many bytes are needed before anything is said of them. */
export const leastBytes = 24

/** Words that stand on nearly every Korean receipt, and shapes of money, dates and business numbers. */
const words =
  /합\s*계|영\s*수\s*증|사업자|금\s*액|부가세|공급가|대표|전화|카드|현금|결제|승인|수량|단가|주문|TEL|TOTAL|VAT/gi
const figures = /\d{1,3}(?:,\d{3})+|20\d\d[-./]\d\d?[-./]\d\d?|\d{3}-\d{2}-\d{5}|\d\d:\d\d/g

/** The 2,350 syllables of KS X 1001, in CP949's first plane; noise mostly hits the 8,822 others. */
const everydaySyllables = (() => {
  const known = new Set<string>()
  for (let lead = 0xb0; lead <= 0xc8; lead += 1) {
    for (let trail = 0xa1; trail <= 0xfe; trail += 1)
      known.add(iconv.decode(Buffer.from([lead, trail]), 'cp949'))
  }
  return known
})()

/** What a receipt is drawn with, beside letters: rules, boxes, won signs, stars. */
const drawing = /[─-╿■-◿★☆※→←↑↓·ㆍ₩￦〔〕【】「」『』（）％～…]/u

/** The better reading of the two encodings; null while there is too little to judge. */
export const legibilityOf = (bytes: Uint8Array): Legibility | null => {
  if (bytes.length < leastBytes) return null
  const cp949 = readAs(bytes, 'cp949')
  const utf8 = readAs(bytes, 'utf8')
  return utf8.score > cp949.score ? utf8 : cp949
}

const readAs = (bytes: Uint8Array, encoding: LineEncoding): Legibility => {
  let good = 0
  let bad = 0
  let text = ''
  for (const token of tokenize(bytes)) {
    if (token.type === 'text') {
      const piece = decode(token.bytes, encoding)
      text += piece
      for (const letter of piece) {
        const weight = weightOf(letter)
        if (weight > 0) good += weight
        else bad -= weight
      }
    } else if (token.type === 'control' && layout.has(token.bytes[0] ?? 0)) {
      good += 1
      text += token.bytes[0] === 0x09 ? ' ' : '\n'
    }
    // A command that is cut off at the end of the sample says nothing; noise is full of single controls.
    else if (token.type === 'unknown' || token.length === 1) bad += 2 * token.length
    else if (token.truncated !== true) good += 2
  }
  const plausible = good / Math.max(1, good + bad)
  const found = new Set([...(text.match(words) ?? []), ...(text.match(figures) ?? [])].map(squeezed))
  // Digits, capitals and one syllable over and over can be read out of noise; words, sums and many syllables cannot.
  const syllables = new Set((text.match(/[가-힣]/g) ?? []).filter((one) => everydaySyllables.has(one))).size
  const evidence = Math.min(1, 0.5 + found.size * 0.1 + Math.min(0.3, syllables * 0.03))
  return { encoding, score: plausible ** 2 * evidence, sample: sampleOf(text) }
}

/** HT, LF, FF and CR. */
const layout: ReadonlySet<number> = new Set([0x09, 0x0a, 0x0c, 0x0d])

const decode = (bytes: Uint8Array, encoding: LineEncoding): string =>
  encoding === 'utf8' ? new TextDecoder().decode(bytes) : iconv.decode(Buffer.from(bytes), 'cp949')

/** More than nothing for what belongs on a receipt, less for what does not. */
const weightOf = (letter: string): number => {
  const code = letter.codePointAt(0) ?? 0
  if (code === 0xfffd) return -3
  if (code < 0x20 || code === 0x7f) return -2
  if (code < 0x7f) return /[0-9A-Za-z ,.:\-=*/()[\]]/.test(letter) ? 1 : 0.2
  if (code >= 0xac00 && code <= 0xd7a3) return everydaySyllables.has(letter) ? 2 : -2
  if (drawing.test(letter)) return 1
  return code < 0x100 ? -2 : -1
}

const squeezed = (found: string): string => found.replaceAll(/\s/g, '').toUpperCase()

const sampleOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replaceAll(/[^\P{C}]/gu, '').trim())
    .filter((line) => line.length >= 4)
    .slice(0, 4)
    .map((line) => line.slice(0, 48))

import iconv from 'iconv-lite'

/** Stands for what the printer's character set does not have, so that a gap is seen and not guessed over. */
export const gapMark = '□'

/** What Korean printers lack and what says the same. `₩` (U+20A9) is not in CP949, the full-width sign is. */
const sameMeaning: Readonly<Record<string, string>> = {
  '₩': '￦',
  '–': '-',
  '—': '-',
  '‑': '-',
  '−': '-',
  '\u00a0': ' ',
  '•': '·',
  '✓': '√',
  '❤': '♥',
  '✨': '★',
  '⭐': '★',
}

/**
 * A text as a Korean printer can print it: composed Hangul, one line, no control characters (they would be
 * commands), everything else in CP949. An accent is dropped from its letter; what is left over becomes `□`.
 */
export const printableText = (text: string): string => {
  let printed = ''
  for (const { segment } of graphemes.segment(text.normalize('NFC'))) printed += printableSegment(segment)
  return printed
}

/** What would have to be replaced, each once, in the order of the text; empty when all of it can be printed. */
export const unprintableIn = (text: string): string[] => {
  const found = new Set<string>()
  for (const { segment } of graphemes.segment(text.normalize('NFC'))) {
    if (printableSegment(segment) !== segment) found.add(segment)
  }
  return [...found]
}

/** CP949 bytes of a text that `printableText` has passed. */
export const cp949Bytes = (text: string): Buffer => iconv.encode(text, 'cp949')

const graphemes = new Intl.Segmenter('ko', { granularity: 'grapheme' })

const printableSegment = (segment: string): string => {
  if (isInCp949(segment)) return segment
  const same = sameMeaning[segment] ?? sameMeaning[withoutVariant(segment)]
  if (same !== undefined) return same
  if (/^\p{Cc}+$/u.test(segment)) return ' '
  const plain = segment.normalize('NFD').replace(/\p{M}/gu, '')
  return plain !== '' && isInCp949(plain) ? plain : gapMark
}

/** An emoji's request to be drawn in colour. */
const withoutVariant = (segment: string): string => segment.replace(/\ufe0f/g, '')

/** Printable ASCII is one byte; everything else CP949 has is two. A `?` from the encoder means that it has not. */
const isInCp949 = (segment: string): boolean => {
  for (const character of segment) {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x20 || code === 0x7f) return false
    if (code >= 0x80 && iconv.encode(character, 'cp949').length !== 2) return false
  }
  return true
}

import { characterWidth, displayWidth } from '#shared/display-width.ts'

/**
 * Breaks a text into lines of at most `columns` (≥ 2): between words where it can, inside a word where one is too
 * long. A word that is broken keeps at least two letters on its last line, and no single letter or sign stands alone on
 * the last line of all: the word before comes along, or where that fills its line, its end. Blanks at a break are
 * dropped; no other character is.
 */
export const wrap = (text: string, columns: number): string[] => {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').filter((part) => part !== '')) {
    const joined = line === '' ? word : `${line} ${word}`
    if (displayWidth(joined) <= columns) {
      line = joined
      continue
    }
    if (line !== '') lines.push(line)
    const pieces = breakWord(word, columns)
    line = pieces.pop() ?? ''
    lines.push(...pieces)
  }
  if (line !== '') lines.push(line)
  return keepLastInCompany(lines, columns)
}

const breakWord = (word: string, columns: number): string[] => {
  const pieces: string[] = []
  let piece = ''
  let width = 0
  for (const character of word) {
    const next = characterWidth(character)
    if (width + next > columns) {
      pieces.push(piece)
      piece = ''
      width = 0
    }
    piece += character
    width += next
  }
  const before = Array.from(pieces.at(-1) ?? '')
  if (Array.from(piece).length > 1 || before.length < 3) return [...pieces, piece]
  return [...pieces.slice(0, -1), before.slice(0, -1).join(''), (before.at(-1) ?? '') + piece]
}

const keepLastInCompany = (lines: string[], columns: number): string[] => {
  const last = lines.at(-1)
  const before = lines.at(-2)
  if (last === undefined || before === undefined || Array.from(last).length > 1) return lines
  const rest = lines.slice(0, -2)
  const words = before.split(' ')
  const word = words.pop() ?? ''
  const pair = `${word} ${last}`
  if (words.length > 0 && displayWidth(pair) <= columns) return [...rest, words.join(' '), pair]
  // One word fills the line before: its end comes along, two letters of it where it keeps two itself.
  const letters = Array.from(word)
  for (const count of letters.length > 3 ? [2, 1] : [1]) {
    const end = `${letters.slice(-count).join('')} ${last}`
    const left = [...words, letters.slice(0, -count).join('')].join(' ')
    if (letters.length > count && displayWidth(end) <= columns) return [...rest, left, end]
  }
  return lines
}

/**
 * The same number of lines as `wrap`, but as even as can be, and each sentence on lines of its own where that needs
 * no more: for text that stands in the middle of the paper.
 */
export const wrapEvenly = (text: string, columns: number): string[] => {
  const usual = wrap(text, columns).length
  const sentences = text.split(/(?<=[.!?]) +/).flatMap((sentence) => evenLines(sentence, columns))
  const alone = Array.from(sentences.at(-1) ?? '').length === 1
  return sentences.length <= usual && !alone ? sentences : evenLines(text, columns)
}

const evenLines = (text: string, columns: number): string[] => {
  let best = wrap(text, columns)
  if (best.length < 2) return best
  // No word is broken for evenness.
  const longest = Math.max(...text.split(' ').map(displayWidth))
  for (let narrower = columns - 1; narrower >= longest; narrower -= 1) {
    const lines = wrap(text, narrower)
    if (lines.length > best.length) break
    if (broadest(lines) < broadest(best)) best = lines
  }
  return best
}

const broadest = (lines: readonly string[]): number => Math.max(...lines.map(displayWidth))

/**
 * A text at the left edge and figures at the right. The figures stay whole on the text's last line; a text that
 * leaves them no room is wrapped above them.
 */
export const leftRight = (left: string, right: string, columns: number): string[] => {
  const figures = displayWidth(right)
  const room = columns - figures - 1
  if (room < Math.min(displayWidth(left), minimumForText)) {
    return [...wrap(left, columns), ...wrap(right, columns).map((line) => atRight(line, columns))]
  }
  const lines = wrap(left, room)
  const last = lines.pop() ?? ''
  return [...lines, last + ' '.repeat(columns - displayWidth(last) - figures) + right]
}

/** Narrower than this a name becomes a ladder of syllables. */
const minimumForText = 8

const atRight = (text: string, columns: number): string =>
  ' '.repeat(Math.max(0, columns - displayWidth(text))) + text

/** As much of a text as fits, with `…` (two columns) for what does not. */
export const shorten = (text: string, columns: number): string => {
  if (displayWidth(text) <= columns) return text
  let kept = ''
  let width = 0
  for (const character of text) {
    width += characterWidth(character)
    if (width > columns - 2) break
    kept += character
  }
  return `${kept}…`
}

import { type Figure, figureOf, rateOf } from './figure.ts'

/** A stretch of a line between blanks, or one cut from it where a figure was glued on. */
export interface Word {
  readonly text: string
  /** Index of its first sign in the line. */
  readonly start: number
  readonly end: number
  readonly figure: Figure | null
}

const digit = /\d/
const endsLikeFigure =
  /[\d원)\]₩\-개잔병분매권리Aa점벌장레족줄판봉팩캔스XxtT트릇시각통포단모명인회박곡gG㎏Lℓ근=*]$/
const gluedSum = /^(.*[^\d,.\-₩+x*@=/([~])([-+]?₩?\d{1,3}(?:,\d{3})+(?:원)?)$/
const gluedWon = /^(.*[^\d,.\-₩+x*@=/([~])([-+]?₩?\d+원)$/
const product = /^(@?[-₩\d,.]+(?:원)?)([x*X@=])(-?[\d,.]+(?:개|EA|ea|원)?)(?:=([-₩\d,.]+(?:원)?))?$/
const times = /^[x*X@=]([-₩\d,.]+(?:개|EA|ea|원|잔)?)$/
const slashed = /^([^/]+(?:\/[^/\d]+)*)(\/[\d,]+)?(\/[\d,]+)?(\/\d{1,3}(?:,\d{3})+원?)$/
const trailing = /^(@?[-₩\d,.]+(?:원|개|매|EA|ea)?)([xX*=])$/
const clock = /\d:\d/

const operatorOf = (sign: string): Figure['operator'] => {
  if (sign === '@' || sign === '=') return sign
  return sign === '/' ? '/' : 'x'
}

const pushText = (out: Word[], text: string, start: number): void => {
  if (text !== '') out.push({ text, start, end: start + text.length, figure: null })
}

const pushFigure = (
  out: Word[],
  text: string,
  start: number,
  operator: Figure['operator'] = null,
): boolean => {
  const body = text.startsWith('@') ? text.slice(1) : text
  const figure = figureOf(body, start + text.length, text.startsWith('@') ? '@' : operator)
  if (figure === null) return false
  out.push({ text, start, end: start + text.length, figure })
  return true
}

/** `2,500x2=5,000` is three figures with their operators. */
const pushProduct = (out: Word[], text: string, start: number): boolean => {
  const parts = product.exec(text)
  if (parts === null) return false
  const [, left = '', sign = 'x', right = '', result] = parts
  const before = out.length
  const rightAt = start + left.length + 1
  const done =
    pushFigure(out, left, start) &&
    pushFigure(out, right, rightAt, operatorOf(sign)) &&
    (result === undefined || pushFigure(out, result, rightAt + right.length + 1, '='))
  if (!done) out.length = before
  return done
}

/** `라떼/2/9,000`: slashes between columns. */
const pushSlashed = (out: Word[], text: string, start: number): boolean => {
  const parts = slashed.exec(text)
  if (parts === null) return false
  const [, head = '', ...columns] = parts
  let at = start + head.length
  pushWord(out, head, start)
  for (const column of columns) {
    if (column === undefined) continue
    pushFigure(out, column.slice(1), at + 1)
    at += column.length
  }
  return true
}

const pushWord = (out: Word[], text: string, start: number): void => {
  if (!digit.test(text) || !endsLikeFigure.test(text)) return pushText(out, text, start)
  if (pushFigure(out, text, start)) return
  const open = trailing.exec(text)
  if (open !== null && pushFigure(out, open[1] ?? '', start)) {
    return pushText(out, open[2] ?? '', start + text.length - 1)
  }
  const colon = clock.test(text) ? -1 : text.lastIndexOf(':')
  if (colon >= 0 && colon < text.length - 1) {
    pushWord(out, text.slice(0, colon + 1), start)
    return pushWord(out, text.slice(colon + 1), start + colon + 1)
  }
  const multiplied = times.exec(text)
  if (multiplied !== null) {
    const figure = figureOf(multiplied[1] ?? '', start + text.length, operatorOf(text.charAt(0)))
    if (figure !== null) {
      out.push({ text, start, end: start + text.length, figure })
      return
    }
  }
  const rate = text.includes('/') ? rateOf(text, start + text.length) : null
  if (rate !== null) {
    out.push({ text, start, end: start + text.length, figure: rate })
    return
  }
  if (pushSlashed(out, text, start) || pushProduct(out, text, start)) return
  const glued = gluedSum.exec(text) ?? gluedWon.exec(text)
  if (glued !== null) {
    const head = glued[1] ?? ''
    pushText(out, head, start)
    if (pushFigure(out, glued[2] ?? '', start + head.length)) return
    out.pop()
  }
  pushText(out, text, start)
}

const isNegated = (before: Word, figure: Word): boolean =>
  before.text === '-' && figure.figure !== null && !figure.figure.negative && figure.start - before.end <= 3

const separates = (word: Word, next: Word | undefined): boolean =>
  word.text === '/' && next !== undefined && next.figure !== null

/** Puts back together what blanks tore apart: `26,000 원`, `- 1,000`, `₩ 1,000`, `x 2`. */
const mended = (words: readonly Word[]): Word[] => {
  const out: Word[] = []
  for (const [index, word] of words.entries()) {
    const before = out.at(-1)
    if (before !== undefined && separates(word, words[index + 1])) continue
    if (before === undefined) {
      out.push(word)
      continue
    }
    if (word.text === '원' && before.figure !== null) {
      const figure: Figure = { ...before.figure, unit: 'won', end: word.end }
      out[out.length - 1] = { ...before, end: word.end, figure }
      continue
    }
    if (word.figure !== null && isNegated(before, word)) {
      const figure: Figure = { ...word.figure, value: -word.figure.value, negative: true }
      out[out.length - 1] = { ...word, start: before.start, figure }
      continue
    }
    if (word.figure !== null && before.text === '₩') {
      out[out.length - 1] = { ...word, start: before.start }
      continue
    }
    if (word.figure !== null && /^[xX*@=]$/.test(before.text) && out.length > 1) {
      const figure: Figure = { ...word.figure, operator: operatorOf(before.text) }
      out[out.length - 1] = { ...word, start: before.start, figure }
      continue
    }
    out.push(word)
  }
  return out
}

/** The words of a normalised line; figures are told apart from text. */
export const wordsOf = (text: string): Word[] => {
  const out: Word[] = []
  const parts = /\S+/g
  let part = parts.exec(text)
  let hasFigure = false
  while (part !== null) {
    pushWord(out, part[0], part.index)
    part = parts.exec(text)
  }
  for (const word of out) if (word.figure !== null) hasFigure = true
  return hasFigure && out.length > 1 ? mended(out) : out
}

import type { Line } from '../text/line.ts'
import { remembered } from '../text/remembering.ts'
import type { Lexicon } from '../vocabulary/lexicon.ts'
import { endsItems, type Meaning } from '../vocabulary/meaning.ts'
import { type Header, headerFrom } from './header.ts'

/** Where the items stand: from `start` to before `end`; the sums begin at `end`. */
export interface Region {
  readonly header: Header | null
  readonly start: number
  readonly end: number
}

interface Lead {
  readonly label: string
  readonly figures: number
}

const leadIn = remembered((line: Pick<Line, 'words' | 'notes'>): Lead => {
  let label = ''
  let figures = 0
  for (const [index, word] of line.words.entries()) {
    // `4점 합계`: how many there are belongs to the word behind it.
    const counts = index === 0 && word.figure?.unit === 'piece' && line.words[1]?.figure === null
    if (counts) continue
    if (word.figure !== null && word.figure.bracket === null) figures += 1
    else if (figures === 0) label += word.text
  }
  return { figures, label }
})

/** What the words before a line's first figure mean. */
export const leadOf = (line: Line, lexicon: Lexicon): Lead & { readonly meaning: Meaning | null } => {
  const lead = leadIn(line)
  return { meaning: lead.label === '' ? null : lexicon.meaningOf(lead.label), ...lead }
}

const ends = (line: Line, lexicon: Lexicon, afterRule: boolean, columns: number): boolean => {
  const { meaning, figures, label } = leadOf(line, lexicon)
  if (meaning === null) return false
  if (meaning.role === 'aside')
    return (afterRule && label.length >= 2) || /^[^가-힣]*(총|합계|합)/.test(label)
  if (!endsItems(meaning.role)) return false
  if (figures === 0) return meaning.role !== 'payment' || afterRule
  if (meaning.role === 'payment') {
    // `(카드쿠폰)올리유 -12,000` is an article of the list, though a card is in its name.
    const taken = !afterRule && line.words.at(-1)?.figure?.negative === true
    return figures === 1 && !taken && (afterRule || columns > 1)
  }
  // `합계 3 15,000` has two; an item called like a label fills all of its columns.
  return columns < 3 || figures < 3 || /^[[<*(]*(총|합|소계|total|sub)/i.test(label)
}

const nextPrinted = (lines: readonly Line[], from: number): Line | undefined => {
  for (let i = from; i < lines.length; i += 1) {
    const line = lines[i]
    if (line !== undefined && !line.blank) return line
  }
  return undefined
}

const hasFigure = (line: Line | undefined): boolean =>
  line?.words.at(-1)?.figure !== undefined && line.words.at(-1)?.figure !== null

/** Index of the first line that is no item any more. @param columns how many figures a full row has. */
export const endFrom = (lines: readonly Line[], start: number, lexicon: Lexicon, columns: number): number => {
  let afterRule = false
  let rows = 0
  for (let i = start; i < lines.length; i += 1) {
    const line = lines[i]
    if (line === undefined || line.blank) continue
    if (line.rule) {
      afterRule = rows > 0
      continue
    }
    if (ends(line, lexicon, afterRule, columns)) return i
    if (afterRule && !hasFigure(line)) {
      const next = nextPrinted(lines, i + 1)
      if (next === undefined || next.rule || !hasFigure(next) || ends(next, lexicon, true, columns)) return i
    }
    if (hasFigure(line)) rows += 1
    else if (!afterRule) rows += 1
    afterRule = false
  }
  return lines.length
}

const infoLine =
  /^[^0-9]{0,12}(:|번호|일시|일자|전화|tel|주소|대표|사업자|pos|테이블|table|cashier|계산원|담당|고객|회원|인원|fax|date|time|주문번호|no\.?)|\d{3}-\d{2}-\d{5}|\d{2,4}-\d{3,4}-\d{4}|\d{1,2}:\d{2}|20\d{2}[-./년]|^\D{0,6}20\d{6}/i

const isSum = (line: Line | undefined): boolean => line?.words.at(-1)?.figure?.grouped === true

/** `추가: 새우` above `1개  3,000원`: a name, though it looks like a label. */
const isNameOf = (line: Line, below: Line | undefined): boolean =>
  !hasFigure(line) &&
  below !== undefined &&
  below.words.length >= 2 &&
  below.words.every((word) => word.figure !== null && !word.figure.code)

/** Without a head: the rows with figures right above the first sum. */
const guessed = (lines: readonly Line[], lexicon: Lexicon): Region | null => {
  let end = -1
  for (const line of lines) {
    const { meaning, figures } = leadOf(line, lexicon)
    const summed = figures > 0 || hasFigure(nextPrinted(lines, line.index + 1))
    if (meaning !== null && summed && endsItems(meaning.role) && meaning.role !== 'payment') {
      end = line.index
      break
    }
  }
  if (end < 0) return null
  let start = end
  let found = false
  for (let i = end - 1; i >= 0; i -= 1) {
    const line = lines[i]
    if (line === undefined || line.blank) continue
    if (line.rule) {
      const above = lines.slice(0, i).findLast((other) => !other.blank && !other.rule)
      if (found && (above === undefined || !hasFigure(above) || infoLine.test(above.compact))) break
      continue
    }
    const info = infoLine.test(line.compact) && !/,\d{3}/.test(line.compact) && !isNameOf(line, lines[i + 1])
    // Below an article's sum it says something of that article.
    if (info && found && !hasFigure(line) && isSum(lines[i - 1])) continue
    if (info && leadOf(line, lexicon).meaning?.role !== 'discount') break
    if (hasFigure(line)) found = true
    start = i
  }
  return found ? { header: null, start, end } : null
}

const printsItem = (lines: readonly Line[], region: Region): boolean =>
  lines.slice(region.start, region.end).some((line) => !line.rule && hasFigure(line))

/** Finds the list of items: under its head, or by the shape of the rows above the sums. */
export const regionOf = (lines: readonly Line[], lexicon: Lexicon): Region | null => {
  let from = 0
  let empty: Region | null = null
  for (let tries = 0; tries < 4; tries += 1) {
    const header = headerFrom(lines, from)
    if (header === null) break
    const start = header.last + 1
    const columns = header.columns.filter(
      (column) => column.role === 'unit' || column.role === 'quantity' || column.role === 'amount',
    ).length
    const region: Region = { header, start, end: endFrom(lines, start, lexicon, columns) }
    if (printsItem(lines, region)) return region
    empty ??= region
    from = header.last + 1
  }
  return guessed(lines, lexicon) ?? empty
}

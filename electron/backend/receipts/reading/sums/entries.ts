import type { PaymentMethod } from '../reading.ts'
import type { Figure } from '../text/figure.ts'
import type { Line } from '../text/line.ts'
import { remembered } from '../text/remembering.ts'
import type { Word } from '../text/words.ts'
import type { Lexicon } from '../vocabulary/lexicon.ts'
import type { Meaning, Role } from '../vocabulary/meaning.ts'
import { type Section, sectionOpened } from './section.ts'

/** A figure with a label that means something. */
export interface Entry {
  readonly role: Role
  readonly method: PaymentMethod | null
  readonly rank: number
  readonly value: number
  readonly line: number
  readonly section: Section
  readonly big: boolean
  /** As printed. */
  readonly label: string
}

export interface Entries {
  readonly list: readonly Entry[]
  /** Ways of paying that are named without a figure, in order. */
  readonly stated: readonly PaymentMethod[]
}

interface Pair {
  readonly label: string
  readonly figures: Figure[]
}

const usable = (figure: Figure): boolean => !figure.code && figure.bracket !== 'square' && !figure.decimals

const pairsIn = (words: readonly Word[]): Pair[] => {
  const out: Pair[] = []
  let label = ''
  for (const word of words) {
    if (word.figure === null) {
      label += label === '' ? word.text : ` ${word.text}`
      continue
    }
    if (!usable(word.figure)) {
      if (word.figure.bracket === null) label += word.text
      continue
    }
    if (label !== '' || out.length === 0) out.push({ label, figures: [] })
    label = ''
    const figures = out.at(-1)?.figures
    // A figure in brackets is a remark beside a plain one, and the figure itself where it stands alone.
    if (word.figure.bracket === null || figures?.length === 0) figures?.push(word.figure)
  }
  return out
}

const pairsOf = remembered(({ words }: Line): readonly Pair[] => pairsIn(words))

const methodLabel =
  /^[^가-힣a-z0-9]*(결제(수단|방법|방식|구분|유형|형태|정보|종류)?|지불(수단|방법)|지급수단|payment(method)?|paidby)[^가-힣a-z0-9]*(.*)$/i
const cardLine = /^[^가-힣]*(카드번호|카드종류|매입사|카드사|카드명)|cardno/i
const mayState = /결제|지불|지급|완불|선불|현금|카드|페이|pay|만나서|이체|입금|상품권|포인트|식권|신용|외상/i
const splitGap = /\s{2,}|\s*[|/]\s*/

/** `결제수단 완불`, `사전결제 여부: X 만나서결제 카드`, `[카카오페이]`: how it was or will be paid. */
const statedOn = (line: Line, lexicon: Lexicon): PaymentMethod | null => {
  const { compact } = line
  if (compact.length > 40 || !mayState.test(compact)) return null
  const asked = /사전결제여부\W*([OXox○×])/.exec(compact)
  if (asked !== null && /[oO○]/.test(asked[1] ?? '')) return 'prepaid'
  const meet = /(?:만나서|현장|후불)\W*(?:결제)?\W*(카드|현금)|(카드|현금)\W*(?:만나서|현장결제|후불)/.exec(
    compact,
  )
  if (meet !== null) return (meet[1] ?? meet[2]) === '카드' ? 'card' : 'cash'
  if (/만나서결제|현장결제|후불/.test(compact)) return null
  if (/결제완료[\])]?$|^앱에서.*결제|미리결제함?$/.test(compact)) return 'prepaid'
  if (compact.length <= 18 && !/[:]/.test(compact)) {
    const alone = lexicon.meaningOf(compact)
    if (alone?.role === 'payment') return alone.method ?? null
  }
  const value = methodLabel.exec(compact)?.[5] ?? ''
  if (value === '') return null
  if (/카카오|네이버|토스|페이/.test(value)) return 'easy-pay'
  if (/^앱|미리결제|앱에서/.test(value)) return 'prepaid'
  if (/완불|선결제|앱결제|온라인|결제완료|바로결제|사전결제/.test(value)) return 'prepaid'
  const meaning = lexicon.meaningOf(value)
  return meaning?.role === 'payment' ? (meaning.method ?? 'other') : null
}

const discount: Meaning = { role: 'discount' }

const rate = /[1-9]\d?(?:\.\d)?%/

/** `골드회원 10%  -6,600` or `제휴 15%  18,405` among the sums: whatever it is called, it takes off. */
const takesOff = (label: string, figure: Figure, section: Section): boolean =>
  section === 'main' &&
  /[가-힣A-Za-z]{2}/.test(label) &&
  figure.grouped &&
  (figure.value < 0 || rate.test(label))

/** Labels of a line without figures, for the figures on the next line. */
const waitingLabels = (line: Line, lexicon: Lexicon): (Meaning | null)[] => {
  if (line.compact.length > 40) return []
  const whole = lexicon.meaningOf(line.text)
  const parts = line.text.trim().split(splitGap)
  const meanings = parts.length > 1 ? parts.map((part) => lexicon.meaningOf(part)) : [whole]
  return meanings.some((meaning) => meaning !== null) ? meanings : []
}

/**
 * The labelled figures of the lines, and what is said about the way of paying. Blocks of the card
 * company, of the cash receipt and of the member are told apart, because they repeat figures.
 * @param isItem lines of the item list, which are not looked at.
 */
export const entriesOf = (
  lines: readonly Line[],
  lexicon: Lexicon,
  isItem: (index: number) => boolean,
): Entries => {
  const list: Entry[] = []
  const stated: PaymentMethod[] = []
  let section: Section = 'main'
  let above: Line | null = null
  let settled = false
  let cardSeen = false

  const push = (meaning: Meaning, value: number, line: Line, label = ''): void => {
    list.push({
      role: meaning.role,
      method: meaning.method ?? null,
      rank: meaning.rank ?? 0,
      value,
      line: line.index,
      section,
      big: line.big,
      label,
    })
    if (meaning.rank !== undefined) settled = true
  }

  for (const line of lines) {
    if (line.blank) continue
    if (line.rule) {
      if (section === 'member') section = 'main'
      continue
    }
    if (isItem(line.index)) {
      above = null
      continue
    }
    cardSeen ||= cardLine.test(line.compact)
    const opened = settled ? sectionOpened(line) : null
    if (opened !== null) section = opened
    const pairs = pairsOf(line)
    if (pairs.length === 0) {
      const said = statedOn(line, lexicon)
      if (said !== null) stated.push(said)
      above = line
      continue
    }
    const [only] = pairs
    const waiting: readonly (Meaning | null)[] =
      above !== null && pairs.length === 1 && only?.label === '' ? waitingLabels(above, lexicon) : []
    above = null
    if (only !== undefined && waiting.length > 0) {
      const last = only.figures.length === waiting.length ? only.figures : only.figures.slice(-waiting.length)
      if (last.length === waiting.length) {
        for (const [index, meaning] of waiting.entries())
          if (meaning !== null) push(meaning, last[index]?.value ?? 0, line)
      }
      continue
    }
    for (const pair of pairs) {
      const meaning = pair.label === '' ? null : lexicon.meaningOf(pair.label)
      const figure = pair.figures.at(-1)
      if (figure === undefined) continue
      if (meaning !== null) push(meaning, figure.value, line, pair.label)
      else if (line.words.at(-1)?.figure === figure && takesOff(pair.label, figure, section))
        push(discount, figure.value, line)
    }
  }
  if (cardSeen) stated.push('card')
  return { list, stated }
}

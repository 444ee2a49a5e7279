import type { EpochMs } from '#shared/dates.ts'
import { verdictOn } from '../entering/verdict.ts'
import type { Paper } from '../paper/paper.ts'
import { type Profile, profileFrom } from '../reading/profiles/profile.ts'
import type { ProfileData } from '../reading/profiles/schema.ts'
import { readPapers } from '../reading/read.ts'
import { isCountable, type Reading } from '../reading/reading.ts'
import { type Line, linesOf } from '../reading/text/line.ts'
import { labelKey } from '../reading/vocabulary/lexicon.ts'
import { literal, stableLines, wholeLine } from './fingerprint.ts'
import { type Mark, type MarkRole, markedText, markOf, type TypedWord } from './marks.ts'
import { balancingLabels, endingLabels, type Labels } from './suggested-labels.ts'
import { listsFrom, type TaughtListData } from './teach-list.ts'
import { dateFrom, numberLabelOf, totalLabel } from './teach-words.ts'

/** What has come of pointing so far. */
export interface Lesson {
  readonly reading: Reading
  /** Null as long as nothing tells this layout from others. */
  readonly profile: ProfileData | null
  /** Marks that say nothing. */
  readonly unclear: readonly MarkRole[]
}

export interface LessonInput {
  readonly paper: Paper
  readonly receivedAt: EpochMs
  readonly marks: readonly Mark[]
  readonly words?: readonly TypedWord[]
  readonly name: string
  /** Read with, where the lesson does not say otherwise. */
  readonly profiles: readonly Profile[]
}

type TaughtData = NonNullable<ProfileData['taught']>

/** More than any common label: it was pointed at. */
const pointedAt = 30

interface Words {
  readonly label: string | null
  readonly taught: TaughtData
  readonly unclear: readonly MarkRole[]
}

const wordsOf = (lines: readonly Line[], { marks, words = [], receivedAt }: LessonInput): Words => {
  const total = markOf(marks, 'total')
  const date = markOf(marks, 'date')
  const number = markOf(marks, 'number')
  const label = total === null ? null : totalLabel(lines, total)
  const when = date === null ? null : dateFrom(lines, date, receivedAt)
  const numberLabel = number === null ? null : numberLabelOf(lines, number)
  const said = (what: MarkRole): string[] => {
    const pointed = marks.filter((mark) => mark.what === what).map((mark) => markedText(lines, mark))
    const typed = words.filter((word) => word.what === what).map(({ text }) => text.replace(/\s+/g, ''))
    return [...pointed, ...typed]
      .map((word) => word.slice(0, 80))
      .filter((word) => /[가-힣A-Za-z]/.test(word))
      .slice(0, 8)
  }
  const cancelWords = said('cancel')
  const reprintWords = said('reprint')
  const empty = (what: MarkRole, words: readonly string[]): boolean =>
    markOf(marks, what) !== null && words.length === 0
  return {
    label,
    taught: {
      ...(when === null ? {} : { date: when }),
      ...(numberLabel === null ? {} : { numberLabel }),
      ...(cancelWords.length === 0 ? {} : { cancelWords }),
      ...(reprintWords.length === 0 ? {} : { reprintWords }),
    },
    unclear: [
      ...(total !== null && label === null ? (['total'] as const) : []),
      ...(date !== null && when === null ? (['date'] as const) : []),
      ...(number !== null && numberLabel === null ? (['number'] as const) : []),
      ...(empty('cancel', cancelWords) ? (['cancel'] as const) : []),
      ...(empty('reprint', reprintWords) ? (['reprint'] as const) : []),
    ],
  }
}

/** Head of the list, label of the total and of the date; with fewer than two of these the paper's own stable lines. */
const fingerprintOf = (lines: readonly Line[], words: Words, list: TaughtListData | null): string[] => {
  const { label, taught } = words
  const date = taught.date?.label ?? ''
  const own = [
    ...(list?.head === undefined ? [] : [wholeLine(list.head)]),
    ...(label === null || label.length < 2 ? [] : [literal(label)]),
    ...(date.length < 2 ? [] : [literal(date)]),
  ]
  const said = [...(taught.cancelWords ?? []), ...(taught.reprintWords ?? [])]
  const more = stableLines(lines).filter(
    (line) => line !== list?.head && !said.some((word) => line.includes(word)),
  )
  return own.length >= 2 ? own : [...own, ...more.slice(0, 2 - own.length).map(wholeLine)]
}

const profileOf = (
  name: string,
  lines: readonly Line[],
  words: Words,
  list: TaughtListData | null,
  more: Labels,
): ProfileData | null => {
  const fingerprint = fingerprintOf(lines, words, list).filter((pattern) => pattern.length >= 2)
  if (fingerprint.length === 0) return null
  const { label } = words
  const known = label !== null && labelKey(label).length <= 24
  return {
    name,
    fingerprint,
    labels: known ? [...more, { role: 'pay-total', rank: pointedAt, words: [labelKey(label)] }] : [...more],
    columns: [],
    quirks: {},
    sample: '',
    taught: { ...words.taught, ...(list === null ? {} : { list }) },
  }
}

const readWith = (input: LessonInput, profile: ProfileData | null): Reading => {
  const profiles = profile === null ? input.profiles : [profileFrom(profile), ...input.profiles]
  const [reading] = readPapers([input.paper], { receivedAt: input.receivedAt, profiles })
  if (reading === undefined) throw new Error('A paper gave no reading')
  return reading
}

/** The kind that the words of the paper speak for, where it kept a whole sale from being counted. */
const despiteOf = (input: LessonInput, profile: ProfileData, reading: Reading): ProfileData => {
  const pointed = markOf(input.marks, 'total') !== null && markOf(input.marks, 'amount') !== null
  if (!pointed || isCountable(reading.kind)) return profile
  return { ...profile, taught: { ...profile.taught, despite: reading.kind } }
}

/** Higher is better: it would be counted, it is sure, it has fewer contradictions. */
const worth = (reading: Reading): number =>
  (verdictOn(reading) === 'count' ? 100 : 0) + reading.confidence * 10 - reading.problems.length

/** A paper of more lines is read once or twice, not twenty times: the counter waits meanwhile. */
const longestTried = 300

/** One way to take what was pointed at. */
interface Way {
  readonly profile: ProfileData | null
  readonly reading: Reading
}

/** Makes a profile of what was pointed at, and reads the paper with it. Pure, a few milliseconds. */
export const teach = (input: LessonInput): Lesson => {
  const lines = linesOf(input.paper)
  const words = wordsOf(lines, input)
  const lists = listsFrom(lines, input.marks)
  const unclear = [
    ...words.unclear,
    ...(markOf(input.marks, 'amount') !== null && lists.length === 0 ? (['amount'] as const) : []),
  ]
  const nothing = input.marks.length === 0
  const ways: Way[] = []
  const consider = (list: TaughtListData | null, more: Labels): Reading => {
    const plain = nothing ? null : profileOf(input.name, lines, words, list, more)
    const profile = plain === null ? null : despiteOf(input, plain, readWith(input, plain))
    const reading = readWith(input, profile)
    ways.push({ profile, reading })
    return reading
  }
  const endings = endingLabels(lines, input.marks)
  for (const more of lines.length > longestTried ? endings.slice(0, 1) : endings) {
    for (const list of lists.length === 0 ? [null] : lists) {
      const balancing = balancingLabels(lines, input.marks, consider(list, more))
      if (balancing !== null) consider(list, [...more, ...balancing])
    }
    if (ways.some(({ reading }) => verdictOn(reading) === 'count')) break
  }
  // The first of equals is the simplest.
  const best = ways.reduce((one, other) => (worth(other.reading) > worth(one.reading) ? other : one))
  return { ...best, unclear }
}

/**
 * A profile that puts papers like this one aside. @param others lines without blanks that receipts of the shop
 * bear too, which therefore say nothing.
 */
export const teachNotSale = (paper: Paper, name: string, others: ReadonlySet<string>): ProfileData | null => {
  const own = stableLines(linesOf(paper)).filter((line) => line.length >= 2 && !others.has(line))
  if (own.length === 0) return null
  return {
    name,
    fingerprint: own.slice(0, 2).map(wholeLine),
    labels: [],
    columns: [],
    quirks: {},
    sample: '',
    taught: { notSale: true },
  }
}

import { papersOf } from '../../electron/backend/receipts/paper/papers-of.ts'
import { readPapers } from '../../electron/backend/receipts/reading/read.ts'
import type { Reading } from '../../electron/backend/receipts/reading/reading.ts'
import { type ExpectedDocument, type ReceiptFixture, receivedAt } from '../fixtures/receipts/fixture.ts'
import { differences, isSale, isSure, isSureAndWrong, kindIsRight } from './reading-judge.ts'

/** One paper beside its expectation. */
export interface Judged {
  readonly fixture: string
  readonly layout: string
  readonly expected: ExpectedDocument
  readonly read: Reading | undefined
  readonly wrong: readonly string[]
}

export interface Accuracy {
  readonly sales: number
  readonly salesExact: number
  /** Sales that are exact and need nobody to look at them. */
  readonly salesSure: number
  readonly documents: number
  readonly documentsExact: number
  readonly kindsRight: number
  readonly sureAndWrong: number
}

/** Reads a fixture's bytes as a source would deliver them, with every profile or with none. */
export const judge = (fixture: ReceiptFixture, profiles: 'on' | 'off'): readonly Judged[] => {
  const papers = papersOf(fixture.bytes, fixture.encoding)
  const readings = readPapers(papers, profiles === 'on' ? { receivedAt } : { receivedAt, profiles: [] })
  const judged = fixture.documents.map((expected, at) => ({
    fixture: fixture.name,
    layout: fixture.layout,
    expected,
    read: readings[at],
    wrong: differences(expected, readings[at]),
  }))
  // A paper that nobody expects must at least not be counted.
  const surplus = readings.slice(fixture.documents.length).map((read) => ({
    fixture: fixture.name,
    layout: fixture.layout,
    expected: { doubtful: true } as const,
    read,
    wrong: ['surplus'],
  }))
  return [...judged, ...surplus]
}

export const accuracyOf = (judged: readonly Judged[]): Accuracy => {
  const count = (test: (each: Judged) => boolean): number => judged.filter(test).length
  const exact = (each: Judged): boolean => each.wrong.length === 0
  const sale = (each: Judged): boolean => isSale(each.expected)
  return {
    sales: count(sale),
    salesExact: count((each) => sale(each) && exact(each)),
    salesSure: count((each) => sale(each) && exact(each) && each.read !== undefined && isSure(each.read)),
    documents: judged.length,
    documentsExact: count(exact),
    kindsRight: count((each) => kindIsRight(each.expected, each.read)),
    sureAndWrong: count((each) => isSureAndWrong(each.expected, each.read)),
  }
}

const percent = (part: number, whole: number): string =>
  `${part}/${whole} ${((100 * part) / Math.max(1, whole)).toFixed(1)}%`.padStart(15)

const columns = ['sales exact', 'of them sure', 'papers exact', 'kinds right', 'sure & wrong'] as const

/** The table that the test prints, one line a group of fixtures. */
export const accuracyTable = (groups: readonly (readonly [name: string, accuracy: Accuracy])[]): string => {
  const head = ''.padEnd(34) + columns.map((column) => column.padStart(16)).join('')
  const lines = groups.map(([name, a]) =>
    [
      name.padEnd(34),
      percent(a.salesExact, a.sales),
      percent(a.salesSure, a.salesExact),
      percent(a.documentsExact, a.documents),
      percent(a.kindsRight, a.documents),
      String(a.sureAndWrong).padStart(15),
    ].join(' '),
  )
  return [head, ...lines].join('\n')
}

/** One line for each paper that was read otherwise than expected. */
export const mistakes = (judged: readonly Judged[]): string =>
  judged
    .filter((each) => each.wrong.length > 0)
    .map(
      (each) => `${each.fixture}: ${each.wrong.join(', ')} (${each.read?.confidence.toFixed(2) ?? 'none'})`,
    )
    .join('\n')

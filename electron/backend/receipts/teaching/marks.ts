import type { CallParsed } from '#shared/contract/index.ts'
import type { Line } from '../reading/text/line.ts'

/** One thing that the owner has pointed at: signs `start` to before `end` of a printed line. */
export type Mark = CallParsed<'teaching.preview'>['marks'][number]
export type MarkRole = Mark['what']

/** A word for a cancellation or a second print that was typed, because it stands on other papers. */
export type TypedWord = CallParsed<'teaching.preview'>['words'][number]

/** The first mark of a kind; later ones of the same kind are more words for it. */
export const markOf = (marks: readonly Mark[], what: MarkRole): Mark | null =>
  marks.find((mark) => mark.what === what) ?? null

/** The marked text without blanks. */
export const markedText = (lines: readonly Line[], mark: Mark): string =>
  (lines[mark.line]?.text ?? '').slice(mark.start, mark.end).replace(/\s+/g, '')

/** The words right before a place, without blanks and back to the last figure: `매출 No 12 일시:` gives `일시:`. */
export const labelBefore = (line: Line, start: number): string =>
  /[^\d]*$/.exec(line.text.slice(0, start).replace(/\s+/g, ''))?.[0] ?? ''

/** Words that name something: two letters or more, blanks and decoration apart. */
export const isTelling = (label: string): boolean => label.replace(/[^가-힣A-Za-z]/g, '').length >= 2

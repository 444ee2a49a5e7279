import type { CallOutput } from '#shared/contract/index.ts'
import type { Paper, PaperLine } from '../paper/paper.ts'
import { pngDataUrl } from './one-bit-png.ts'

export type PaperView = CallOutput<'review.paper'>

export interface ViewedPaper {
  readonly id: number
  readonly received_at: number
  readonly kind: string
  readonly profile: string | null
  readonly confidence: number
  readonly problems: string
  readonly total: number | null
}

/** Problem codes stand in one text column, separated by blanks. */
export const problemList = (problems: string): string[] => problems.split(' ').filter((code) => code !== '')

/** The usual width of a Korean receipt; narrower papers are drawn on it, wider ones get what they need. */
const usualColumns = 42
/** A paper larger than this is drawn up to here. */
const mostLines = 1_000
const mostColumns = 96

/** @param papers read again from the kept bytes; empty where those are gone. */
export const paperView = (row: ViewedPaper, papers: readonly Paper[]): PaperView => {
  const lines: PaperView['lines'] = []
  const images: PaperView['images'] = []
  const codes: PaperView['codes'] = []
  for (const paper of papers) {
    for (const image of paper.images) {
      images.push({
        line: lines.length + image.line,
        widthDots: image.widthDots,
        heightDots: image.heightDots,
        dataUrl: image.bits === null ? null : pngDataUrl(image.bits, image.widthDots, image.heightDots),
      })
    }
    codes.push(...paper.codes.map((code) => ({ ...code, line: lines.length + code.line })))
    lines.push(...paper.lines.map(viewedLine))
  }
  const shown = lines.slice(0, mostLines)
  return {
    paperId: row.id,
    receivedAt: row.received_at,
    kind: row.kind,
    profile: row.profile,
    confidence: row.confidence,
    problems: problemList(row.problems),
    total: row.total,
    columns: Math.min(mostColumns, Math.max(usualColumns, ...shown.map((line) => cellsOf(line.text)))),
    lines: shown,
    images: images.filter((image) => image.line <= shown.length),
    codes: codes.filter((code) => code.line <= shown.length),
  }
}

const viewedLine = (line: PaperLine): PaperView['lines'][number] => ({
  text: line.text,
  align: line.align,
  runs: line.runs.map((run) => ({ ...run })),
})

/** Half-width cells: Hangul and other wide letters take two. */
const cellsOf = (text: string): number => {
  let cells = 0
  for (const letter of text) cells += (letter.codePointAt(0) ?? 0) >= 0x1100 ? 2 : 1
  return cells
}

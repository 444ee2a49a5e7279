import type { MoveKind } from '#shared/moving.ts'
import { type RowProblem, refuses } from '#shared/moving.ts'

export interface ProblemRow {
  readonly line: number
  readonly problems: readonly RowProblem[]
}

/** What one row or sale adds to the dry run. */
export interface Judged {
  readonly lines: readonly number[]
  readonly problems: readonly RowProblem[]
  readonly does: 'refuse' | 'leave' | 'add' | 'complete'
  readonly points: number
  readonly sum: number
  readonly attached: boolean
}

/** Sums of a dry run while it goes on. */
export interface Tally {
  readonly kind: MoveKind
  fresh: number
  completed: number
  known: number
  refused: number
  points: number
  sum: number
  attached: number
  readonly counts: Map<RowProblem, number>
  readonly rows: ProblemRow[]
}

export const beginTally = (kind: MoveKind): Tally => ({
  kind,
  fresh: 0,
  completed: 0,
  known: 0,
  refused: 0,
  points: 0,
  sum: 0,
  attached: 0,
  counts: new Map(),
  rows: [],
})

export const tallyOne = (tally: Tally, judged: Judged): void => {
  const { lines, problems, does } = judged
  if (does === 'refuse') tally.refused += lines.length
  if (does === 'leave') tally.known += 1
  if (does === 'add') {
    tally.fresh += 1
    tally.sum += judged.sum
    if (judged.attached) tally.attached += 1
  }
  if (does === 'complete') tally.completed += 1
  tally.points += judged.points
  for (const problem of problems) tally.counts.set(problem, (tally.counts.get(problem) ?? 0) + lines.length)
  if (problems.length > 0) for (const line of lines) tally.rows.push({ line, problems })
}

/** Most frequent first, what keeps a row out before what is only said. */
export const problemCounts = (
  counts: ReadonlyMap<RowProblem, number>,
): { problem: RowProblem; refuses: boolean; rows: number }[] =>
  [...counts]
    .map(([problem, rows]) => ({ problem, refuses: refuses(problem), rows }))
    .sort((a, b) => Number(b.refuses) - Number(a.refuses) || b.rows - a.rows)

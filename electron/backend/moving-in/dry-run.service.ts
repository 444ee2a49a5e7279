import type { CallOutput } from '#shared/contract/index.ts'
import type { Field } from '#shared/moving.ts'
import type { Reader } from '../platform/db/statements.ts'
import { beginTally, problemCounts, type Tally, tallyOne } from './check.ts'
import type { OwnFieldInfo } from './fields/more-row.ts'
import { createInPieces, fetchedAhead } from './in-pieces.service.ts'
import { type Existing, judgePerson } from './people-in.service.ts'
import { broughtInAt } from './runs.repo.ts'
import { judgeSale } from './sales-in.service.ts'
import type { FileThread } from './worker/file-thread.port.ts'
import type { Look } from './worker/talk.ts'

export interface DryOrder {
  readonly look: Look
  readonly columns: readonly (Field | null)[]
  readonly existing: Existing
  readonly digest: string
  readonly today: string
  readonly own: readonly OwnFieldInfo[]
}

export interface DryRun {
  readonly drafts: number
  readonly tally: Tally
  readonly check: NonNullable<CallOutput<'moving.state'>['check']>
}

/** Drafts fetched from the thread at once. */
const batch = 150

/** What would come of a list, row by row, without writing any. Rejects when it is called off. */
export const dryRun = async (
  reader: Reader,
  from: FileThread,
  order: DryOrder,
  progress: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<DryRun> => {
  const { look, columns, existing, digest, today, own } = order
  const { sheet, kind, headerRow } = look
  const { rows, drafts } = await from.ask('check', { sheet, kind, headerRow, columns, today, own })
  const tally = beginTally(kind)
  const repeats = new Map<string, number>()
  const inPieces = createInPieces(() => false)
  const judgeAll = async <D>(
    fetch: (at: number) => Promise<readonly D[]>,
    judge: (draft: D) => void,
  ): Promise<void> => {
    for await (const { items, done } of fetchedAhead(drafts, batch, fetch)) {
      signal.throwIfAborted()
      await inPieces(items, signal, (some) => {
        const began = performance.now()
        for (const draft of some) judge(draft)
        return { rows: performance.now() - began, sealing: 0 }
      })
      progress(done, drafts)
    }
  }
  if (kind === 'customers')
    await judgeAll(
      (at) => from.ask('people', { from: at, count: batch }),
      (draft) => {
        const judged = judgePerson(reader, draft, { existing, digest })
        tallyOne(tally, { ...judged, lines: [draft.line], sum: 0, attached: false })
      },
    )
  else
    await judgeAll(
      (at) => from.ask('sales', { from: at, count: batch }),
      (draft) => {
        const judged = judgeSale(reader, draft, repeats)
        const attached = judged.customerId !== null
        tallyOne(tally, { ...judged, lines: draft.lines, sum: draft.total, attached, points: 0 })
      },
    )
  signal.throwIfAborted()
  const { counts, rows: _, ...sums } = tally
  const check = { ...sums, rows, problems: problemCounts(counts), broughtInAt: broughtInAt(reader, digest) }
  return { drafts, tally, check }
}

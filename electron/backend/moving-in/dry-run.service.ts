import { setImmediate as breathe } from 'node:timers/promises'
import type { CallOutput } from '#shared/contract/index.ts'
import type { Reader } from '../platform/db/statements.ts'
import { beginTally, problemCounts, type Tally, tallyOne } from './check.ts'
import type { Field } from './fields/field.ts'
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
}

export interface DryRun {
  readonly drafts: number
  readonly tally: Tally
  readonly check: NonNullable<CallOutput<'moving.state'>['check']>
}

/** Drafts judged between two turns of others. */
const batch = 200

/** What would come of a list, row by row, without writing any. Rejects when it is called off. */
export const dryRun = async (
  reader: Reader,
  from: FileThread,
  order: DryOrder,
  progress: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<DryRun> => {
  const { look, columns, existing, digest, today } = order
  const { sheet, kind, headerRow } = look
  const { rows, drafts } = await from.ask('check', { sheet, kind, headerRow, columns, today })
  const tally = beginTally(kind)
  const repeats = new Map<string, number>()
  for (let done = 0; done < drafts; done += batch) {
    signal.throwIfAborted()
    if (kind === 'customers') {
      for (const draft of await from.ask('people', { from: done, count: batch })) {
        const judged = judgePerson(reader, draft, { existing, digest })
        tallyOne(tally, { ...judged, lines: [draft.line], sum: 0, attached: false })
      }
    } else {
      for (const draft of await from.ask('sales', { from: done, count: batch })) {
        const judged = judgeSale(reader, draft, repeats)
        const attached = judged.customerId !== null
        tallyOne(tally, { ...judged, lines: draft.lines, sum: draft.total, attached, points: 0 })
      }
    }
    progress(done, drafts)
    await breathe()
  }
  const { counts, rows: _, ...sums } = tally
  const check = { ...sums, rows, problems: problemCounts(counts), broughtInAt: broughtInAt(reader, digest) }
  return { drafts, tally, check }
}

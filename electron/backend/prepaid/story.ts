import type { BusinessDate } from '#shared/dates.ts'
import type { Won } from '#shared/won.ts'

interface Told {
  readonly id: number
  readonly kind: string
  readonly paid: number
  readonly bonus: number
  readonly money: Won
  readonly receipt_id: number | null
  readonly of_id: number | null
}

/** How one that was sold stands, as its entries tell it. */
export interface Story {
  /** What was sold, or brought along from elsewhere. */
  readonly paid: number
  readonly bonus: number
  /** Won that were paid for it. */
  readonly price: Won
  /** What of it is used now. */
  readonly usedPaid: number
  readonly usedBonus: number
  readonly open: boolean
  /** The entry that stands and closed it; null while it is open. */
  readonly closedBy: {
    readonly id: number
    readonly kind: 'give-back' | 'void'
    readonly receiptId: number | null
  } | null
  /** Entries that stand and ended it, or a part that came back later, by its day. */
  readonly ended: readonly number[]
}

const closing = ['give-back', 'void'] as const

/** @param entries of one holding, in their order. */
export const storyOf = (entries: readonly Told[]): Story => {
  const sold = entries.filter(({ kind }) => kind === 'sell' || kind === 'opening')
  const uses = entries.filter(({ kind }) => kind === 'use' || kind === 'use-back')
  const undone = new Set(
    entries.flatMap(({ kind, of_id }) => (kind === 'use-back' || of_id === null ? [] : [of_id])),
  )
  const stands = (entry: Told): boolean => !undone.has(entry.id)
  const closed = entries.findLast((entry) => closing.some((kind) => kind === entry.kind) && stands(entry))
  return {
    paid: sum(sold, 'paid'),
    bonus: sum(sold, 'bonus'),
    price: sum(sold, 'money'),
    usedPaid: 0 - sum(uses, 'paid'),
    usedBonus: 0 - sum(uses, 'bonus'),
    open: closed === undefined,
    closedBy:
      closed === undefined
        ? null
        : {
            id: closed.id,
            kind: closed.kind === 'void' ? 'void' : 'give-back',
            receiptId: closed.receipt_id,
          },
    ended: entries.filter((entry) => entry.kind === 'end' && stands(entry)).map(({ id }) => id),
  }
}

const sum = (entries: readonly Told[], what: 'paid' | 'bonus' | 'money'): number =>
  entries.reduce((all, entry) => all + entry[what], 0)

export type HoldingState = 'open' | 'used-up' | 'ended' | 'given-back' | 'void'

/** @param left what is left now, of both parts. */
export const stateOf = (
  story: Story,
  left: number,
  endsOn: BusinessDate | null,
  day: BusinessDate,
): HoldingState => {
  if (story.closedBy !== null) return story.closedBy.kind === 'void' ? 'void' : 'given-back'
  if (left > 0) return endsOn !== null && endsOn < day ? 'ended' : 'open'
  return story.ended.length > 0 ? 'ended' : 'used-up'
}

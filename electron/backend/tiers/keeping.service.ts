import type { BusinessDate, EpochMs } from '#shared/dates.ts'
import type { LoyaltyFollower } from '../loyalty/follower.ts'
import type { Reader, Writer } from '../platform/db/statements.ts'
import type { Ids } from '../platform/ids.ts'
import { dayOf } from './day.service.ts'
import { planOn, rankIn } from './plan.ts'
import { changesBetween, type Standing, standingOn, type TierFacts } from './standing.ts'
import {
  addEntry,
  addSet,
  boughtDays,
  handReasons,
  handSets,
  putRow,
  readPlans,
  readRow,
  setOfMerge,
  type TierEntry,
  takeReasonsBack,
} from './tiers.repo.ts'

/** Who wants to know that somebody has reached a tier, or never should have. */
export interface TierListener {
  reached(tx: Writer, customerId: number, tierId: number, date: BusinessDate, at: EpochMs): void
  takenBack(tx: Writer, customerId: number, tierId: number, at: EpochMs): void
}

/** Keeps everybody's tier in step with their purchases; always inside somebody's unit of work. */
export interface TierKeeping extends LoyaltyFollower {
  /** Puts the tier in place as of today: the changes of days that were missed first, each with its own day. */
  look(tx: Writer, customerId: number, at: EpochMs, receiptId?: number | null): void
  standing(reader: Reader, customerId: number, at: EpochMs): Standing
  /** @returns the tier as it is kept; 0 for none. */
  tierOf(reader: Reader, customerId: number): number
}

type Cause = TierEntry['cause']

export const createTierKeeping = (ids: Ids, listener: TierListener): TierKeeping => {
  const put = (
    tx: Writer,
    facts: TierFacts,
    customerId: number,
    at: EpochMs,
    why: { readonly receiptId: number | null; readonly merge: boolean },
  ) => {
    const { receiptId, merge } = why
    const today = dayOf(tx, at)
    const row = readRow(tx, customerId)
    const before = row?.tier_id ?? null
    const standing = standingOn(facts, today)
    const now = standing.tierId
    const note = (
      entry: Pick<TierEntry, 'before_id' | 'tier_id' | 'cause' | 'counted' | 'business_date'>,
    ) => {
      const own = entry.business_date === today ? receiptId : null
      addEntry(tx, { ...entry, id: ids.next(at), customer_id: customerId, receipt_id: own, at })
      const { cause, tier_id: reached, before_id: lost } = entry
      // Two entries of one person have earned nothing new, and nothing is taken from anybody.
      if (merge) return
      if (cause === 'taken-back' && lost !== null) listener.takenBack(tx, customerId, lost, at)
      else if (reached !== null && rises(facts, entry.business_date, lost, reached))
        listener.reached(tx, customerId, reached, entry.business_date, at)
    }
    if (before !== now) {
      const missed = changesBetween(facts, row?.looked_on ?? today, today)
      const whole = missed[0]?.before === before && missed.at(-1)?.after === now
      if (whole && !merge)
        for (const change of missed)
          note({
            before_id: change.before,
            tier_id: change.after,
            cause: change.cause,
            counted: change.counted,
            business_date: change.date,
          })
      else
        note({
          before_id: before,
          tier_id: now,
          cause: merge ? 'moved' : causeOf(facts, today, before, standing),
          counted: standing.counted,
          business_date: today,
        })
    }
    if (row === undefined && now === null && standing.nextOn === null) return
    putRow(tx, {
      customer_id: customerId,
      tier_id: now,
      since: before === now ? (row?.since ?? today) : today,
      looked_on: today,
      next_on: standing.nextOn,
    })
  }

  const look: TierKeeping['look'] = (tx, customerId, at, receiptId = null) => {
    const facts = factsOf(tx, customerId)
    if (facts !== null) put(tx, facts, customerId, at, { receiptId, merge: false })
  }
  const lookAfterMerge = (tx: Writer, customerId: number, at: EpochMs): void => {
    const facts = factsOf(tx, customerId)
    if (facts !== null) put(tx, facts, customerId, at, { receiptId: null, merge: true })
  }

  return {
    look,
    standing: (reader, customerId, at) =>
      standingOn(factsOf(reader, customerId) ?? { plans: [], sets: [], days: [] }, dayOf(reader, at)),
    tierOf: (reader, customerId) => readRow(reader, customerId)?.tier_id ?? 0,
    attached: (tx, sale, customerId, at) => look(tx, customerId, at, sale.id),
    detached: (tx, sale, customerId, at) => look(tx, customerId, at, sale.id),
    changed: (tx, sale, customerId, at) => look(tx, customerId, at, sale.id),
    merged(tx, from, into, mergeId, at) {
      const hand = handSets(tx, from).at(-1)
      const own = handSets(tx, into).at(-1)
      if (hand?.tier_id != null && own?.tier_id == null)
        addSet(tx, { ...hand, id: ids.next(at), customer_id: into, merge_id: mergeId, at }, '')
      handReasons(tx, from, into)
      lookAfterMerge(tx, from, at)
      lookAfterMerge(tx, into, at)
    },
    unmerged(tx, from, into, mergeId, at) {
      const taken = setOfMerge(tx, into, mergeId)
      if (taken !== undefined && handSets(tx, into).at(-1)?.id === taken.id)
        addSet(tx, { ...taken, id: ids.next(at), tier_id: null, until_date: null, at }, '')
      takeReasonsBack(tx, from, into)
      lookAfterMerge(tx, from, at)
      lookAfterMerge(tx, into, at)
    },
  }
}

const factsOf = (reader: Reader, customerId: number): TierFacts | null => {
  const plans = readPlans(reader)
  const sets = handSets(reader, customerId).map((set) => ({
    tierId: set.tier_id,
    fromDate: set.from_date,
    untilDate: set.until_date,
  }))
  if (plans.length === 0 && sets.length === 0) return null
  return { plans, sets, days: boughtDays(reader, customerId) }
}

const rises = (facts: TierFacts, date: BusinessDate, before: number | null, now: number): boolean => {
  const plan = planOn(facts.plans, date)
  return plan === null || rankIn(plan, now) > rankIn(plan, before)
}

/** The past itself has become another one: a sale was given back, taken off or put right. */
const causeOf = (facts: TierFacts, today: BusinessDate, before: number | null, now: Standing): Cause => {
  if (now.byHand !== null) return 'set'
  return now.tierId !== null && rises(facts, today, before, now.tierId) ? 'reached' : 'taken-back'
}

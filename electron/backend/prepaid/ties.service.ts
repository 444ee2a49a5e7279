import type { EpochMs } from '#shared/dates.ts'
import { soldItemsOf } from '../coupons/sold.service.ts'
import { isMeant } from '../coupons/terms.ts'
import { leaveOut } from '../loyalty/left-out.service.ts'
import type { Reader, Writer } from '../platform/db/statements.ts'
import type { ReceiptRecord } from '../receipts/facts.service.ts'
import { addTie, type Entry, looseEntries, takenBackOf, tiedTo } from './entries.repo.ts'
import { findHolding } from './holdings.repo.ts'
import { termsById } from './terms.repo.ts'
import { type PrepaidTerms, wonOf } from './terms.ts'
import { findStory } from './till.service.ts'

/** A receipt comes within this time after something was sold or used; older ones have lost theirs. */
const longestWaitMs = 30 * 60_000

/** Ties a sale or a use to its receipt; the caller has the receipt's points settled then (`Loyalty.adjust`). */
export const tieTo = (tx: Writer, entry: Entry, sale: ReceiptRecord, at: EpochMs): void => {
  addTie(tx, entry.id, sale.id, at)
  sayLeftOut(tx, sale, tiedTo(tx, sale.id))
}

/** Sales and uses of the last minutes that have no receipt yet become this one's. */
export const tieLoose = (tx: Writer, sale: ReceiptRecord, customerId: number, at: EpochMs): void => {
  for (const entry of looseFor(tx, sale, customerId, at)) addTie(tx, entry.id, sale.id, at)
}

const looseFor = (reader: Reader, sale: ReceiptRecord, customerId: number, at: EpochMs): Entry[] => {
  let price = 0
  return looseEntries(reader, customerId, at - longestWaitMs, at).filter((entry) => {
    const back = takenBackOf(reader, entry.id)
    if (entry.kind === 'use') return back.paid + back.bonus < 0 - entry.paid - entry.bonus
    const { story } = findStory(reader, entry.holding_id)
    if (!story.open || !fits(reader, sale, price + entry.money)) return false
    price += entry.money
    return true
  })
}

/** Won of a sale that is nobody's yet that would give no points, were it this customer's. */
export const foreseenLeftOut = (
  reader: Reader,
  sale: ReceiptRecord,
  customerId: number,
  at: EpochMs,
): number => leftOutBy(reader, sale, [...tiedTo(reader, sale.id), ...looseFor(reader, sale, customerId, at)])

/** The terms by which it was sold. */
export const termsOfEntry = (tx: Reader, entry: Entry): PrepaidTerms => {
  const holding = findHolding(tx, entry.holding_id)
  if (holding === undefined) throw new Error('An entry of nothing that was sold')
  return termsById(tx, holding.terms_id)
}

/** Whether a receipt can have paid for that, beside what it has paid for already. */
export const fits = (tx: Reader, sale: ReceiptRecord, price: number): boolean => {
  const paid = tiedTo(tx, sale.id)
    .filter(({ kind }) => kind === 'sell')
    .reduce((sum, entry) => sum + soldFor(tx, entry), 0)
  return sale.total - paid >= price
}

/** What of a sale gives no points is known with its entries. */
export const sayLeftOut = (tx: Writer, sale: ReceiptRecord, entries: readonly Entry[]): void =>
  leaveOut(tx, sale.id, leftOutBy(tx, sale, entries))

/**
 * Won of the sale that give no points here, for they give or gave them elsewhere, or never do. What the sale was paid
 * for prepaid is no part of what was used with it.
 */
const leftOutBy = (tx: Reader, sale: ReceiptRecord, entries: readonly Entry[]): number => {
  const of = entries.map((entry) => ({ entry, terms: termsOfEntry(tx, entry) }))
  const sold = of.filter(({ entry }) => entry.kind === 'sell')
  const used = of.filter(({ entry, terms }) => entry.kind === 'use' && terms.earns !== 'use')
  const price = sum(sold.map(({ entry }) => soldFor(tx, entry)))
  const elsewhere = sum(
    sold.flatMap(({ entry, terms }) => (terms.earns === 'sale' ? [] : [soldFor(tx, entry)])),
  )
  const worth = sum(used.map(({ entry, terms }) => usedFor(tx, sale, entry, terms)))
  const rest = Math.max(0, sale.total - price)
  return Math.min(Math.max(0, sale.total), elsewhere + Math.min(worth, rest))
}

/** What was paid for it, also where it was given back since; nothing where its sale was undone. */
const soldFor = (tx: Reader, entry: Entry): number =>
  findStory(tx, entry.holding_id).story.closedBy?.kind === 'void' ? 0 : entry.money

/** An amount as it is; of a pass what the receipt asks for its items, or the normal price where it is for anything. */
const usedFor = (tx: Reader, sale: ReceiptRecord, entry: Entry, terms: PrepaidTerms): number => {
  const back = takenBackOf(tx, entry.id)
  const used = 0 - entry.paid - entry.bonus - back.paid - back.bonus
  if (terms.unit === 'won') return used
  const normal = used * (terms.singlePrice ?? wonOf(terms, 1))
  if (terms.targets.length === 0) return normal
  const meant = soldItemsOf(tx, sale.id).filter((item) => isMeant(terms.targets, item))
  return Math.min(
    normal,
    Math.max(
      0,
      meant.reduce((sum, { amount }) => sum + amount, 0),
    ),
  )
}

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0)

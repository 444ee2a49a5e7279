import type { EpochMs } from '#shared/dates.ts'
import { soldItemsOf } from '../coupons/sold.service.ts'
import { isMeant } from '../coupons/terms.ts'
import { leaveOut } from '../loyalty/left-out.service.ts'
import type { Writer } from '../platform/db/statements.ts'
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
  for (const entry of looseEntries(tx, customerId, at - longestWaitMs, at)) {
    const { story } = findStory(tx, entry.holding_id)
    const back = takenBackOf(tx, entry.id)
    const stands = entry.kind === 'sell' ? story.open : back.paid + back.bonus < 0 - entry.paid - entry.bonus
    if (stands && (entry.kind === 'use' || fits(tx, sale, entry.money))) addTie(tx, entry.id, sale.id, at)
  }
}

/** The terms by which it was sold. */
export const termsOfEntry = (tx: Writer, entry: Entry): PrepaidTerms => {
  const holding = findHolding(tx, entry.holding_id)
  if (holding === undefined) throw new Error('An entry of nothing that was sold')
  return termsById(tx, holding.terms_id)
}

/** Whether a receipt can have paid for that, beside what it has paid for already. */
export const fits = (tx: Writer, sale: ReceiptRecord, price: number): boolean => {
  const paid = tiedTo(tx, sale.id)
    .filter(({ kind }) => kind === 'sell')
    .reduce((sum, entry) => sum + soldFor(tx, entry), 0)
  return sale.total - paid >= price
}

/**
 * Won of the sale that give no points here, for they give or gave them elsewhere, or never do. What the sale was paid
 * for prepaid is no part of what was used with it.
 */
export const sayLeftOut = (tx: Writer, sale: ReceiptRecord, entries: readonly Entry[]): void => {
  const of = entries.map((entry) => ({ entry, terms: termsOfEntry(tx, entry) }))
  const sold = of.filter(({ entry }) => entry.kind === 'sell')
  const used = of.filter(({ entry, terms }) => entry.kind === 'use' && terms.earns !== 'use')
  const price = sum(sold.map(({ entry }) => soldFor(tx, entry)))
  const elsewhere = sum(
    sold.flatMap(({ entry, terms }) => (terms.earns === 'sale' ? [] : [soldFor(tx, entry)])),
  )
  const worth = sum(used.map(({ entry, terms }) => usedFor(tx, sale, entry, terms)))
  const rest = Math.max(0, sale.total - price)
  leaveOut(tx, sale.id, Math.min(Math.max(0, sale.total), elsewhere + Math.min(worth, rest)))
}

/** What was paid for it, also where it was given back since; nothing where its sale was undone. */
const soldFor = (tx: Writer, entry: Entry): number =>
  findStory(tx, entry.holding_id).story.closedBy?.kind === 'void' ? 0 : entry.money

/** An amount as it is; of a pass what the receipt asks for its items, or the normal price where it is for anything. */
const usedFor = (tx: Writer, sale: ReceiptRecord, entry: Entry, terms: PrepaidTerms): number => {
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

import type { CallOutput } from '#shared/contract/index.ts'
import type { EpochMs } from '#shared/dates.ts'
import { dayReached } from '../loyalty/day.service.ts'
import type { Reader } from '../platform/db/statements.ts'
import { findReceipt, remainingOf } from '../receipts/facts.service.ts'
import { entriesOf } from './entries.repo.ts'
import { reasonsOf, tiesOf } from './history.repo.ts'
import { type Holding, holdingsOf } from './holdings.repo.ts'
import { stateOf, storyOf } from './story.ts'
import { termsById } from './terms.repo.ts'
import { workingsOf } from './workings.repo.ts'

type Shown = CallOutput<'prepaid.ofCustomer'>[number]

/** All that somebody was ever sold, newest first, with every entry and how what was given back was reckoned. */
export const prepaidOf = (reader: Reader, customerId: number, at: EpochMs): Shown[] =>
  holdingsOf(reader, customerId)
    .map((holding) => shown(reader, holding, at))
    .toReversed()

const shown = (reader: Reader, holding: Holding, at: EpochMs): Shown => {
  const entries = entriesOf(reader, holding.id)
  const story = storyOf(entries)
  const terms = termsById(reader, holding.terms_id)
  const left = holding.paid_left + holding.bonus_left
  const ties = tiesOf(reader, holding.id)
  const reasons = reasonsOf(reader, holding.id)
  const workings = Map.groupBy(workingsOf(reader, holding.id), (line) => line.entry_id)
  const sold = entries.find((entry) => entry.kind === 'sell')
  return {
    holdingId: holding.id,
    productId: terms.productId,
    name: terms.name,
    unit: terms.unit,
    price: story.price,
    paid: story.paid,
    bonus: story.bonus,
    left,
    bonusLeft: holding.bonus_left,
    startsOn: holding.starts_on,
    endsOn: holding.ends_on,
    state: stateOf(story, left, holding.ends_on, dayReached(reader, at)),
    short: story.open && sold !== undefined && isShort(reader, ties.get(sold.id) ?? null, story.price),
    entries: entries.toReversed().map((entry) => ({
      id: entry.id,
      at: entry.at,
      kind: entry.kind,
      count: entry.paid + entry.bonus,
      money: entry.money,
      receiptId: ties.get(entry.id) ?? entry.receipt_id,
      reason: reasons.get(entry.id) ?? null,
      canTakeBack: story.open && entry.kind === 'use' && stillUsed(entries, entry) > 0,
      working: (workings.get(entry.id) ?? []).map(({ line, won, count, each }) => ({
        line,
        won,
        count,
        each,
      })),
    })),
  }
}

/** The receipt stands, but for less than was paid for this. */
const isShort = (reader: Reader, saleId: number | null, price: number): boolean => {
  const sale = saleId === null ? undefined : findReceipt(reader, saleId)
  return sale !== undefined && remainingOf(reader, sale.id) < price
}

const stillUsed = (entries: Parameters<typeof storyOf>[0], use: (typeof entries)[number]): number =>
  0 -
  entries
    .filter((entry) => entry === use || entry.of_id === use.id)
    .reduce((sum, entry) => sum + entry.paid + entry.bonus, 0)

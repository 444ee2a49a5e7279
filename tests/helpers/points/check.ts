import { expect } from 'vitest'
import { query } from '#backend/platform/db/query.ts'
import { businessDate } from '#shared/dates.ts'
import type { World } from './world.ts'

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0)

/** Every sum that is kept, counted again from entries by plain arithmetic. @throws where anything does not agree. */
export const check = (world: World): void => {
  expect(faults(world)).toEqual([])
}

interface EntryRow {
  readonly id: number
  readonly kind: string
  readonly lot_id: number | null
  readonly action_id: number | null
  readonly points: number
  readonly receipt_id: number | null
  readonly customer_id: number
}
interface LotRow {
  readonly id: number
  readonly customer_id: number
  readonly remaining: number
  readonly ends_on: string | null
}

/** What does not agree, in words; nothing in a ledger that is right. */
export const faults = (world: World): string[] => {
  const { reader } = world.ledger
  const ids = world.people.map(({ id }) => id)
  const entries: EntryRow[] = reader.all(
    query.selectFrom('points_entry').selectAll().where('customer_id', 'in', ids),
  )
  const lots: LotRow[] = reader.all(
    query.selectFrom('points_lot').selectAll().where('customer_id', 'in', ids),
  )
  return [
    ...lotFaults(entries, lots),
    ...balanceFaults(world, entries, lots),
    ...traceFaults(world, entries),
    ...earlyEnds(world, entries, lots),
    ...worthFaults(world, entries),
  ]
}

const lotFaults = (entries: readonly EntryRow[], lots: readonly LotRow[]): string[] => {
  const byLot = Map.groupBy(entries, (entry) => entry.lot_id)
  return lots.flatMap((lot) => {
    const own = byLot.get(lot.id) ?? []
    const stands = sum(own.map(({ points }) => points))
    const foreign = own.some(({ customer_id: owner }) => owner !== lot.customer_id)
    return stands === lot.remaining && !foreign ? [] : [`lot ${lot.id}: ${lot.remaining}, entries ${stands}`]
  })
}

const balanceFaults = (world: World, entries: readonly EntryRow[], lots: readonly LotRow[]): string[] => {
  const ids = world.people.map(({ id }) => id)
  const byPerson = Map.groupBy(entries, (entry) => entry.customer_id)
  const figures = world.ledger.reader.all(
    query.selectFrom('customer_figures').select(['customer_id', 'points']).where('customer_id', 'in', ids),
  )
  return ids.flatMap((id) => {
    const own = byPerson.get(id) ?? []
    const balance = sum(own.map(({ points }) => points))
    const open = sum(lots.filter((lot) => lot.customer_id === id).map(({ remaining }) => remaining))
    const claim = -sum(own.filter((entry) => entry.lot_id === null).map(({ points }) => points))
    const kept = figures.find((one) => one.customer_id === id)?.points
    // Below nought only by a claim, and a claim only where nothing else is left.
    const agree = balance === open - claim && kept === balance && claim >= 0 && (claim === 0 || open === 0)
    return agree ? [] : [`customer ${id}: kept ${kept}, entries ${balance}, lots ${open}, claim ${claim}`]
  })
}

/** Each entry has an action that sums up to its entries, or the receipt that it was given for. */
const traceFaults = (world: World, entries: readonly EntryRow[]): string[] => {
  const ids = world.people.map(({ id }) => id)
  const byAction = Map.groupBy(entries, (entry) => entry.action_id)
  const actions = world.ledger.reader.all(
    query.selectFrom('points_action').select(['id', 'kind', 'points']).where('customer_id', 'in', ids),
  )
  const uneven = actions.filter(
    ({ id, points }) => sum((byAction.get(id) ?? []).map((entry) => entry.points)) !== points,
  )
  const untraced = entries.filter(
    (entry) => entry.points === 0 || (entry.action_id === null && entry.receipt_id === null),
  )
  return [
    ...uneven.map(({ id, kind, points }) => `${kind} ${id}: ${points}`),
    ...untraced.map(({ id, kind }) => `${kind} entry ${id} has no cause`),
  ]
}

/** By the true day, whatever the PC's clock said meanwhile. */
const earlyEnds = (world: World, entries: readonly EntryRow[], lots: readonly LotRow[]): string[] => {
  const today = businessDate(world.trueNow)
  const ended = new Set(entries.filter(({ kind }) => kind === 'expire').map((entry) => entry.lot_id))
  return lots
    .filter((lot) => ended.has(lot.id) && (lot.ends_on ?? '9999') >= today)
    .map((lot) => `lot ${lot.id} of ${lot.ends_on} ended by ${today}`)
}

/** Every amount for which points are given in these worlds divides this. */
const unit = 210_000_000n

/** Points of sales and the parts of points under them are together exactly what the sales are worth. */
const worthFaults = (world: World, entries: readonly EntryRow[]): string[] => {
  const { reader } = world.ledger
  const ids = world.people.map(({ id }) => id)
  const given = entries.filter(
    ({ kind, receipt_id: receipt }) =>
      kind === 'earn' ||
      kind === 'take-back' ||
      kind === 'move' ||
      (kind === 'correction' && receipt !== null),
  )
  const under = reader
    .all(query.selectFrom('points_rest').selectAll().where('customer_id', 'in', ids))
    .reduce((all, { rest, unit: of }) => all + (BigInt(rest) * unit) / BigInt(of), 0n)
  const worth = world.sales.reduce((all, id) => all + worthOfSale(world, id), 0n)
  const points = BigInt(sum(given.map((entry) => entry.points))) * unit
  return points + under === worth ? [] : [`worth ${worth}, points ${points}, parts under them ${under}`]
}

const worthOfSale = (world: World, id: number): bigint => {
  const { reader } = world.ledger
  const total = sum(
    reader
      .all(
        query
          .selectFrom('receipt')
          .select(['total', 'customer_id'])
          .where((eb) => eb.or([eb('id', '=', id), eb('refunds_receipt_id', '=', id)])),
      )
      .map((row) => (row.customer_id === null ? 0 : row.total)),
  )
  const rate = reader.first(
    query
      .selectFrom('points_worth as w')
      .innerJoin('points_rule as h', 'h.id', 'w.rule_id')
      .innerJoin('points_rule_rate as r', 'r.rule_id', 'w.rule_id')
      .select(['r.points', 'r.per_won', 'h.way', 'h.carries'])
      .where('w.sale_id', '=', id)
      .orderBy('w.id', 'desc')
      .limit(1),
  )
  if (rate === undefined) return 0n
  const exact = (BigInt(Math.max(0, total)) * BigInt(rate.points) * unit) / BigInt(rate.per_won)
  const step = unit * BigInt(rate.way === 'percent' ? 1 : Math.max(1, rate.points))
  return rate.carries === 1 ? exact : (exact / step) * step
}

import { expect } from 'vitest'
import { query } from '#backend/platform/db/query.ts'
import { businessDate } from '#shared/dates.ts'
import type { World } from './world.ts'

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0)

/** Every sum that is kept, counted again from entries by plain arithmetic. @throws where anything does not agree. */
export const check = (world: World): void => {
  const { reader } = world.ledger
  const ids = world.people.map(({ id }) => id)
  const entries = reader.all(query.selectFrom('points_entry').selectAll().where('customer_id', 'in', ids))
  const lots = reader.all(query.selectFrom('points_lot').selectAll().where('customer_id', 'in', ids))
  const actions = reader.all(query.selectFrom('points_action').selectAll().where('customer_id', 'in', ids))
  const figures = reader.all(
    query.selectFrom('customer_figures').select(['customer_id', 'points']).where('customer_id', 'in', ids),
  )
  const byLot = Map.groupBy(entries, (entry) => entry.lot_id)
  const byAction = Map.groupBy(entries, (entry) => entry.action_id)
  const byPerson = Map.groupBy(entries, (entry) => entry.customer_id)

  for (const lot of lots) {
    expect(sum((byLot.get(lot.id) ?? []).map(({ points }) => points))).toBe(lot.remaining)
    expect((byLot.get(lot.id) ?? []).every(({ customer_id: owner }) => owner === lot.customer_id)).toBe(true)
  }
  for (const id of ids) {
    const own = byPerson.get(id) ?? []
    const balance = sum(own.map(({ points }) => points))
    const open = sum(lots.filter((lot) => lot.customer_id === id).map(({ remaining }) => remaining))
    const claim = -sum(own.filter((entry) => entry.lot_id === null).map(({ points }) => points))
    expect(balance).toBe(open - claim)
    expect(claim).toBeGreaterThanOrEqual(0)
    // Below nought only by a claim, and a claim only where nothing else is left.
    if (claim > 0) expect(open).toBe(0)
    expect(figures.find((one) => one.customer_id === id)?.points).toBe(balance)
  }
  for (const action of actions)
    expect(sum((byAction.get(action.id) ?? []).map(({ points }) => points))).toBe(action.points)
  // Traced: an action, or the receipt that it was given for.
  for (const entry of entries) {
    expect(entry.action_id !== null || entry.receipt_id !== null).toBe(true)
    expect(entry.points).not.toBe(0)
  }
  nothingEndedEarly(world, entries, lots)
  worthIsGiven(world, entries)
}

type Rows = {
  entry: {
    kind: string
    lot_id: number | null
    points: number
    receipt_id: number | null
    customer_id: number
  }
  lot: { id: number; ends_on: string | null }
}

/** By the true day, whatever the PC's clock said meanwhile. */
const nothingEndedEarly = (
  world: World,
  entries: readonly Rows['entry'][],
  lots: readonly Rows['lot'][],
): void => {
  const today = businessDate(world.trueNow)
  const ended = new Set(entries.filter(({ kind }) => kind === 'expire').map((entry) => entry.lot_id))
  for (const lot of lots) if (ended.has(lot.id)) expect((lot.ends_on ?? '9999') < today).toBe(true)
}

/** Points of sales and the parts of points under them are together exactly what the sales are worth. */
const worthIsGiven = (world: World, entries: readonly Rows['entry'][]): void => {
  const { reader } = world.ledger
  const ids = world.people.map(({ id }) => id)
  const given = entries.filter(
    ({ kind, receipt_id: receipt }) =>
      kind === 'earn' ||
      kind === 'take-back' ||
      kind === 'move' ||
      (kind === 'correction' && receipt !== null),
  )
  const rests = reader.all(query.selectFrom('points_rest').selectAll().where('customer_id', 'in', ids))
  const rates = reader.all(
    query
      .selectFrom('points_rule_rate as r')
      .innerJoin('points_rule as h', 'h.id', 'r.rule_id')
      .select(['r.rule_id', 'r.points', 'r.per_won', 'h.way', 'h.carries']),
  )
  const sales = world.sales.map((id) => ({
    id,
    total: sum(
      reader
        .all(
          query
            .selectFrom('receipt')
            .select(['total', 'customer_id'])
            .where((eb) => eb.or([eb('id', '=', id), eb('refunds_receipt_id', '=', id)])),
        )
        .map((row) => (row.customer_id === null ? 0 : row.total)),
    ),
    rule: reader.first(
      query.selectFrom('points_worth').select('rule_id').where('sale_id', '=', id).orderBy('id', 'desc'),
    )?.rule_id,
  }))
  // Every amount for which points are given here divides this.
  const unit = 210_000n * 1_000n
  const worth = sales.reduce((all, { total, rule }) => {
    const rate = rates.find((one) => one.rule_id === rule)
    if (rate === undefined) return all
    const exact = (BigInt(Math.max(0, total)) * BigInt(rate.points) * unit) / BigInt(rate.per_won)
    const height = unit * BigInt(rate.way === 'percent' ? 1 : Math.max(1, rate.points))
    return all + (rate.carries === 1 ? exact : (exact / height) * height)
  }, 0n)
  const under = rests.reduce((all, { rest, unit: of }) => {
    expect((BigInt(rest) * unit) % BigInt(of)).toBe(0n)
    return all + (BigInt(rest) * unit) / BigInt(of)
  }, 0n)
  expect(BigInt(sum(given.map(({ points }) => points))) * unit + under).toBe(worth)
}

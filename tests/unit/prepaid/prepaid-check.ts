import { expect } from 'vitest'
import type { World } from './prepaid-world.ts'

interface Entry {
  readonly id: number
  readonly holding_id: number
  readonly kind: string
  readonly paid: number
  readonly bonus: number
  readonly money: number
  readonly of_id: number | null
  readonly sale_id: number | null
}
interface Holding {
  readonly id: number
  readonly customer_id: number
  readonly paid_left: number
  readonly bonus_left: number
  readonly unit: 'won' | 'times'
  readonly single_price: number | null
  readonly earns: string
  readonly targets: number
  readonly exists_now: number
}
interface Sale {
  readonly id: number
  readonly customer_id: number | null
  readonly total: number
  readonly left: number
  readonly refunds: number
  readonly left_out: number | null
  readonly worth: number | null
  readonly unit: number | null
}

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0)
const both = (entries: readonly Entry[]): number => sum(entries.map((one) => one.paid + one.bonus))

/** What stands in the ledger against plain arithmetic over its rows. */
export const checkPrepaid = async (world: World): Promise<void> => {
  const { db } = world.ledger
  const holdings = db
    .prepare(
      `SELECT h.*, t.unit, t.single_price, t.earns,
        (SELECT count(*) FROM prepaid_target WHERE terms_id = t.id) AS targets,
        EXISTS (SELECT 1 FROM customer WHERE id = h.customer_id) AS exists_now
       FROM prepaid_holding AS h JOIN prepaid_terms AS t ON t.id = h.terms_id
        WHERE h.customer_id IN (${world.customers.join(',')})`,
    )
    .all() as Holding[]
  const entries = db
    .prepare(
      `SELECT e.*, s.sale_id FROM prepaid_entry AS e LEFT JOIN prepaid_tie AS s ON s.entry_id = e.id
        WHERE e.holding_id IN (${[0, ...holdings.map(({ id }) => id)].join(',')})`,
    )
    .all() as Entry[]
  const sales = db
    .prepare(
      `SELECT r.id, r.customer_id, r.total, l.won AS left_out,
        r.total + coalesce((SELECT sum(total) FROM receipt WHERE refunds_receipt_id = r.id), 0) AS left,
        (SELECT count(*) FROM receipt WHERE refunds_receipt_id = r.id) AS refunds,
        (SELECT worth FROM points_worth WHERE sale_id = r.id ORDER BY id DESC LIMIT 1) AS worth,
        (SELECT unit FROM points_worth WHERE sale_id = r.id ORDER BY id DESC LIMIT 1) AS unit
       FROM receipt AS r LEFT JOIN points_left_out AS l ON l.sale_id = r.id 
        WHERE r.id IN (${[0, ...world.sales.map((sale) => sale.id)].join(',')})`,
    )
    .all() as Sale[]
  const bySale = new Map(sales.map((sale) => [sale.id, sale]))
  const undone = new Set(
    entries.flatMap((one) => (one.kind === 'use-back' || one.of_id === null ? [] : [one.of_id])),
  )
  const closed = new Map<number, Entry>()
  for (const one of entries)
    if ((one.kind === 'void' || one.kind === 'give-back') && !undone.has(one.id))
      closed.set(one.holding_id, one)
  for (const holding of holdings) checkHolding(holding, entries, closed, bySale)
  checkUses(entries, holdings, closed, bySale)
  checkPoints(entries, holdings, closed, sales)
  expect((await world.shop.prepaid.checking.run()).differing).toBe(0)
  expect((await world.shop.pointsDesk.checking.run()).differing).toBe(0)
  const book = world.shop.prepaid.book.read()
  expect(book.bonus).toBe(sum(book.months.map((month) => month.bonus)))
  expect(book.holdings).toBeGreaterThanOrEqual(
    holdings.filter((one) => one.paid_left + one.bonus_left > 0).length,
  )
}

const checkHolding = (
  holding: Holding,
  all: readonly Entry[],
  closed: ReadonlyMap<number, Entry>,
  sales: ReadonlyMap<number, Sale>,
): void => {
  const own = all.filter((one) => one.holding_id === holding.id)
  const of = (...kinds: string[]) => own.filter((one) => kinds.includes(one.kind))
  expect(holding.exists_now).toBe(1)
  expect(holding.paid_left).toBe(sum(own.map((one) => one.paid)))
  expect(holding.bonus_left).toBe(sum(own.map((one) => one.bonus)))
  for (const part of ['paid', 'bonus'] as const) {
    const sold = sum(of('sell', 'opening').map((one) => one[part]))
    const used = -sum(of('use', 'use-back').map((one) => one[part]))
    expect(used).toBeGreaterThanOrEqual(0)
    expect(used).toBeLessThanOrEqual(sold)
    const ended = -sum(of('end', 'revive').map((one) => one[part]))
    const gone = -sum(of('void', 'unvoid', 'give-back', 'keep').map((one) => one[part]))
    expect(sold - used - ended - gone).toBe(holding[part === 'paid' ? 'paid_left' : 'bonus_left'])
  }
  // Never more money back than was paid.
  const [sold] = of('sell', 'opening')
  const money = sum(own.map((one) => one.money))
  expect(money).toBeGreaterThanOrEqual(0)
  expect(money).toBeLessThanOrEqual(sold?.money ?? 0)
  const closing = closed.get(holding.id)
  expect(closing === undefined || holding.paid_left + holding.bonus_left === 0).toBe(true)
  // Whatever was paid for with a sale that was given back whole is closed.
  const sale = sales.get(sold?.sale_id ?? 0)
  const gone = sale !== undefined && sale.refunds > 0 && sale.left <= 0
  expect(!gone || closing !== undefined).toBe(true)
}

const checkUses = (
  all: readonly Entry[],
  holdings: readonly Holding[],
  closed: ReadonlyMap<number, Entry>,
  sales: ReadonlyMap<number, Sale>,
): void => {
  for (const use of all.filter((one) => one.kind === 'use')) {
    const used = 0 - both([use])
    const left = used - both(all.filter((one) => one.of_id === use.id))
    expect(left).toBeGreaterThanOrEqual(0)
    expect(left).toBeLessThanOrEqual(used)
    const sale = sales.get(use.sale_id ?? 0)
    if (sale === undefined || closed.has(use.holding_id)) continue
    const gone = sale.customer_id === null || (sale.refunds > 0 && sale.left <= 0)
    expect(!gone || left === 0).toBe(true)
    const unit = holdings.find((one) => one.id === use.holding_id)?.unit
    const share = sale.refunds === 0 ? used : Math.floor((used * Math.max(0, sale.left)) / sale.total)
    // Less where somebody took it back; never more than the part of the sale that stands.
    if (unit === 'won') expect(left).toBeLessThanOrEqual(share)
  }
}

/** One percent of what is left of a sale, less what gives points elsewhere. */
const checkPoints = (
  all: readonly Entry[],
  holdings: readonly Holding[],
  closed: ReadonlyMap<number, Entry>,
  sales: readonly Sale[],
): void => {
  for (const sale of sales) {
    if (sale.customer_id === null) continue
    const tied = all.filter((one) => one.sale_id === sale.id)
    const holdingOf = (one: Entry) => holdings.find(({ id }) => id === one.holding_id)
    const paidFor = tied.filter((one) => one.kind === 'sell' && closed.get(one.holding_id)?.kind !== 'void')
    const elsewhere = sum(paidFor.flatMap((one) => (holdingOf(one)?.earns === 'sale' ? [] : [one.money])))
    const worth = sum(
      tied
        .filter((one) => one.kind === 'use' && holdingOf(one)?.earns !== 'use')
        .map((one) => {
          const holding = holdingOf(one)
          const used = 0 - both([one]) - both(all.filter((back) => back.of_id === one.id))
          if (holding?.unit === 'won') return used
          const normal = used * (holding?.single_price ?? 0)
          return holding?.targets === 0 ? normal : Math.min(normal, sale.total)
        }),
    )
    const rest = Math.max(0, sale.total - sum(paidFor.map((one) => one.money)))
    const leftOut = Math.min(sale.total, elsewhere + Math.min(worth, rest))
    expect(sale.left_out ?? 0).toBe(leftOut)
    const base = Math.max(0, Math.max(0, sale.left) - leftOut)
    expect(Math.floor((sale.worth ?? 0) / (sale.unit ?? 1))).toBe(Math.floor(base / 100))
  }
}

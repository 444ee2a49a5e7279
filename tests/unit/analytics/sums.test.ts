import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { receiptsChange } from '#backend/analytics/shares.service.ts'
import { query } from '#backend/platform/db/query.ts'
import type { Ledger } from '#backend/platform/ledger.ts'
import { setOwner } from '#backend/receipts/facts.service.ts'
import { isDangolError } from '#shared/errors.ts'
import { ledgerLab } from '../../helpers/ledger-lab.ts'
import { expectBoughtToBeRight, keepSome } from '../../helpers/month-lists.ts'
import { arrivalOf, item, refundReading, saleReading } from '../../helpers/readings.ts'
import { type ShopLab, shopLab } from '../../helpers/shop-lab.ts'
import { expectSumsToBeRight } from '../../helpers/sums.ts'

const menu = ['아메리카노', '아메리카노(ICE)', '크루아상', '원두(kg)', '라떼'] as const
const quantities = [1, 2, 0.45, 0.0005, 3] as const

type Line = { readonly product: number; readonly quantity: number; readonly amount: number }
type Step =
  | {
      readonly do: 'sell' | 'refund first'
      readonly lines: readonly Line[]
      readonly to: number | null
      readonly day: number
      readonly hour: number
    }
  | { readonly do: 'attach' | 'move'; readonly sale: number; readonly customer: number }
  | { readonly do: 'detach' | 'late sale'; readonly sale: number }
  | { readonly do: 'refund'; readonly sale: number; readonly share: number; readonly day: number }
  | { readonly do: 'rewrite'; readonly sale: number; readonly lines: readonly Line[]; readonly day: number }
  | { readonly do: 'merge'; readonly customer: number; readonly into: number }
  | { readonly do: 'delete'; readonly sale: number }
  | { readonly do: 'list months'; readonly every: number }

const place = fc.nat({ max: 9 })
const guest = fc.nat({ max: 2 })
const day = fc.nat({ max: 80 })
const lines = fc.array(
  fc.record({
    product: fc.nat({ max: menu.length - 1 }),
    quantity: fc.constantFrom(...quantities),
    amount: fc.integer({ min: 1, max: 40_000 }),
  }),
  { minLength: 1, maxLength: 3 },
)
const selling = { lines, to: fc.option(guest), day, hour: fc.nat({ max: 23 }) }
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constantFrom('sell' as const, 'refund first' as const), ...selling }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('attach' as const, 'move' as const),
      sale: place,
      customer: guest,
    }),
  },
  fc.record({ do: fc.constantFrom('detach' as const, 'late sale' as const), sale: place }),
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('refund' as const),
      sale: place,
      share: fc.constantFrom(1, 0.5, 0.01),
      day,
    }),
  },
  fc.record({ do: fc.constant('rewrite' as const), sale: place, lines, day }),
  fc.record({ do: fc.constant('merge' as const), customer: guest, into: guest }),
  fc.record({ do: fc.constant('delete' as const), sale: place }),
  fc.record({ do: fc.constant('list months' as const), every: fc.integer({ min: 1, max: 2 }) }),
)

interface Sale {
  readonly id: number
  readonly number: string
  readonly total: number
  readonly at: number
}

interface World {
  readonly shop: ShopLab
  readonly ledger: Ledger
  readonly customers: number[]
  readonly sales: Sale[]
  /** Refunds whose sale has not come yet. */
  readonly early: { readonly number: string; readonly lines: readonly Line[]; readonly at: number }[]
  count: number
}

const start = Date.UTC(2026, 7, 1)
const dayMs = 86_400_000
const itemsOf = (all: readonly Line[]) =>
  all.map((line) => item(menu[line.product] ?? menu[0], line.amount, line.quantity))
const sumOf = (all: readonly Line[]): number => all.reduce((total, line) => total + line.amount, 0)

/** Refusals are part of the game; anything else is a fault. */
const allowed = (work: () => void): void => {
  try {
    work()
  } catch (error) {
    if (!isDangolError(error) || !error.code.startsWith('receipt.')) throw error
  }
}

const sell = (world: World, all: readonly Line[], number: string, at: number): void => {
  const total = sumOf(all)
  const reading = saleReading({ receiptNumber: number, total, items: itemsOf(all), issuedAt: at })
  const entered = world.ledger.unit.write((tx) =>
    world.shop.entering.enter(tx, arrivalOf(reading, { receivedAt: at })),
  )
  if (entered?.receiptId != null) world.sales.push({ id: entered.receiptId, number, total, at })
}

const take = (world: World, one: Step): void => {
  const { shop, ledger, customers, sales, early } = world
  world.count += 1
  const number = `N${world.count}`
  const at = 'hour' in one ? start + one.day * dayMs + one.hour * 3_600_000 + world.count * 1000 : 0
  const sale = 'sale' in one ? sales[one.sale] : undefined
  const customer = 'customer' in one ? customers[one.customer] : undefined
  if (one.do === 'sell') {
    sell(world, one.lines, number, at)
    const id = sales.at(-1)?.id
    const owner = one.to === null ? undefined : customers[one.to]
    if (owner !== undefined && id !== undefined) allowed(() => shop.counter.attach(id, owner, false))
  }
  if (one.do === 'refund first') {
    early.push({ number, lines: one.lines, at })
    const total = -sumOf(one.lines)
    const items = itemsOf(
      one.lines.map((line) => ({ ...line, amount: -line.amount, quantity: -line.quantity })),
    )
    const reading = refundReading({ originalReceipt: number, total, items, issuedAt: at + 60_000 })
    ledger.unit.write((tx) => shop.entering.enter(tx, arrivalOf(reading, { receivedAt: at + 60_000 })))
  }
  if (one.do === 'late sale') {
    const waiting = early.pop()
    if (waiting !== undefined) sell(world, waiting.lines, waiting.number, waiting.at)
  }
  if (one.do === 'list months') keepSome(ledger, one.every)
  if (one.do === 'merge') {
    const into = customers[one.into] ?? null
    if (customer === undefined || customer === into) return
    const own = ledger.reader.all(
      query.selectFrom('receipt').select('id').where('customer_id', '=', customer),
    )
    ledger.unit.write((tx) =>
      receiptsChange(
        tx,
        own.map(({ id }) => id),
        () => {
          for (const { id } of own) setOwner(tx, id, into, 1)
        },
      ),
    )
  }
  if (sale === undefined) return
  if (one.do === 'refund') {
    const total = -Math.max(1, Math.floor(sale.total * one.share))
    const issuedAt = sale.at + one.day * dayMs
    const reading = refundReading({
      originalReceipt: sale.number,
      total,
      issuedAt,
      items: [item('라떼', total)],
    })
    ledger.unit.write((tx) => shop.entering.enter(tx, arrivalOf(reading, { receivedAt: issuedAt })))
  }
  if (one.do === 'detach' || one.do === 'move') allowed(() => shop.counter.detach(sale.id))
  if ((one.do === 'attach' || one.do === 'move') && customer !== undefined)
    allowed(() => shop.counter.attach(sale.id, customer, false))
  if (one.do === 'rewrite') rewrite(ledger, sale.id, one)
  if (one.do === 'delete') remove(world, sale.id)
}

/** As reading a paper again does: another day, another sum, other lines. */
const rewrite = (
  ledger: Ledger,
  id: number,
  change: { readonly lines: readonly Line[]; readonly day: number },
): void => {
  const business_date = new Date(start + change.day * dayMs).toISOString().slice(0, 10)
  ledger.unit.write((tx) =>
    receiptsChange(tx, [id], () => {
      tx.run(
        query
          .updateTable('receipt')
          .set({ business_date, total: sumOf(change.lines) })
          .where('id', '=', id),
      )
      tx.run(query.deleteFrom('receipt_line').where('receipt_id', '=', id))
      for (const [position, line] of change.lines.entries()) {
        const name = `${menu[line.product]} 새`
        const { amount, quantity } = line
        tx.run(
          query
            .insertInto('receipt_line')
            .values({ receipt_id: id, position, parent: null, name, unit_price: null, quantity, amount }),
        )
      }
    }),
  )
}

/** As taking an import back does. */
const remove = (world: World, id: number): void => {
  const back = world.ledger.reader.all(
    query.selectFrom('receipt').select('id').where('refunds_receipt_id', '=', id),
  )
  if (back.length > 0) return
  world.ledger.unit.write((tx) =>
    receiptsChange(tx, [id], () => {
      for (const table of ['receipt_line', 'payment'] as const)
        tx.run(query.deleteFrom(table).where('receipt_id', '=', id))
      tx.run(query.updateTable('receipt').set({ customer_id: null, total: 0 }).where('id', '=', id))
    }),
  )
}

describe('sums over receipts', () => {
  it('are what counting from receipts gives, after any sequence', { timeout: 60_000 }, async () => {
    const lab = await ledgerLab()
    const shop = await shopLab(lab.ledger, { folder: lab.folder, clock: { now: () => start + 90 * dayMs } })
    let person = 0
    expect.hasAssertions()
    fc.assert(
      fc.property(fc.array(step, { minLength: 6, maxLength: 30 }), (steps) => {
        const customers = [0, 1, 2].map(() => {
          person += 1
          return shop.customers.join({
            name: '시험',
            phone: `0100${String(person).padStart(7, '0')}`,
            memo: '',
            consent: { required: true, marketing: false },
          })
        })
        const world: World = {
          shop,
          ledger: lab.ledger,
          customers,
          sales: [],
          early: [],
          count: person * 100,
        }
        for (const one of steps) take(world, one)
        expectSumsToBeRight(lab.ledger.reader)
        expectBoughtToBeRight(lab.ledger.reader)
      }),
      { numRuns: 20 },
    )
  })
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { settledOnce } from '#backend/analytics/shares.service.ts'
import { readHabit } from '#backend/customers/figures/habit.repo.ts'
import { habitOf, refreshedOnce } from '#backend/customers/figures.service.ts'
import { query } from '#backend/platform/db/query.ts'
import type { Reader } from '#backend/platform/db/statements.ts'
import type { Arrival } from '#backend/receipts/entering/entering.service.ts'
import { findReceipt } from '#backend/receipts/facts.service.ts'
import { ledgerLab } from '../../helpers/ledger-lab.ts'
import { arrivalOf, item, refundReading, saleReading } from '../../helpers/readings.ts'
import { shopLab } from '../../helpers/shop-lab.ts'
import { expectSumsToBeRight } from '../../helpers/sums.ts'

const menu = ['아메리카노', '크루아상', '라떼'] as const
const start = Date.UTC(2026, 7, 1, 3)
const dayMs = 86_400_000
const now = start + 80 * dayMs

interface Paper {
  readonly kind: 'sale' | 'refund'
  readonly product: number
  readonly amount: number
  readonly day: number
  /** Of a sale: whose it becomes where a ledger is filled. Of a refund: which of all sales it gives back. */
  readonly of: number
  readonly share: number
}

const paper: fc.Arbitrary<Paper> = fc.record({
  kind: fc.constantFrom('sale' as const, 'sale' as const, 'refund' as const),
  product: fc.nat({ max: menu.length - 1 }),
  amount: fc.integer({ min: 100, max: 40_000 }),
  day: fc.nat({ max: 70 }),
  of: fc.nat({ max: 9 }),
  share: fc.constantFrom(1, 0.5),
})
const papers = fc.array(paper, { minLength: 1, maxLength: 8 })
const batch = fc.record({
  papers,
  how: fc.constantFrom('together' as const, 'filled' as const),
  waits: fc.option(fc.nat({ max: 1 })),
})

/** Days as they are kept, and as receipts say. */
const days = (reader: Reader) => {
  const counts = new Map<string, { sales: number; refunds: number; net: number; attached: number }>()
  for (const one of reader.all(query.selectFrom('receipt').selectAll())) {
    const day = counts.get(one.business_date) ?? { sales: 0, refunds: 0, net: 0, attached: 0 }
    const refund = one.kind === 'refund'
    counts.set(one.business_date, {
      sales: day.sales + (refund ? 0 : 1),
      refunds: day.refunds + (refund ? 1 : 0),
      net: day.net + one.total,
      attached: day.attached + (refund || one.customer_id === null ? 0 : 1),
    })
  }
  const kept = reader.all(query.selectFrom('daily_total').selectAll())
  return { kept: new Map(kept.map(({ business_date: date, ...sums }) => [date, sums])), counts }
}

describe('papers of one unit of work', () => {
  it('leave what they would have left one by one, whoever waits or is filled in', {
    timeout: 60_000,
  }, async () => {
    const lab = await ledgerLab()
    const { ledger } = lab
    const shop = await shopLab(ledger, { folder: lab.folder, clock: { now: () => now } })
    const sales: { readonly number: string; readonly total: number; readonly at: number }[] = []
    const customers = [0, 1].map((index) =>
      shop.customers.join({
        name: '시험',
        phone: `0100000000${index}`,
        memo: '',
        consent: { required: true, marketing: false },
      }),
    )
    let count = 0
    /** Sales that somebody who waited took. */
    let taken = 0
    const arrival = (one: Paper): Arrival => {
      count += 1
      const issuedAt = start + one.day * dayMs + count * 1000
      const sold = one.kind === 'refund' ? sales.at(-1 - one.of) : undefined
      if (sold === undefined) {
        const number = `T${count}`
        sales.push({ number, total: one.amount, at: issuedAt })
        const items = [item(menu[one.product] ?? menu[0], one.amount)]
        return arrivalOf(saleReading({ receiptNumber: number, total: one.amount, items, issuedAt }), {
          receivedAt: now + count * 1000,
          fromLine: true,
        })
      }
      const total = -Math.max(1, Math.floor(sold.total * one.share))
      const reading = refundReading({
        originalReceipt: sold.number,
        total,
        issuedAt: sold.at + 60_000,
        items: [item('라떼', total)],
      })
      return arrivalOf(reading, { receivedAt: now + count * 1000 })
    }
    fc.assert(
      fc.property(fc.array(batch, { minLength: 1, maxLength: 4 }), (batches) => {
        for (const { papers: all, how, waits } of batches) {
          const waiting = waits === null ? undefined : customers[waits]
          if (how === 'together') {
            if (waiting !== undefined) shop.counter.takeNext(waiting, false)
            const entered = ledger.unit.write((tx) => shop.entering.enterAll(tx, all.map(arrival)))
            taken += entered.filter(({ attached }) => attached !== null).length
            continue
          }
          ledger.unit.write((tx) =>
            settledOnce(tx, () =>
              refreshedOnce(tx, () => {
                for (const one of all) {
                  const entered = shop.entering.enter(tx, { ...arrival(one), fromLine: false })
                  const receipt = entered?.receiptId == null ? undefined : findReceipt(tx, entered.receiptId)
                  const owner = customers[one.of]
                  if (receipt?.kind === 'sale' && owner !== undefined)
                    shop.loyalty.loyalty.attach(tx, receipt, owner, receipt.issued_at)
                }
              }),
            ),
          )
        }
        expectSumsToBeRight(ledger.reader)
        const { kept, counts } = days(ledger.reader)
        expect(kept).toEqual(counts)
        for (const id of customers) {
          expect(readHabit(ledger.reader, id)).toEqual(habitOf(ledger.reader, id))
          const own = ledger.reader.all(
            query.selectFrom('receipt').select('total').where('customer_id', '=', id),
          )
          expect(
            ledger.reader.first(
              query.selectFrom('customer_figures').select('spend').where('customer_id', '=', id),
            ),
          ).toEqual({ spend: own.reduce((sum, { total }) => sum + total, 0) })
        }
      }),
      { numRuns: 12 },
    )
    expect(taken).toBeGreaterThan(0)
  })
})

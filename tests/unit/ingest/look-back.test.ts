import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Reading } from '#backend/receipts/reading/reading.ts'
import { forgetTemplate, freshLedger } from '../../helpers/fresh-ledger.ts'
import { arrivalOf, item, refundReading, saleReading } from '../../helpers/readings.ts'
import { shopLab } from '../../helpers/shop-lab.ts'

forgetTemplate()

const dayMs = 24 * 60 * 60_000
const noon = Date.UTC(2026, 10, 22, 3, 0, 0)
/** Numbers begin anew some time: what is older is asked about. */
const furthest = 400

const open = async () => {
  const lab = await freshLedger()
  const shop = await shopLab(lab.ledger, { folder: lab.folder, clock: { now: () => noon } })
  const enter = (reading: Reading) => {
    const entered = lab.ledger.unit.write((tx) => shop.entering.enter(tx, arrivalOf(reading)))
    if (entered === null) throw new Error('was known')
    return entered
  }
  return { ...shop, enter }
}

/** How a refund may name its sale without saying the day. */
const names = [
  ['number', (mark: string) => [{ receiptNumber: mark }, { originalReceipt: mark }] as const],
  ['approval', (mark: string) => [{ approvalNumber: mark }, { approvalNumber: mark }] as const],
] as const

describe('how far back a refund finds its sale', () => {
  it.each(names)('by %s without a day: up to 400 days, no further, whole or in part', async (_by, named) => {
    const lab = await open()
    let next = 0
    fc.assert(
      fc.property(
        fc.oneof(fc.integer({ min: 0, max: 900 }), fc.constantFrom(31, 32, furthest, furthest + 1)),
        fc.integer({ min: 0, max: 86_000 }),
        fc.boolean(),
        (days, seconds, whole) => {
          next += 1
          const [sale, refund] = named(`88${String(next).padStart(6, '0')}`)
          // A total of its own, so that nothing but the name can lead to it.
          const total = 20_000 + next * 10
          const sold = lab.enter(
            saleReading({
              ...sale,
              total,
              items: [item(`케이크 ${next}`, total)],
              issuedAt: noon - days * dayMs - (days > 0 ? 0 : seconds * 1000) + (days > 0 ? 1000 : 0),
            }),
          )
          const back = whole ? -total : -1_000
          const entered = lab.enter(
            refundReading({
              ...refund,
              total: back,
              items: [item(whole ? `케이크 ${next}` : '초', back)],
              issuedAt: noon + next * 1000,
            }),
          )
          const found = days <= furthest
          expect({ days, whole, to: entered.refundedId, state: entered.state }).toEqual({
            days,
            whole,
            to: found ? sold.receiptId : null,
            state: found ? 'read' : 'review',
          })
        },
      ),
      { numRuns: 80 },
    )
  })

  it('by items and total alone: a month', async () => {
    const lab = await open()
    const sold = [30, 33].map(
      (days, index) =>
        lab.enter(
          saleReading({
            issuedAt: noon - days * dayMs,
            total: 7_000 + index,
            items: [item(`차 ${index}`, 7_000 + index)],
          }),
        ).receiptId,
    )
    const back = (index: number) =>
      lab.enter(
        refundReading({
          issuedAt: noon + index * 1000,
          total: -7_000 - index,
          items: [item(`차 ${index}`, -7_000 - index)],
        }),
      )
    expect(sold).not.toContain(null)
    // Nothing but likeness, and not of the same day: people are asked, and find it themselves.
    for (const index of [0, 1]) {
      const { paperId, state } = back(index)
      expect(state).toBe('review')
      const offered = lab.asking.sales(paperId, null).map((row) => row.id)
      expect(offered).toEqual(index === 0 ? [sold[0]] : [])
    }
    expect(lab.asking.sales(lab.review.list()[0]?.paperId ?? 0, '2026-10-20')).toHaveLength(1)
  })
})

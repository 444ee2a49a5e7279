import { describe, expect, it } from 'vitest'
import { query } from '#backend/platform/db/query.ts'
import type { Arrival } from '#backend/receipts/entering/entering.service.ts'
import { findPaper } from '#backend/receipts/kept/paper.repo.ts'
import type { Reading } from '#backend/receipts/reading/reading.ts'
import { ledgerStats } from '#backend/receipts/stats.service.ts'
import { createRereading } from '#backend/receipts/teaching/rereading.service.ts'
import { forgetTemplate, freshLedger } from '../../helpers/fresh-ledger.ts'
import { arrivalOf, item, refundReading, saleReading } from '../../helpers/readings.ts'
import { shopLab } from '../../helpers/shop-lab.ts'
import { expectSumsToBeRight } from '../../helpers/sums.ts'

forgetTemplate()

const minute = 60_000
const dayMs = 24 * 60 * minute
const noon = Date.UTC(2026, 10, 22, 3, 0, 0)

const open = async () => {
  const lab = await freshLedger()
  const shop = await shopLab(lab.ledger, { folder: lab.folder, clock: { now: () => noon + 60 * minute } })
  const { ledger } = lab
  const enter = (one: Arrival) => {
    const entered = ledger.unit.write((tx) => shop.entering.enter(tx, one))
    if (entered === null) throw new Error('was known')
    return entered
  }
  let seq = 800_000
  /** Two papers of the very same bytes, moments apart; the second is asked about. */
  const twice = (reading: Reading) => {
    const arrival = arrivalOf(reading)
    const again: Arrival = {
      ...arrival,
      receivedAt: arrival.receivedAt + 20_000,
      placed: { ...arrival.placed, captureSeq: seq++ },
    }
    const [first, second] = [enter(arrival), enter(again)]
    return {
      first: { paperId: first.paperId, receiptId: first.receiptId ?? 0 },
      second: { paperId: second.paperId, receiptId: second.receiptId ?? 0 },
    }
  }
  return {
    ...shop,
    ledger,
    twice,
    enter: (reading: Reading) => enter(arrivalOf(reading)),
    join: (digits: string) =>
      shop.customers.join({
        name: '김영희',
        phone: `010-0000-${digits}`,
        memo: '',
        consent: { required: true, marketing: false },
      }),
    stats: () => ledgerStats(ledger.reader),
    /** Days, each as it is kept. */
    days: () => ledger.reader.all(query.selectFrom('daily_total').selectAll().orderBy('business_date')),
    points: (customerId: number) => shop.customers.card(customerId).points,
    asked: () => shop.review.list().map((row) => row.paperId),
  }
}
type Lab = Awaited<ReturnType<typeof open>>

/** All that is counted of receipts; the sums of pictures are right beside it. */
const figures = (lab: Lab) => {
  expectSumsToBeRight(lab.ledger.reader)
  return { stats: lab.stats(), days: lab.days() }
}

describe('the same receipt twice, with nothing that tells the papers apart', () => {
  it('shows both papers and their receipts', async () => {
    const lab = await open()
    const { first, second } = lab.twice(saleReading())
    expect(lab.asked()).toEqual([second.paperId])
    expect(lab.asking.twins(second.paperId)).toMatchObject({
      earlier: { paperId: first.paperId, receipt: { id: first.receiptId, total: 10_000 } },
      own: { paperId: second.paperId, receipt: { id: second.receiptId } },
    })
    expect(() => lab.asking.twins(first.paperId)).toThrow('review.not-asked')
    expect(() => lab.asking.twins(1)).toThrow('paper.not-found')
  })

  it('one sale: the second leaves the ledger, and comes back when that is taken back', async () => {
    const lab = await open()
    const { second } = lab.twice(saleReading())
    const before = figures(lab)
    lab.asking.answerRepeat(second.paperId, 'one-sale')
    expect(figures(lab).stats).toMatchObject({ receipts: 1, sales: 1, net: 10_000 })
    expect(lab.asked()).toEqual([])
    expect(() => lab.receipts.row(second.receiptId)).toThrow('receipt.not-found')
    expect(lab.asking.settled()[0]).toMatchObject({ paperId: second.paperId, said: 'one-sale' })
    expect(() => lab.asking.answerRepeat(second.paperId, 'one-sale')).toThrow('review.not-asked')

    lab.asking.restore(second.paperId)
    expect(figures(lab)).toEqual(before)
    expect(lab.receipts.row(second.receiptId).lines).toEqual([
      { name: '아메리카노', quantity: 1, amount: 10_000 },
    ])
    expect(lab.asked()).toEqual([second.paperId])
    expect(() => lab.asking.restore(second.paperId)).toThrow('review.not-asked')
  })

  it('two sales: both stay, and nobody asks again until it is taken back', async () => {
    const lab = await open()
    const { second } = lab.twice(saleReading())
    const before = figures(lab)
    lab.asking.answerRepeat(second.paperId, 'two-sales')
    expect(lab.asked()).toEqual([])
    expect(lab.stats()).toMatchObject({ receipts: 2, net: 20_000 })
    lab.asking.restore(second.paperId)
    expect(figures(lab)).toEqual(before)
  })

  it.each([
    [
      'the first',
      (lab: Lab, twins: ReturnType<Lab['twice']>, id: number) =>
        lab.counter.attach(twins.first.receiptId, id, false),
    ],
    [
      'the second',
      (lab: Lab, twins: ReturnType<Lab['twice']>, id: number) =>
        lab.counter.attach(twins.second.receiptId, id, false),
    ],
  ])('one sale, %s of them a customer’s: the customer keeps it and its points', async (_which, attach) => {
    const lab = await open()
    const customer = lab.join('5678')
    const twins = lab.twice(saleReading())
    attach(lab, twins, customer)
    const before = figures(lab)
    lab.asking.answerRepeat(twins.second.paperId, 'one-sale')
    expect(lab.customers.card(customer)).toMatchObject({ points: 100, visits: 1, spend: 10_000 })
    expect(lab.stats()).toMatchObject({ receipts: 1, net: 10_000 })
    expect(lab.asked()).toEqual([])
    lab.asking.restore(twins.second.paperId)
    expect(figures(lab)).toEqual(before)
    expect(lab.asked()).toEqual([twins.second.paperId])
  })

  it('one sale, both of them customers’: points of the second are taken back by entries, and given again', async () => {
    const lab = await open()
    const [one, two] = [lab.join('1111'), lab.join('2222')]
    const { first, second } = lab.twice(saleReading())
    lab.counter.attach(first.receiptId, one, false)
    lab.counter.attach(second.receiptId, two, false)
    lab.asking.answerRepeat(second.paperId, 'one-sale')
    expect([lab.points(one), lab.points(two)]).toEqual([100, 0])
    expect(lab.customers.card(two)).toMatchObject({ visits: 0, spend: 0, lastVisit: null })
    // Its row is named by entries, which are never deleted: nothing is left in it.
    expect(figures(lab).stats).toMatchObject({ sales: 1, net: 10_000 })
    expect(lab.receipts.row(second.receiptId)).toMatchObject({ kind: 'refund', total: 0, lines: [] })
    lab.asking.restore(second.paperId)
    expect([lab.points(one), lab.points(two)]).toEqual([100, 100])
    expect(lab.stats()).toMatchObject({ sales: 2, refunds: 0, net: 20_000 })
    expect(lab.receipts.row(second.receiptId)).toMatchObject({ kind: 'sale', total: 10_000 })
  })

  it('says so where both were given back, for neither can leave', async () => {
    const lab = await open()
    const { second } = lab.twice(saleReading())
    const back = (seconds: number) =>
      lab.enter(refundReading({ issuedAt: noon + seconds * 1000, receiptNumber: `9${seconds}` }))
    expect([back(10).refundedId, back(20).refundedId]).not.toContain(null)
    expect(() => lab.asking.answerRepeat(second.paperId, 'one-sale')).toThrow('review.given-back')
    lab.asking.answerRepeat(second.paperId, 'two-sales')
  })

  it('stays out when papers are read again', async () => {
    const lab = await open()
    const { second } = lab.twice(saleReading())
    lab.asking.answerRepeat(second.paperId, 'one-sale')
    const paper = findPaper(lab.ledger.reader, second.paperId)
    if (paper === undefined) throw new Error('no paper')
    const { placed } = arrivalOf(saleReading())
    const rereading = createRereading({
      ...lab.ledger,
      clock: { now: () => noon },
      entering: lab.entering,
      amending: { amend: () => true },
    })
    const [outcome] = rereading.tryOn([
      { kept: { ...paper, bytes: placed.bytes }, paper: placed.paper, reading: saleReading() },
    ])
    expect(outcome).toMatchObject({ change: 'none', entered: null })
  })
})

const alone = (change: Partial<Reading> = {}): Reading =>
  refundReading({ issuedAt: noon + 30 * minute, originalReceipt: '7777', ...change })

describe('a refund without its sale', () => {
  it('is joined to the sale that the owner picks, points and all, and taken off it again', async () => {
    const lab = await open()
    const customer = lab.join('5678')
    const sale = lab.enter(saleReading({ receiptNumber: '0001' })).receiptId ?? 0
    const other = lab.enter(saleReading({ receiptNumber: '0002', items: [item('라떼', 10_000)] })).receiptId
    lab.counter.attach(sale, customer, false)
    const refund = lab.enter(alone())
    expect(refund).toMatchObject({ refundedId: null, state: 'review' })
    expect(lab.asking.sales(refund.paperId, null).map((row) => row.id)).toEqual([sale, other])
    const before = figures(lab)

    lab.asking.joinRefund(refund.paperId, sale)
    expect(lab.points(customer)).toBe(0)
    expect(lab.customers.card(customer)).toMatchObject({ visits: 0, spend: 0 })
    expect(lab.asked()).toEqual([])
    expect(lab.asking.settled()[0]).toMatchObject({ paperId: refund.paperId, said: 'refund-of' })

    lab.asking.restore(refund.paperId)
    expect(lab.points(customer)).toBe(100)
    expect(lab.asked()).toEqual([refund.paperId])
    expect(figures(lab).days).toEqual(before.days)
  })

  it('is offered sales of the day that is asked for, and no refunds, later sales or spent ones', async () => {
    const lab = await open()
    const old = lab.enter(saleReading({ issuedAt: noon - 90 * dayMs, receiptNumber: '5' })).receiptId
    lab.enter(saleReading({ issuedAt: noon + 50 * minute, receiptNumber: '6' }))
    lab.enter(saleReading({ receiptNumber: '7', total: 4_000, items: [item('차', 4_000)] }))
    const refund = lab.enter(alone())
    expect(lab.asking.sales(refund.paperId, null)).toEqual([])
    expect(lab.asking.sales(refund.paperId, '2026-08-24').map((row) => row.id)).toEqual([old])
    expect(() => lab.asking.joinRefund(refund.paperId, 12)).toThrow('receipt.not-found')
    const small = lab.receipts.recent(10).find((row) => row.total === 4_000)?.id ?? 0
    expect(() => lab.asking.joinRefund(refund.paperId, small)).toThrow('review.cannot-give-back')
    expect(() => lab.asking.joinRefund(refund.paperId, lab.receipts.recent(1)[0]?.id ?? 0)).toThrow(
      'review.cannot-give-back',
    )
    expect(() => lab.asking.sales(lab.enter(saleReading({ receiptNumber: '8' })).paperId, null)).toThrow(
      'review.not-asked',
    )
  })
})

describe('a dismissed paper', () => {
  it('is listed and asked about again when that is taken back', async () => {
    const lab = await open()
    const { paperId } = lab.enter(saleReading({ confidence: 0.4 }))
    lab.review.dismiss(paperId)
    expect(lab.asking.settled()).toMatchObject([{ paperId, said: 'dismissed' }])
    lab.asking.restore(paperId)
    expect(lab.asked()).toEqual([paperId])
    expect(lab.asking.settled()).toEqual([])
    expect(lab.events.at(-1)).toEqual({ name: 'review.changed', payload: { count: 1 } })
  })
})

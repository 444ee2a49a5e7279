import { describe, expect, it } from 'vitest'
import type { Arrival, Entered } from '#backend/receipts/entering/entering.service.ts'
import type { Reading } from '#backend/receipts/reading/reading.ts'
import { ledgerStats } from '#backend/receipts/stats.service.ts'
import { forgetTemplate, freshLedger } from '../../helpers/fresh-ledger.ts'
import { arrivalOf, item, refundReading, saleReading } from '../../helpers/readings.ts'
import { type ShopLab, shopLab } from '../../helpers/shop-lab.ts'

forgetTemplate()

const minute = 60_000
const noon = Date.UTC(2026, 10, 22, 3, 0, 0)

interface EnteringLab extends ShopLab {
  enter(reading: Reading, change?: Partial<Arrival>): Entered
  /** Entered and given to a customer. */
  sell(reading: Reading, customerId: number): number
  join(digits: string): number
}

const open = async (): Promise<EnteringLab> => {
  const lab = await freshLedger()
  const shop = await shopLab(lab.ledger, { folder: lab.folder, clock: { now: () => noon + 60 * minute } })
  const enter: EnteringLab['enter'] = (reading, change) => {
    const entered = lab.ledger.unit.write((tx) => shop.entering.enter(tx, arrivalOf(reading, change)))
    if (entered === null) throw new Error('was known')
    return entered
  }
  return {
    ...shop,
    enter,
    join: (digits) =>
      shop.customers.join({
        name: '김영희',
        phone: `010-0000-${digits}`,
        memo: '',
        consent: { required: true, marketing: false },
      }),
    sell(reading, customerId) {
      const { receiptId } = enter(reading)
      if (receiptId === null) throw new Error('not counted')
      shop.counter.attach(receiptId, customerId, false)
      return receiptId
    },
  }
}

const stats = (lab: EnteringLab) => ledgerStats(lab.ledger.reader)

describe('what becomes of a paper', () => {
  it('counts a sale that was read for certain, with lines, options and payments', async () => {
    const lab = await open()
    const entered = lab.enter(
      saleReading({
        items: [
          { ...item('라떼', 5_500), options: [{ name: '샷추가', quantity: 1, amount: 500 }] },
          item('빵', 4_500),
        ],
        payments: [
          { method: 'card', amount: 6_000 },
          { method: 'cash', amount: 4_000 },
        ],
      }),
    )
    expect(entered).toMatchObject({ state: 'read' })
    expect(stats(lab)).toMatchObject({ receipts: 1, lines: 2, options: 1, salesSum: 10_000, review: 0 })
  })

  it.each([
    [
      'a sale that does not balance',
      saleReading({ confidence: 0.7, problems: ['items-unbalanced'] }),
      'review',
    ],
    ['a sale without a total', saleReading({ total: null }), 'review'],
    [
      'a paper that nobody understands',
      saleReading({ kind: 'unknown', confidence: 0, total: null }),
      'review',
    ],
    ['a picture', saleReading({ kind: 'image-only', confidence: 1, total: null }), 'review'],
    ['a kitchen ticket', saleReading({ kind: 'kitchen', confidence: 0.9, total: null }), 'set-aside'],
    ['a settlement', saleReading({ kind: 'settlement', confidence: 0.9 }), 'set-aside'],
    ['a card slip', saleReading({ kind: 'card-slip', confidence: 0.9 }), 'set-aside'],
    ['a doubtful card slip', saleReading({ kind: 'card-slip', confidence: 0.3 }), 'review'],
    ['an opened drawer', saleReading({ kind: 'drawer', confidence: 1, total: null }), 'set-aside'],
    [
      'an advertisement',
      saleReading({ kind: 'unknown', confidence: 0, problems: ['advertisement'] }),
      'set-aside',
    ],
  ] as const)('puts %s where it belongs and counts nothing', async (_name, reading, state) => {
    const lab = await open()
    expect(lab.enter(reading)).toMatchObject({ state, receiptId: null })
    expect(stats(lab)).toMatchObject({
      receipts: 0,
      salesSum: 0,
      papers: 1,
      review: state === 'review' ? 1 : 0,
    })
  })

  it('takes a paper from one place once', async () => {
    const lab = await open()
    const arrival = arrivalOf(saleReading())
    const enter = () => lab.ledger.unit.write((tx) => lab.entering.enter(tx, arrival))
    expect(enter()).not.toBeNull()
    expect(enter()).toBeNull()
    expect(stats(lab)).toMatchObject({ papers: 1, receipts: 1 })
  })

  it('counts one day by its own closing hour', async () => {
    const lab = await open()
    lab.shop.save({ ...lab.shop.get(), closesAtHour: 5 })
    const { receiptId } = lab.enter(saleReading({ issuedAt: Date.UTC(2026, 10, 21, 18, 30) }))
    expect(lab.receipts.row(receiptId ?? 0).businessDate).toBe('2026-11-21')
  })
})

describe('the same sale twice', () => {
  it('is one by its number, whatever line it comes over and however often', async () => {
    const lab = await open()
    lab.enter(saleReading({ receiptNumber: '00031' }))
    expect(lab.enter(saleReading({ receiptNumber: '00031' }))).toMatchObject({ state: 'set-aside' })
    expect(lab.enter(saleReading({ receiptNumber: '00031' }), { sourceId: 'tcp' })).toMatchObject({
      receiptId: null,
    })
    expect(stats(lab)).toMatchObject({ receipts: 1, salesSum: 10_000, papers: 3 })
  })

  it('is one by its approval, and by its seconds', async () => {
    const lab = await open()
    lab.enter(saleReading({ receiptNumber: '7', approvalNumber: '12345678' }))
    expect(lab.enter(saleReading({ approvalNumber: '12345678' }))).toMatchObject({ state: 'set-aside' })
    const second = noon + 17_000
    lab.enter(saleReading({ issuedAt: second, receiptNumber: '8' }))
    expect(lab.enter(saleReading({ issuedAt: second }))).toMatchObject({ state: 'set-aside' })
    expect(stats(lab).receipts).toBe(2)
  })

  it('stays two for two equal coffees: numbers, approvals or seconds tell them apart', async () => {
    const lab = await open()
    for (const change of [
      { receiptNumber: '1' },
      { receiptNumber: '2' },
      { approvalNumber: '11111111' },
      { approvalNumber: '22222222' },
      { issuedAt: noon + 1_000 },
      { issuedAt: noon + 2_000 },
    ]) {
      expect(lab.enter(saleReading(change)).receiptId).not.toBeNull()
    }
    expect(stats(lab).receipts).toBe(6)
  })

  it('is counted and asked about where nothing on the paper tells two equal ones apart', async () => {
    const lab = await open()
    const arrival = arrivalOf(saleReading())
    const again = (source: string, seq: number): Arrival => ({
      ...arrival,
      sourceId: source,
      placed: { ...arrival.placed, captureSeq: seq },
    })
    const enter = (one: Arrival) => lab.ledger.unit.write((tx) => lab.entering.enter(tx, one))
    expect(enter(arrival)).toMatchObject({ state: 'read' })
    expect(enter(again('pos', 900_001))).toMatchObject({ state: 'review', receiptId: expect.any(Number) })
    // The very same bytes over another line within moments are the same paper.
    expect(enter(again('tcp', 900_002))).toMatchObject({ state: 'set-aside', receiptId: null })
    expect(lab.review.list()[0]?.problems).toContain('maybe-repeat')
  })

  it('is one when the paper says that it is a copy or a reprint', async () => {
    const lab = await open()
    lab.enter(saleReading({ copy: 'customer', receiptNumber: '0009' }))
    for (const change of [
      { copy: 'shop' as const },
      { copy: 'shop' as const, confidence: 0.6 },
      { reprint: true, issuedAt: noon + 5 * minute },
      { copyOf: 0 },
    ]) {
      expect(lab.enter(saleReading(change))).toMatchObject({ state: 'set-aside', receiptId: null })
    }
    // Another shop's copy, by its items, is a sale of its own.
    expect(lab.enter(saleReading({ copy: 'shop', items: [item('라떼', 10_000)] })).receiptId).not.toBeNull()
    expect(lab.enter(saleReading({ reprint: true, total: 777, items: [item('빵', 777)] }))).toMatchObject({
      state: 'review',
      receiptId: null,
    })
    expect(stats(lab).receipts).toBe(2)
  })
})

describe('a refund', () => {
  const later = { issuedAt: noon + 30 * minute }

  it.each([
    ['its number', { receiptNumber: '00031' }, { originalReceipt: '00031' }],
    ['day, till and number', { receiptNumber: '00031' }, { originalReceipt: '20261122-01-00031' }],
    ['the card approval', { approvalNumber: '12345678' }, { approvalNumber: '12345678' }],
    ['items and total', {}, {}],
  ])('finds its sale by %s and takes all points back', async (_name, sale, refund) => {
    const lab = await open()
    const customer = lab.join('5678')
    const saleId = lab.sell(saleReading(sale), customer)
    expect(lab.customers.card(customer)).toMatchObject({ points: 100, visits: 1, spend: 10_000 })
    expect(lab.enter(refundReading({ ...later, ...refund }))).toMatchObject({
      refundedId: saleId,
      state: 'read',
    })
    expect(lab.customers.card(customer)).toMatchObject({ points: 0, visits: 0, spend: 0, lastVisit: null })
    expect(stats(lab)).toMatchObject({ sales: 1, refunds: 1, net: 0, points: 0, pointsEntries: 2 })
  })

  it('in parts takes back in parts, and exactly all in the end', async () => {
    const lab = await open()
    const customer = lab.join('5678')
    const number = { receiptNumber: '00040' }
    lab.sell(
      saleReading({ ...number, total: 3_333, items: [item('빵', 1_111), item('차', 2_222)] }),
      customer,
    )
    expect(lab.customers.card(customer).points).toBe(33)
    const back = (total: number, name: string, seconds: number) =>
      lab.enter(
        refundReading({
          originalReceipt: '00040',
          issuedAt: noon + 10 * minute + seconds * 1_000,
          total,
          items: [item(name, total)],
        }),
      )
    back(-1_111, '빵', 1)
    expect(lab.customers.card(customer)).toMatchObject({ points: 22, spend: 2_222, visits: 1 })
    back(-2_222, '차', 2)
    expect(lab.customers.card(customer)).toMatchObject({ points: 0, spend: 0, visits: 0 })
    // More than there was cannot be given back: it is counted, and asked about.
    expect(back(-1_111, '빵', 3)).toMatchObject({ refundedId: null, state: 'review' })
    expect(lab.customers.card(customer).points).toBe(0)
  })

  it('without its sale is counted and asked about; the sale may come later', async () => {
    const lab = await open()
    const refund = lab.enter(refundReading({ ...later, originalReceipt: '0050' }))
    expect(refund).toMatchObject({ state: 'review', refundedId: null })
    expect(lab.review.list()[0]?.problems).toContain('refund-without-sale')
    lab.enter(saleReading({ receiptNumber: '0050' }))
    expect(lab.review.list()).toEqual([])
    expect(lab.receipts.recent(5).map((row) => row.pointsToGive)).toEqual([0, 0])
  })

  it('that could mean several customers’ sales is asked about', async () => {
    const lab = await open()
    const [one, two] = [lab.join('1111'), lab.join('2222')]
    lab.sell(saleReading({ issuedAt: noon + 1_000 }), one)
    lab.sell(saleReading({ issuedAt: noon + 2_000 }), two)
    expect(lab.enter(refundReading(later))).toMatchObject({ refundedId: null, state: 'review' })
    expect([lab.customers.card(one).points, lab.customers.card(two).points]).toEqual([100, 100])
  })

  it('before the sale is attached leaves what is left to be earned', async () => {
    const lab = await open()
    const customer = lab.join('5678')
    const { receiptId } = lab.enter(saleReading({ receiptNumber: '60' }))
    lab.enter(
      refundReading({ ...later, originalReceipt: '60', total: -4_000, items: [item('아메리카노', -4_000)] }),
    )
    expect(lab.receipts.row(receiptId ?? 0).pointsToGive).toBe(60)
    expect(lab.counter.attach(receiptId ?? 0, customer, false)).toMatchObject({
      pointsGiven: 60,
      balance: 60,
    })
    expect(lab.customers.card(customer).spend).toBe(6_000)
  })
})

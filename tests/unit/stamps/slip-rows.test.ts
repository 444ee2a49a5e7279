import { describe, expect, it } from 'vitest'
import { rewardParts } from '#backend/open-rewards.ts'
import { papersOf } from '#backend/receipts/paper/papers-of.ts'
import { encodeSlip } from '#backend/slips/encode.ts'
import { ledgerLab } from '../../helpers/ledger-lab.ts'
import { arrivalOf, item, saleReading } from '../../helpers/readings.ts'
import { earnSlipBlocks } from '../../helpers/ready-made-slips.ts'
import { shopLab } from '../../helpers/shop-lab.ts'
import { termsToSave } from '../coupons/some-terms.ts'

const noon = Date.UTC(2026, 10, 22, 3)

describe('what a slip says beside the points', () => {
  it('is stamps, the tier and what is missing to the next one, and coupons; nothing where the shop has none', async () => {
    const lab = await ledgerLab()
    const shop = await shopLab(lab.ledger, { folder: lab.folder, clock: { now: () => noon } })
    const customerId = shop.customers.join({
      name: '김영희',
      phone: '010-0000-5678',
      memo: '',
      consent: { required: true, marketing: false },
    })
    const { slipRows } = rewardParts(lab.ledger.ids)
    expect(slipRows(lab.ledger.reader, customerId, noon)).toEqual([])
    const { coupons, stamps, tiers } = shop.rewards
    const kindId = coupons.saveKind({ kindId: null, terms: termsToSave() })
    coupons.give(kindId, customerId, false)
    stamps.saveRule({
      cardId: null,
      fromDate: '2026-11-22',
      name: '커피 카드',
      basis: 'product',
      perWon: null,
      length: 10,
      rewardKindId: null,
      targets: [],
    })
    tiers.savePlan({
      fromDate: '2026-11-22',
      measure: 'spend',
      windowMonths: 12,
      graceDays: 30,
      levels: [
        { tierId: null, name: '실버', need: 10_000 },
        { tierId: null, name: '골드', need: 85_000 },
      ],
    })
    const reading = saleReading({ items: [item('아메리카노', 12_000, 3)], total: 12_000 })
    const id = lab.ledger.unit.write((tx) => shop.entering.enter(tx, arrivalOf(reading)))?.receiptId ?? 0
    shop.counter.attach(id, customerId, false)
    const rows = slipRows(lab.ledger.reader, customerId, noon)
    expect(rows).toEqual([
      { left: '커피 카드', right: '3 / 10개' },
      { left: '등급', right: '실버' },
      { left: '골드까지', right: '73,000원' },
      { left: '쓸 수 있는 쿠폰', right: '1장' },
    ])
    const slip = {
      number: '20261122-0001',
      at: noon,
      shop: { name: '달빛정류장', phone: null, footer: '', qr: '' },
      customer: { maskedName: '김*희', maskedPhone: null },
      lines: [],
      total: 12_000,
      pointsGiven: 120,
      balance: 120,
      rows,
    }
    for (const columns of [32, 42, 48] as const) {
      const [paper] = papersOf(encodeSlip(earnSlipBlocks(slip, columns), columns), 'cp949')
      const lines = paper?.lines.map((line) => line.runs.map((run) => run.text).join('')) ?? []
      expect(lines.some((line) => line.startsWith('골드까지') && line.endsWith('73,000원'))).toBe(true)
    }
  })
})

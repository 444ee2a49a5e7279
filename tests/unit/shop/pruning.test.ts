import { describe, expect, it } from 'vitest'
import { query } from '#backend/platform/db/query.ts'
import { pruneOldBytes } from '#backend/receipts/intake/pruning.service.ts'
import { ledgerLab } from '../../helpers/ledger-lab.ts'
import { arrivalOf, saleReading } from '../../helpers/readings.ts'
import { shopLab } from '../../helpers/shop-lab.ts'

describe('the bytes of papers', () => {
  it('go after 90 days, but stay while somebody has to look at them', async () => {
    const lab = await ledgerLab()
    const start = Date.now()
    const shop = await shopLab(lab.ledger, { folder: lab.folder })
    lab.ledger.unit.write((tx) => {
      shop.entering.enter(tx, arrivalOf(saleReading({ issuedAt: start, receiptNumber: '1' })))
      shop.entering.enter(tx, arrivalOf(saleReading({ issuedAt: start, confidence: 0.5 })))
    })
    const kept = (): number =>
      lab.ledger.reader.all(query.selectFrom('paper_bytes').select('paper_id')).length
    const days = (count: number) => ({ now: () => start + count * 86_400_000 })
    expect(pruneOldBytes(lab.ledger.unit, days(89))).toBe(false)
    expect(kept()).toBe(2)
    pruneOldBytes(lab.ledger.unit, days(91))
    expect(kept()).toBe(1)
    const [asked] = shop.review.list()
    expect(shop.review.paper(asked?.paperId ?? 0).problems).toEqual([])
    shop.review.dismiss(asked?.paperId ?? 0)
    pruneOldBytes(lab.ledger.unit, days(91))
    expect(kept()).toBe(0)
    expect(shop.review.paper(asked?.paperId ?? 0).lines).toEqual([])
  })
})

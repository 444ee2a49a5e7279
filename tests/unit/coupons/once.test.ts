import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openLedger } from '#backend/platform/ledger.ts'
import { startOpenLab } from '../../helpers/backend-lab.ts'
import { ledgerLab, temporaryFolder } from '../../helpers/ledger-lab.ts'
import { arrivalOf, item, refundReading, saleReading } from '../../helpers/readings.ts'
import { type ShopLab, shopLab } from '../../helpers/shop-lab.ts'
import { termsToSave } from './some-terms.ts'

const person = {
  name: '김영희',
  phone: '010-0000-5678',
  memo: '',
  consent: { required: true as const, marketing: false },
}
/** The day of `saleReading`: a coupon is used on the day of its sale. */
const clock = { now: () => Date.UTC(2026, 10, 22, 4) }
const asked = { receiptId: null, customerId: null }

describe('one coupon', () => {
  it('is used by one of many windows that ask at once; all others are told when and where', async () => {
    const lab = await startOpenLab()
    const { customerId } = await lab.call('customers.join', person)
    const { kindId } = await lab.call('coupons.saveKind', { kindId: null, terms: termsToSave() })
    const { coupon } = await lab.call('coupons.give', { kindId, customerId, print: false })
    const tries = Array.from({ length: 12 }, () =>
      lab.backend.call('coupons.redeem', { code: coupon.code, ...asked }),
    )
    const results = await Promise.all(tries)
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    for (const result of results.filter((one) => !one.ok))
      expect(result).toMatchObject({
        error: {
          code: 'coupon.used',
          params: { where: '시험가게', when: expect.stringMatching(/^20\d\d-/) },
        },
      })
  })

  it('is open again when the sale on which it was used is given back whole, also when the sale is nobody’s', async () => {
    const { ledger, folder } = await ledgerLab()
    const shop = await shopLab(ledger, { folder, clock })
    const customerId = shop.customers.join(person)
    const enter = (reading: Parameters<typeof arrivalOf>[0]): number | null | undefined =>
      ledger.unit.write((tx) => shop.entering.enter(tx, arrivalOf(reading)))?.receiptId
    const receiptId = enter(saleReading({ receiptNumber: 'A-1', total: 9_000, items: [item('라떼', 9_000)] }))
    const kindId = shop.rewards.coupons.saveKind({ kindId: null, terms: termsToSave() })
    const { code } = shop.rewards.coupons.give(kindId, customerId, false).coupon
    shop.rewards.coupons.redeem(code, { receiptId: receiptId ?? null, customerId: null })
    const state = (): string | undefined => shop.rewards.coupons.ofCustomer(customerId, null)[0]?.state
    enter(refundReading({ originalReceipt: 'A-1', total: -4_000, items: [item('라떼', -4_000)] }))
    expect(state()).toBe('used')
    enter(
      refundReading({
        originalReceipt: 'A-1',
        receiptNumber: 'R-2',
        total: -5_000,
        items: [item('라떼', -5_000)],
      }),
    )
    expect(state()).toBe('open')
  })

  it('is used or not after a power cut at any moment of its use, and never twice', async () => {
    const lab = await ledgerLab()
    const key = { dataKey: lab.dataKey }
    lab.ledger.close()
    const copies: { readonly moment: string; readonly folder: string }[] = []
    let watching = false
    const ledger = await openLedger({
      path: lab.path,
      key,
      moment(moment) {
        if (!watching) return
        const folder = temporaryFolder()
        cpSync(lab.folder, folder, { recursive: true })
        copies.push({ moment, folder })
      },
    })
    onTestFinished(() => ledger.close())
    const shop = await shopLab(ledger, { folder: lab.folder, clock })
    const customerId = shop.customers.join(person)
    const entered = ledger.unit.write((tx) => shop.entering.enter(tx, arrivalOf(saleReading())))
    const receiptId = entered?.receiptId ?? 0
    const kindId = shop.rewards.coupons.saveKind({ kindId: null, terms: termsToSave() })
    const { code } = shop.rewards.coupons.give(kindId, customerId, false).coupon
    watching = true
    shop.rewards.coupons.redeem(code, { receiptId, customerId })
    watching = false
    expect(copies.map(({ moment }) => moment)).toEqual(['begun', 'worked', 'sealed', 'noted', 'committed'])
    const use = (again: ShopLab): string => {
      try {
        return again.rewards.coupons.redeem(code, { receiptId, customerId }).state
      } catch (error) {
        return error instanceof Error ? error.message : 'other'
      }
    }
    for (const { moment, folder } of copies) {
      const after = await openLedger({ path: join(folder, 'shop.dangol'), key })
      onTestFinished(() => after.close())
      const again = await shopLab(after, { folder, clock })
      const [held] = again.rewards.coupons.ofCustomer(customerId, null)
      const sealed = moment !== 'begun' && moment !== 'worked'
      expect([moment, held?.state]).toEqual([moment, sealed ? 'used' : 'open'])
      expect([moment, use(again)]).toEqual([moment, sealed ? 'coupon.used' : 'used'])
      expect([moment, use(again)]).toEqual([moment, 'coupon.used'])
    }
  })
})

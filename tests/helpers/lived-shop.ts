import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRandom } from '#backend/devices/simulated/random.ts'
import { query } from '#backend/platform/db/query.ts'
import { createLedger, type Ledger } from '#backend/platform/ledger.ts'
import { arrivalOf, item, refundReading, saleReading } from './readings.ts'
import { type ShopLab, shopLab } from './shop-lab.ts'

const menu: (readonly [string, number])[] = [
  ['아메리카노(ICE)', 4500],
  ['아이스 아메리카노', 4500],
  ['카페라떼', 5000],
  ['크루아상', 4200],
  ['원두 200g', 14_000],
  ['얼그레이', 5200],
]
const dayMs = 86_400_000
const livedDays = 120

export interface LivedShop {
  readonly ledger: Ledger
  readonly shop: ShopLab
  readonly customers: readonly number[]
  /** The evening of the last day. */
  readonly now: number
  dispose(): void
}

/** A small real shop with its last 120 days: sales of a dozen regulars and of guests, refunds, moves, joined products. */
export const livedShop = async (): Promise<LivedShop> => {
  const folder = mkdtempSync(join(tmpdir(), 'dangol-lived-'))
  const now = Date.UTC(2026, 10, 22, 12)
  const { ledger } = await createLedger({
    path: join(folder, 'shop.dangol'),
    passphrase: '오래된 가게의 긴 암호',
    shopName: '오래된 가게',
  })
  const shop = await shopLab(ledger, { folder, clock: { now: () => now } })
  const random = createRandom(20_261_122)
  const customers = Array.from({ length: 12 }, (_, index) =>
    shop.customers.join({
      name: '시험',
      phone: `0100000${String(index).padStart(4, '0')}`,
      memo: '',
      consent: { required: true, marketing: false },
    }),
  )
  let number = 0
  for (let day = livedDays - 1; day >= 0; day -= 1) {
    for (let sale = 0; sale < random.between(1, 3); sale += 1) {
      number += 1
      const at = now - day * dayMs - random.between(0, 11) * 3_600_000 - number * 1000
      const items = Array.from({ length: random.between(1, 3) }, () => {
        const [name, price] = menu[random.between(0, menu.length - 1)] ?? ['아메리카노(ICE)', 4500]
        const quantity = random.between(1, 3)
        return item(name, price * quantity, quantity)
      })
      const total = items.reduce((sum, one) => sum + one.amount, 0)
      const reading = saleReading({ receiptNumber: `N${number}`, total, items, issuedAt: at })
      const entered = ledger.unit.write((tx) =>
        shop.entering.enter(tx, arrivalOf(reading, { receivedAt: at })),
      )
      const id = entered?.receiptId
      if (id == null) throw new Error('A sale was not taken in')
      const owner = random.chance(0.65) ? customers[random.between(0, customers.length - 1)] : undefined
      if (owner !== undefined) shop.counter.attach(id, owner, false)
      if (owner !== undefined && random.chance(0.05)) {
        shop.counter.detach(id)
        shop.counter.attach(id, customers[0] ?? owner, false)
      }
      if (random.chance(0.06)) {
        const back = random.chance(0.5) ? total : Math.ceil(total / 2)
        const refund = refundReading({
          originalReceipt: `N${number}`,
          total: -back,
          issuedAt: at + 60_000,
          items: [item(items[0]?.name ?? '', -back)],
        })
        ledger.unit.write((tx) => shop.entering.enter(tx, arrivalOf(refund, { receivedAt: at + 60_000 })))
      }
    }
  }
  // The shop shows the two names of iced americano as one product, in a category.
  ledger.unit.write((tx) => {
    tx.run(query.insertInto('category').values({ id: 1, name: '커피', position: 0 }))
    tx.run(query.updateTable('product').set({ stands_for: 1, category_id: 1 }).where('id', 'in', [1, 2]))
  })
  return {
    ledger,
    shop,
    customers,
    now,
    dispose() {
      ledger.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

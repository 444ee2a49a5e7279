import { setImmediate as breathe } from 'node:timers/promises'
import type { EpochMs } from '#shared/dates.ts'
import { settledOnce } from '../analytics/shares.service.ts'
import { joinCustomer } from '../customers/customers.service.ts'
import { refreshedOnce } from '../customers/figures.service.ts'
import { menu, simulatedShop } from '../devices/simulated/menu.ts'
import { createRandom } from '../devices/simulated/random.ts'
import type { Loyalty } from '../loyalty/loyalty.service.ts'
import type { Reader, UnitOfWork, Writer } from '../platform/db/statements.ts'
import type { Ids } from '../platform/ids.ts'
import type { Entering } from '../receipts/entering/entering.service.ts'
import { findReceipt } from '../receipts/facts.service.ts'
import type { ShopService } from '../shop/shop.service.ts'
import { type DemoPerson, demoPeople } from './people.ts'
import { saleArrival } from './sale-arrival.ts'
import { type DemoSale, demoYear } from './year.ts'

export interface FillingParts {
  readonly reader: Reader
  readonly unit: UnitOfWork
  readonly ids: Ids
  readonly shop: ShopService
  readonly entering: Entering
  readonly loyalty: Loyalty
}

const seed = 20_261_122
const demoPersons = 300
/** Nobody waits for anything else meanwhile: most of a customer's visits are counted together. */
const batchSize = 1500
const dayMs = 24 * 60 * 60_000
/** Papers of the last days can be looked at. */
const paperDays = 14

/**
 * Fills an empty ledger with people and a year of receipts, through the same services as a real one.
 * @returns the customers.
 */
export const fillDemo = async (parts: FillingParts, now: EpochMs): Promise<number[]> => {
  const { unit, ids, shop } = parts
  shop.save({
    ...shop.get(),
    name: simulatedShop.name,
    businessNumber: simulatedShop.businessNumber,
    phone: simulatedShop.phone,
    address: simulatedShop.address,
    footer: '오늘도 와 주셔서 고마워요.',
  })
  const random = createRandom(seed)
  const people = demoPeople(random, demoPersons, menu.length)
  const customers = unit.write((tx) => people.map((person) => join(tx, ids, person, now)))
  const year = demoYear(random, people, now)
  for (let at = 0; at < year.length; at += batchSize) {
    unit.write((tx) =>
      settledOnce(tx, () =>
        refreshedOnce(tx, () => {
          for (const sale of year.slice(at, at + batchSize)) enterSale(tx, parts, sale, customers, now)
        }),
      ),
    )
    await breathe()
  }
  return customers
}

const join = (tx: Writer, ids: Ids, person: DemoPerson, now: EpochMs): number =>
  joinCustomer(
    tx,
    ids,
    now,
    {
      name: person.name,
      phone: person.phone,
      memo: person.memo,
      consent: { required: true, marketing: person.marketing },
    },
    now - person.joinedDaysAgo * dayMs,
  )

const enterSale = (
  tx: Writer,
  { entering, loyalty }: FillingParts,
  { sale, person }: DemoSale,
  customers: readonly number[],
  now: EpochMs,
): void => {
  const { paper, bytes, reading } = saleArrival(sale, sale.at > now - paperDays * dayMs)
  const entered = entering.enter(tx, {
    placed: {
      paper,
      bytes,
      captureSeq: 0,
      fromByte: sale.number,
      toByte: sale.number,
      next: { seq: 0, offset: 0 },
    },
    reading,
    sourceId: 'demo-year',
    sourceName: 'POS',
    encoding: 'cp949',
    receivedAt: sale.at,
    fromLine: false,
  })
  const customerId = person === null ? undefined : customers[person]
  const receipt = entered?.receiptId == null ? undefined : findReceipt(tx, entered.receiptId)
  if (customerId !== undefined && receipt !== undefined) loyalty.attach(tx, receipt, customerId, sale.at)
}

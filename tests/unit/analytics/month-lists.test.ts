import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createMonthLists, type MonthLists } from '#backend/analytics/months/month-lists.service.ts'
import { topSharesBetween } from '#backend/analytics/pictures/guests.repo.ts'
import { directReading, type Reading } from '#backend/analytics/thread/heavy.repo.ts'
import { createUpkeep } from '#backend/analytics/upkeep.service.ts'
import { type Log, silentLog } from '#backend/platform/log/log.ts'
import { DangolError } from '#shared/errors.ts'
import { until } from '../../helpers/devices/until.ts'
import { type LivedShop, livedShop } from '../../helpers/lived-shop.ts'
import { expectBoughtToBeRight, listedMonths, listedPeople } from '../../helpers/month-lists.ts'
import { arrivalOf, saleReading } from '../../helpers/readings.ts'

const dayMs = 86_400_000

let lived: LivedShop
beforeAll(async () => {
  // From July to the 22nd of November.
  lived = await livedShop()
})
afterAll(() => lived.dispose())
beforeEach(() => {
  lived.ledger.db.exec('DELETE FROM customer_month')
})

interface With {
  readonly reading?: Reading
  readonly now?: () => number
  readonly log?: Log
}
const listsOf = ({ reading, now = () => lived.now, log = silentLog }: With = {}): MonthLists => {
  const { reader, unit } = lived.ledger
  return createMonthLists({ reader, unit, reading: reading ?? directReading(reader), clock: { now }, log })
}
const over = [202607, 202608, 202609, 202610]
const listed = () => listedMonths(lived.ledger.reader)
let bought = 0
/** Somebody of the shop buys something on a day so many days ago. @returns the receipt. */
const buy = (daysAgo: number): number => {
  const { ledger, shop, customers, now } = lived
  bought += 1
  const reading = saleReading({
    receiptNumber: `B${bought}`,
    issuedAt: now - daysAgo * dayMs - bought * 1000,
  })
  const entered = ledger.unit.write((tx) => shop.entering.enter(tx, arrivalOf(reading, { receivedAt: now })))
  const id = entered?.receiptId ?? 0
  shop.counter.attach(id, customers[0] ?? 0, false)
  return id
}

describe('the lists of months that are over', () => {
  it('are made of each of them, the latest first, and tell what receipts tell', async () => {
    const { reader } = lived.ledger
    const seen: number[][] = []
    const direct = directReading(reader)
    const reading: Reading = {
      ...direct,
      askLater(...asked) {
        seen.push(listed())
        return direct.askLater(...asked)
      },
    }
    await listsOf({ reading }).look()
    expect(seen).toEqual([over.slice(3), over.slice(2), over.slice(1), over])
    expect(listed()).toEqual(over)
    expectBoughtToBeRight(reader)
  })

  it('are looked for once a business day, and found missing again on the next', async () => {
    let now = lived.now
    const lists = listsOf({ now: () => now })
    await lists.look()
    buy(40)
    expect(listed()).toEqual([202607, 202608, 202609])
    await lists.look()
    expect(listed()).toEqual([202607, 202608, 202609])
    now += dayMs
    await lists.look()
    expect(listed()).toEqual(over)
    now += 9 * dayMs
    await lists.look()
    expect(listed()).toEqual([...over, 202611])
    expectBoughtToBeRight(lived.ledger.reader)
  })

  it('are forgotten when somebody’s day becomes another, and only that month’s', async () => {
    const { ledger, shop, customers } = lived
    await listsOf().look()
    const id = buy(0)
    expect(listed()).toEqual(over)
    shop.counter.detach(id)
    buy(70)
    expect(listed()).toEqual([202607, 202608, 202610])
    await listsOf().look()
    expect(listedPeople(ledger.reader)).toContain(customers[3])
    shop.customers.destroy(customers[3] ?? 0)
    // Over before the next statement: it writes the file anew beside everything else.
    expect(await shop.customers.wipe()).toEqual({ waiting: 0 })
    expect(listedPeople(ledger.reader)).not.toContain(customers[3])
    expectBoughtToBeRight(ledger.reader)
    await listsOf().look()
    expect(listed()).toEqual(over)
    expect(listedPeople(ledger.reader)).not.toContain(customers[3])
  })

  it('stop after the month that is being made', async () => {
    const { reader } = lived.ledger
    const reading: Reading = {
      ...directReading(reader),
      async askLater() {
        void lists.stop()
        throw new DangolError('ledger.locked')
      },
    }
    const told: string[] = []
    const lists = listsOf({ reading, log: { ...silentLog, error: (event) => told.push(event) } })
    await lists.look()
    await lists.stop()
    await lists.look()
    expect(listed()).toEqual([202610])
    expect(told).toEqual([])
  })

  it('wait until a ledger that is new to sums has counted them', async () => {
    const { db } = lived.ledger
    const lists = listsOf()
    db.exec('UPDATE sums_state SET counted = 0')
    await lists.look()
    expect(listed()).toEqual([])
    db.exec('UPDATE sums_state SET counted = 1')
    await lists.look()
    expect(listed()).toEqual(over)
  })

  it('are tried again on the next day when they cannot be made, and it is told', async () => {
    let now = lived.now
    const told: string[] = []
    const direct = directReading(lived.ledger.reader)
    let broken = true
    const reading: Reading = {
      ...direct,
      askLater: (...asked) =>
        broken ? Promise.reject(new DangolError('internal')) : direct.askLater(...asked),
    }
    const lists = listsOf({
      reading,
      now: () => now,
      log: { ...silentLog, error: (event) => told.push(event) },
    })
    await lists.look()
    await lists.look()
    expect(told).toEqual(['sums.lists-failed'])
    broken = false
    now += dayMs
    await lists.look()
    expect(listed()).toEqual(over)
  })

  it('are no lists where they are damaged, and the upkeep takes away what says something else', async () => {
    const { db, reader, unit } = lived.ledger
    await listsOf().look()
    const year = () => topSharesBetween(reader, '2026-07-03', '2026-11-20')
    const right = year()
    db.exec(
      "UPDATE customer_month SET guests = CAST(substr(guests, 1, length(guests) - 1) || x'00' AS BLOB) WHERE month = 202608",
    )
    db.exec("UPDATE customer_month SET guests = x'' WHERE month = 202610")
    expect(year()).toEqual(right)
    // One month's list in another's place is whole, and wrong.
    db.exec(
      'UPDATE customer_month SET guests = (SELECT guests FROM customer_month WHERE month = 202609) WHERE month = 202607',
    )
    const upkeep = createUpkeep({
      reader,
      unit,
      reading: directReading(reader),
      clock: { now: () => lived.now },
      log: silentLog,
      told: () => undefined,
    })
    const check = async (rebuild: boolean): Promise<number | null> => {
      upkeep.check(rebuild)
      await until('the sums are checked', () => upkeep.state().work === null)
      return upkeep.state().found
    }
    expect(await check(false)).toBe(3)
    expect(listed()).toEqual(over)
    expect(await check(true)).toBe(3)
    expect(listed()).toEqual([202609])
    expect(await check(false)).toBe(0)
    expect(year()).toEqual(right)
    expectBoughtToBeRight(reader)
  })
})

import { rmSync } from 'node:fs'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createMonthLists, type MonthLists } from '#backend/analytics/months/month-lists.service.ts'
import { topSharesBetween } from '#backend/analytics/pictures/guests.repo.ts'
import { directReading, type Reading } from '#backend/analytics/thread/heavy.repo.ts'
import { createUpkeep } from '#backend/analytics/upkeep.service.ts'
import { query } from '#backend/platform/db/query.ts'
import { recoverLedger } from '#backend/platform/ledger/recover.ts'
import { openLedger } from '#backend/platform/ledger.ts'
import { ledgerFiles } from '#backend/platform/ledger-files.ts'
import { type Log, silentLog } from '#backend/platform/log/log.ts'
import { DangolError } from '#shared/errors.ts'
import { until } from '../../helpers/devices/until.ts'
import { forgetTemplate, freshLedger } from '../../helpers/fresh-ledger.ts'
import { dump } from '../../helpers/ledger-lab.ts'
import { expectBoughtToBeRight, listedMonths, listedPeople } from '../../helpers/month-lists.ts'
import { arrivalOf, item, saleReading } from '../../helpers/readings.ts'
import { shopLab } from '../../helpers/shop-lab.ts'

forgetTemplate()

const dayMs = 86_400_000
const noon = Date.UTC(2026, 10, 22, 3)
const over = [202607, 202608, 202609, 202610]

interface With {
  readonly reading?: Reading
  readonly now?: () => number
  readonly log?: Log
}

/** A shop with three customers who have bought something in each month from July to the 22nd of November. */
const smallShop = async () => {
  const { ledger, folder } = await freshLedger()
  const shop = await shopLab(ledger, { folder, clock: { now: () => noon } })
  const { reader, unit } = ledger
  const customers = [1, 2, 3].map((number) =>
    shop.customers.join({
      name: '시험',
      phone: `010000000${number}0`,
      memo: '',
      consent: { required: true, marketing: false },
    }),
  )
  let count = 0
  /** @returns the receipt. */
  const buy = (daysAgo: number, customer = 0): number => {
    count += 1
    const total = 3000 + count * 500
    const items = [item('아메리카노', total)]
    const reading = saleReading({
      receiptNumber: `B${count}`,
      issuedAt: noon - daysAgo * dayMs - count * 1000,
      total,
      items,
    })
    const entered = unit.write((tx) => shop.entering.enter(tx, arrivalOf(reading, { receivedAt: noon })))
    const id = entered?.receiptId ?? 0
    shop.counter.attach(id, customers[customer] ?? 0, false)
    return id
  }
  for (const [place, daysAgo] of [0, 9, 25, 40, 55, 70, 75, 99, 100, 101, 130, 131].entries())
    buy(daysAgo, place % 3)
  const listsOf = ({ reading, now = () => noon, log = silentLog }: With = {}): MonthLists =>
    createMonthLists({ reader, unit, reading: reading ?? directReading(reader), clock: { now }, log })
  return { ledger, shop, customers, buy, listsOf, listed: () => listedMonths(reader) }
}

describe('the lists of months that are over', () => {
  it('are made of each of them, the latest first, and tell what receipts tell', async () => {
    const { ledger, listsOf, listed } = await smallShop()
    const { reader } = ledger
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
    const { ledger, buy, listsOf, listed } = await smallShop()
    let now = noon
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
    expectBoughtToBeRight(ledger.reader)
  })

  it('are forgotten when somebody’s day becomes another, and only that month’s', async () => {
    const { ledger, shop, customers, buy, listsOf, listed } = await smallShop()
    await listsOf().look()
    const id = buy(0)
    expect(listed()).toEqual(over)
    shop.counter.detach(id)
    buy(70)
    expect(listed()).toEqual([202607, 202608, 202610])
    await listsOf().look()
    expect(listedPeople(ledger.reader)).toContain(customers[2])
    shop.customers.destroy(customers[2] ?? 0)
    // Over before the next statement: it writes the file anew beside everything else.
    expect(await shop.customers.wipe()).toEqual({ waiting: 0 })
    expect(listedPeople(ledger.reader)).not.toContain(customers[2])
    expectBoughtToBeRight(ledger.reader)
    await listsOf().look()
    expect(listed()).toEqual(over)
    expect(listedPeople(ledger.reader)).not.toContain(customers[2])
  })

  it('stop after the month that is being made', async () => {
    const { ledger, listsOf, listed } = await smallShop()
    const { reader } = ledger
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
    const { ledger, listsOf, listed } = await smallShop()
    const { db } = ledger
    const lists = listsOf()
    db.exec('UPDATE sums_state SET counted = 0')
    await lists.look()
    expect(listed()).toEqual([])
    db.exec('UPDATE sums_state SET counted = 1')
    await lists.look()
    expect(listed()).toEqual(over)
  })

  it('are tried again on the next day when they cannot be made, and it is told', async () => {
    const { ledger, listsOf, listed } = await smallShop()
    let now = noon
    const told: string[] = []
    const direct = directReading(ledger.reader)
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
    const { ledger, listsOf, listed } = await smallShop()
    const { db, reader, unit } = ledger
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
      clock: { now: () => noon },
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

  it('are made in the open shop, one after the other with the thread that reads pictures', async () => {
    const { ledger, shop, buy, listed } = await smallShop()
    await shop.analytics.lists.look()
    expect(listed()).toEqual(over)
    buy(55)
    const range = { from: '2026-08-01', to: '2026-11-22' }
    const { customers, net } = await shop.analytics.pictures.top({ range })
    const [sold] = ledger.reader.all(
      query
        .selectFrom('receipt')
        .select((eb) => [eb.fn.sum<number>('total').as('net')])
        .where('business_date', '>=', '2026-08-01'),
    )
    expect({ customers, net }).toEqual({ customers: 3, net: sold?.net })
    await shop.stop()
    await shop.analytics.lists.look()
    expect(listed()).toEqual([202607, 202608, 202610])
  })

  it('come back with a ledger that was lost and is made again from its journal', async () => {
    const { ledger, shop, buy, listsOf } = await smallShop()
    const key = { dataKey: Buffer.from(ledger.dataKey) }
    await listsOf().look()
    buy(70)
    await shop.stop()
    const whole = dump(ledger.db)
    ledger.close()
    for (const file of [ledger.path, ledgerFiles(ledger.path).wal]) rmSync(file, { force: true })
    expect(await recoverLedger({ path: ledger.path, from: null, key })).toMatchObject({ stoppedAt: null })
    const again = await openLedger({ path: ledger.path, key })
    onTestFinished(() => again.close())
    expect(dump(again.db)).toEqual(whole)
    expect(listedMonths(again.reader)).toEqual([202607, 202608, 202610])
    expectBoughtToBeRight(again.reader)
  })
})

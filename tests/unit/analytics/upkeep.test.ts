import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { directReading } from '#backend/analytics/thread/heavy.repo.ts'
import { createUpkeep, type Upkeep } from '#backend/analytics/upkeep.service.ts'
import { silentLog } from '#backend/platform/log/log.ts'
import { until } from '../../helpers/devices/until.ts'
import { type LivedShop, livedShop } from '../../helpers/lived-shop.ts'
import { arrivalOf, saleReading } from '../../helpers/readings.ts'
import { expectSumsToBeRight } from '../../helpers/sums.ts'

let lived: LivedShop
beforeAll(async () => {
  lived = await livedShop()
})
afterAll(() => lived.dispose())

/** @param meanwhile is called each time progress is told. */
const upkeepOf = (meanwhile: () => void = () => undefined): Upkeep => {
  const { reader, unit } = lived.ledger
  return createUpkeep({
    reader,
    unit,
    reading: directReading(reader),
    clock: { now: () => lived.now },
    log: silentLog,
    told: meanwhile,
  })
}
const done = (upkeep: Upkeep) => until('the sums are checked', () => upkeep.state().work === null)
const tables = [
  'hour_sum',
  'period_sum',
  'interval_sum',
  'cohort_sum',
  'customer_day',
  'product_sum',
  'product_hour_sum',
  'customer_product_sum',
]

describe('the upkeep of the sums', () => {
  it('finds nothing wrong in a shop that has lived', async () => {
    const upkeep = upkeepOf()
    upkeep.check(false)
    await done(upkeep)
    expect(upkeep.state()).toMatchObject({ found: 0, counted: true, checkedAt: lived.now })
  })

  it('tells what is wrong and leaves it, until it is asked to put it right', async () => {
    const { db, reader } = lived.ledger
    db.exec('UPDATE hour_sum SET net = net + 1 WHERE hour = 15')
    db.exec('DELETE FROM interval_sum')
    db.exec('INSERT INTO customer_day VALUES (20260101, 7, 1, 1, 500)')
    const upkeep = upkeepOf()
    upkeep.check(false)
    await done(upkeep)
    const { found } = upkeep.state()
    expect(found).toBeGreaterThan(3)
    expect(db.prepare('SELECT count(*) FROM interval_sum').pluck().get()).toBe(0)
    upkeep.check(true)
    await done(upkeep)
    expect(upkeep.state().found).toBe(found)
    expectSumsToBeRight(reader)
    expect(db.prepare('SELECT count(*) FROM customer_day WHERE day = 20260101').pluck().get()).toBe(0)
  })

  it('counts a ledger from before the sums, with its catalogue, while receipts come in', async () => {
    const { db, reader, unit } = lived.ledger
    for (const table of [...tables, 'product_name', 'product']) db.exec(`DELETE FROM ${table}`)
    db.exec('UPDATE sums_state SET counted = 0, checked_at = NULL')
    let sold = 0
    const upkeep = upkeepOf(() => {
      if (sold >= 6) return
      sold += 1
      const at = lived.now - sold * 20 * 86_400_000
      const reading = saleReading({ receiptNumber: `M${sold}`, issuedAt: at })
      unit.write((tx) => lived.shop.entering.enter(tx, arrivalOf(reading, { receivedAt: at })))
    })
    upkeep.start()
    await done(upkeep)
    expect(sold).toBe(6)
    expect(upkeep.state()).toMatchObject({ counted: true })
    expectSumsToBeRight(reader)
    // Counted once: the next start has nothing to do.
    upkeep.start()
    expect(upkeep.state().work).toBeNull()
  })

  it('goes on where it was when it is stopped in the middle', async () => {
    const { db, reader } = lived.ledger
    for (const table of tables) db.exec(`DELETE FROM ${table}`)
    db.exec('UPDATE sums_state SET counted = 0')
    let told = 0
    const stopped = upkeepOf(() => {
      told += 1
      if (told === 3) void stopped.stop()
    })
    stopped.start()
    await stopped.stop()
    expect(stopped.state()).toMatchObject({ counted: false, work: null })
    const again = upkeepOf()
    again.start()
    await done(again)
    expectSumsToBeRight(reader)
  })
})

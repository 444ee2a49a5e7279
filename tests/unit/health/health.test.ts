import { closeSync, openSync, statSync, writeSync } from 'node:fs'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createTill } from '#backend/devices/simulated/receipt-bytes.ts'
import { createHealth, type Health } from '#backend/health/health.service.ts'
import { silentLog } from '#backend/platform/log/log.ts'
import { until } from '../../helpers/devices/until.ts'
import { forgetTemplate, freshLedger } from '../../helpers/fresh-ledger.ts'
import { type ShopLab, shopLab } from '../../helpers/shop-lab.ts'

forgetTemplate()

/** A shop with a customer who has points. */
const shop = async (): Promise<ShopLab> => {
  const { ledger, folder } = await freshLedger()
  const lab = await shopLab(ledger, { folder })
  onTestFinished(() => lab.stop())
  const customerId = lab.customers.join({
    name: '김영희',
    phone: '010-0000-5678',
    memo: '',
    consent: { required: true, marketing: false },
  })
  const till = createTill({ seed: 3, returns: 0 })
  for (let n = 0; n < 4; n += 1) lab.feed(till.next(Date.now() - 60_000 * (9 - n)).bytes)
  for (const { id } of lab.receipts.recent(4)) lab.counter.attach(id, customerId, false)
  return lab
}

describe('the check of a ledger', () => {
  it('finds nothing in a good one, and says how much it looked at', async () => {
    const lab = await shop()
    const [one, other] = await Promise.all([lab.health.run(), lab.health.run()])
    expect(one.last).toMatchObject({ faults: [], receipts: 4, customers: 1 })
    expect(other.last?.at).toBe(one.last?.at)
    expect(lab.events.filter(({ name }) => name === 'health.changed')).toHaveLength(1)
  })

  it('finds a balance that is not the sum of its entries, and says which part is wrong', async () => {
    const lab = await shop()
    lab.ledger.db.exec('UPDATE customer_figures SET points = points + 1')
    expect((await lab.health.run()).last?.faults).toContain('points')
  })

  it('finds a record that was changed', async () => {
    const lab = await shop()
    lab.staff.access.note({
      personId: null,
      role: 'counter',
      place: 'pc',
      action: 'read',
      method: 'customers.card',
      customerId: 1,
      people: 1,
    })
    lab.staff.access.flush()
    lab.ledger.db.exec('DROP TRIGGER access_entry_never_updated')
    lab.ledger.db.exec('UPDATE access_entry SET people = 7')
    expect((await lab.health.run()).last?.faults).toContain('chain')
  })

  it('finds pages that were flipped on the disk', async () => {
    const lab = await shop()
    lab.ledger.db.pragma('wal_checkpoint(TRUNCATE)')
    const { path } = lab.ledger
    const file = openSync(path, 'r+')
    for (let at = 4_096 * 8; at < statSync(path).size; at += 4_096)
      writeSync(file, Buffer.from([1, 2, 3]), 0, 3, at + 99)
    closeSync(file)
    expect((await lab.health.run()).last?.faults).toContain('pages')
  })
})

interface ByHand {
  readonly health: Health
  readonly after: (seconds: number) => void
  readonly stop: () => Promise<void>
}

/** Of a shop, with hands that are moved by the test. */
const byHand = (lab: ShopLab): ByHand => {
  let now = 0
  const health = createHealth({
    ledger: lab.ledger,
    access: lab.staff.access,
    upkeep: lab.analytics.upkeep,
    points: lab.pointsDesk.checking,
    prepaid: lab.prepaid.checking,
    clock: { now: () => Date.now() },
    log: silentLog,
    emit: () => undefined,
    elapsed: () => now,
    written: () => lab.ledger.journal.state.headSeq,
  })
  return {
    health,
    after(seconds) {
      for (let step = 0; step < seconds; step += 10) {
        now += 10_000
        health.look()
      }
    },
    stop: () => health.stop(),
  }
}

const receipt = (lab: ShopLab, seed: number): void =>
  lab.feed(createTill({ seed, returns: 0 }).next(Date.now()).bytes)

describe('the look that comes by itself', () => {
  it('waits until the counter has been idle for a minute', async () => {
    const lab = await shop()
    const { health, after, stop } = byHand(lab)
    for (let seed = 10; seed < 16; seed += 1) {
      receipt(lab, seed)
      after(50)
      expect(health.state().running).toBe(false)
    }
    after(20)
    expect(health.state().running).toBe(true)
    await until('it has looked', () => !health.state().running)
    expect(health.state().last?.faults).toEqual([])
    await stop()
  })

  it('comes all the same where the counter never rests', async () => {
    const lab = await shop()
    const { health, after, stop } = byHand(lab)
    let seed = 20
    for (let minutes = 0; minutes < 3 * 60; minutes += 1) {
      if (minutes % 20 === 0) receipt(lab, seed++)
      else lab.capturing.bytes('pos', 'cp949', Buffer.from(`${minutes}`), Date.now())
      after(50)
    }
    expect(health.state().running || health.state().last !== null).toBe(false)
    for (let more = 0; more < 40; more += 1) {
      lab.capturing.bytes('pos', 'cp949', Buffer.from('.'), Date.now())
      after(50)
    }
    expect(health.state().running).toBe(true)
    await stop()
  })

  it('comes again a day later, not before', async () => {
    const lab = await shop()
    const { health, after, stop } = byHand(lab)
    after(120)
    await until('it has looked', () => health.state().last !== null && !health.state().running)
    after(23 * 60 * 60)
    expect(health.state().running).toBe(false)
    after(2 * 60 * 60)
    expect(health.state().running).toBe(true)
    await stop()
  })
})

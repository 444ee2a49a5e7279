import { closeSync, openSync, statSync, writeSync } from 'node:fs'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createTill } from '#backend/devices/simulated/receipt-bytes.ts'
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

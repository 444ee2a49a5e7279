import { expect, it } from 'vitest'
import { query } from '#backend/platform/db/query.ts'
import { until } from '../../helpers/devices/until.ts'
import { forgetTemplate, freshLedger } from '../../helpers/fresh-ledger.ts'
import { accessOf } from './access-lab.ts'

forgetTemplate()

it('many entries at once, as a long list brings, get their links a few at a time and without being asked again', async () => {
  const { ledger } = await freshLedger()
  const access = accessOf(ledger)
  const entries = 400
  ledger.unit.write((tx) => {
    for (let n = 1; n <= entries; n += 1)
      tx.run(
        query.insertInto('points_entry').values({
          id: ledger.ids.next(0),
          customer_id: n,
          receipt_id: null,
          kind: 'correction',
          points: 10,
          reverses_id: null,
          rate_bp: null,
          at: 0,
          business_date: '2026-11-22',
        } as never),
      )
  })
  const links = (): number =>
    ledger.reader.first(query.selectFrom('chain_link').select(({ fn }) => fn.countAll<number>().as('count')))
      ?.count ?? 0
  access.flush()
  expect(links()).toBeGreaterThan(0)
  expect(links()).toBeLessThan(entries / 2)
  await until('all have their links', () => links() === entries)
  expect(await access.verify()).toMatchObject({ links: entries, faults: [] })
  access.stop()
})

import { join } from 'node:path'
import { createAccessLog } from '#backend/access/access.service.ts'
import { headsAt } from '#backend/access/heads.port.ts'
import { createLedger } from '#backend/platform/ledger.ts'
import { ledgerFiles } from '#backend/platform/ledger-files.ts'
import { silentLog } from '#backend/platform/log/log.ts'
import { formatNumber } from '#shared/won.ts'
import type { BenchContext } from '../context.ts'
import type { Measured } from '../row.ts'

const entries = 100_000

/** The record of access, read through link by link; in a ledger of its own. */
export const chainRows = async ({ scratch, passphrase, rounds, row }: BenchContext): Promise<Measured[]> => {
  const count = Math.max(1_000, Math.round((entries / 5) * Math.min(5, rounds(5))))
  const path = join(scratch, 'chain.dangol')
  const { ledger } = await createLedger({ path, passphrase, shopName: '시험가게' })
  try {
    const { reader, unit, ids, dataKey } = ledger
    const heads = headsAt(ledgerFiles(path).heads)
    const clock = { now: () => Date.now() }
    const access = createAccessLog({ reader, unit, ids, clock, log: silentLog, dataKey, heads })
    for (let n = 0; n < count; n += 1)
      access.note({
        personId: null,
        role: 'counter',
        place: 'pc',
        action: 'read',
        method: 'customers.card',
        customerId: 1 + (n % 5_000),
        people: 1,
      })
    access.flush()
    const start = performance.now()
    const { links, faults } = await access.verify()
    const took = performance.now() - start
    if (links !== count || faults.length > 0) throw new Error('The chain is not what was written.')
    access.stop()
    return [
      row({
        name: 'record of access verified',
        conditions: `${formatNumber(count)} entries, encrypted`,
        value: took / 1_000,
        unit: 's',
        budget: { most: 5 },
      }),
    ]
  } finally {
    ledger.close()
  }
}

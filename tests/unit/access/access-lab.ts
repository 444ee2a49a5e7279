import { type AccessLog, createAccessLog } from '#backend/access/access.service.ts'
import { headsAt } from '#backend/access/heads.port.ts'
import type { Clock } from '#backend/platform/clock.ts'
import { query } from '#backend/platform/db/query.ts'
import type { Ledger } from '#backend/platform/ledger.ts'
import { ledgerFiles } from '#backend/platform/ledger-files.ts'
import { silentLog } from '#backend/platform/log/log.ts'

export const accessOf = (ledger: Ledger, clock: Clock = { now: () => Date.now() }): AccessLog =>
  createAccessLog({
    reader: ledger.reader,
    unit: ledger.unit,
    ids: ledger.ids,
    clock,
    log: silentLog,
    dataKey: ledger.dataKey,
    heads: headsAt(ledgerFiles(ledger.path).heads),
  })

/** Somebody looks at so many customers' cards. */
export const look = (access: AccessLog, times: number, first = 1): void => {
  for (let n = 0; n < times; n += 1)
    access.note({
      personId: null,
      role: 'counter',
      place: 'pc',
      action: 'read',
      method: 'customers.card',
      customerId: first + n,
      people: 1,
    })
  access.flush()
}

/** Points given to somebody, as an entry of the ledger. */
export const give = (ledger: Ledger, customerId: number, points: number, at = Date.now()): void => {
  ledger.unit.write((tx) =>
    tx.run(
      query.insertInto('points_entry').values({
        id: ledger.ids.next(at),
        customer_id: customerId,
        receipt_id: null,
        kind: 'correction',
        points,
        reverses_id: null,
        rate_bp: null,
        at,
        business_date: '2026-11-22',
      } as never),
    ),
  )
}

import { type AccessLog, createAccessLog } from '#backend/access/access.service.ts'
import { headsAt } from '#backend/access/heads.port.ts'
import type { Clock } from '#backend/platform/clock.ts'
import { query } from '#backend/platform/db/query.ts'
import type { Writer } from '#backend/platform/db/statements.ts'
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

/** Prepaid amounts that somebody bought, of which something was used at once: two entries of the ledger each. */
export const sellPrepaid = (ledger: Ledger, customerId: number, won: number, times = 1): void => {
  const at = Date.now()
  const day = '2026-11-22'
  ledger.unit.write((tx) => {
    const known = tx.first(query.selectFrom('prepaid_terms').select('id').limit(1))
    const terms_id = known?.id ?? addTerms(ledger, tx, at)
    for (let n = 0; n < times; n += 1) {
      const holding = ledger.ids.next(at)
      const left = { starts_on: day, ends_on: null, paid_left: 0, bonus_left: 0 }
      tx.run(
        query
          .insertInto('prepaid_holding')
          .values({ id: holding, terms_id, customer_id: customerId, at, ...left }),
      )
      const entry = { holding_id: holding, customer_id: customerId, bonus: 0, at, business_date: day }
      const free = { receipt_id: null, of_id: null, merge_id: null }
      for (const moved of [
        { kind: 'sell', paid: won, money: won },
        { kind: 'use', paid: -100, money: 0 },
      ] as const)
        tx.run(
          query.insertInto('prepaid_entry').values({ id: ledger.ids.next(at), ...entry, ...free, ...moved }),
        )
    }
  })
}

const addTerms = (ledger: Ledger, tx: Writer, at: number): number => {
  const product_id = ledger.ids.next(at)
  const id = ledger.ids.next(at)
  tx.run(query.insertInto('prepaid_product').values({ id: product_id, at }))
  tx.run(
    query.insertInto('prepaid_terms').values({
      id,
      product_id,
      from_date: '2026-11-01',
      name: '5만원권',
      sold: 1,
      unit: 'won',
      price: 50_000,
      paid: 50_000,
      bonus: 5_000,
      single_price: null,
      counted_at: 'normal',
      months: null,
      penalty_percent: 0,
      earns: 'never',
      at,
    }),
  )
  return id
}

import { query } from '#backend/platform/db/query.ts'
import type { Ledger } from '#backend/platform/ledger.ts'

const sourceId = 'pos-1'

/** What the world was told is safe. */
export type Acknowledge = (what: 'captured' | 'entered', receipt: number) => void

/**
 * A small stand-in for a shop's day, on the real ledger: each receipt is captured, told, then entered with its
 * customer, points and place in one unit of work, and told. It goes on where it was: first with what was
 * captured and not entered, then with the next receipt that the journal does not have.
 */
export const shopDay = (ledger: Ledger, receipts: number, tell: Acknowledge): void => {
  let captured = 0
  for (const { seq, bytes } of ledger.captures(0)) {
    captured = Number(Buffer.from(bytes).toString())
    if (seq > enteredUpTo(ledger)) enter(ledger, captured, seq, tell)
  }
  while (captured < receipts) {
    captured += 1
    const bytes = Buffer.from(String(captured))
    const seq = ledger.journal.appendCapture({ sourceId, at: captured, encoding: 'cp949', bytes })
    tell('captured', captured)
    enter(ledger, captured, seq, tell)
  }
}

const enteredUpTo = (ledger: Ledger): number =>
  ledger.reader.first(query.selectFrom('ingest_position').select('capture_seq'))?.capture_seq ?? 0

const enter = (ledger: Ledger, receipt: number, seq: number, tell: Acknowledge): void => {
  ledger.unit.write((tx) => {
    const id = ledger.ids.next(receipt)
    tx.run(
      query.insertInto('customer').values({
        id,
        name: `손님 ${receipt}`,
        initials: 'ㅅㄴ',
        phone: null,
        last_four: null,
        memo: '가'.repeat(receipt * 3),
        joined_on: '2026-11-22',
        created_at: 1,
        updated_at: 1,
      }),
    )
    tx.run(
      query.insertInto('points_entry').values({
        id: ledger.ids.next(receipt),
        customer_id: id,
        receipt_id: null,
        kind: 'earn',
        points: receipt,
        reverses_id: null,
        rate_bp: 100,
        at: 1,
        business_date: '2026-11-22',
      }),
    )
    tx.run(
      query
        .insertInto('daily_total')
        .values({ business_date: '2026-11-22', sales: 1, refunds: 0, net: receipt, attached: 0 })
        .onConflict((conflict) =>
          conflict.column('business_date').doUpdateSet((eb) => ({
            sales: eb('daily_total.sales', '+', 1),
            net: eb('daily_total.net', '+', receipt),
          })),
        ),
    )
    tx.run(
      query
        .insertInto('ingest_position')
        .values({ source_id: sourceId, capture_seq: seq, byte_offset: 0 })
        .onConflict((conflict) => conflict.column('source_id').doUpdateSet({ capture_seq: seq })),
    )
  })
  tell('entered', receipt)
}

/** What a day of `receipts` leaves behind, however often it was interrupted. */
export const dayFigures = (ledger: Ledger): unknown => ({
  names: ledger.reader.all(query.selectFrom('customer').select('name').orderBy('id')).map(({ name }) => name),
  points: ledger.reader
    .all(query.selectFrom('points_entry').select('points').orderBy('id'))
    .map((row) => row.points),
  total: ledger.reader.first(query.selectFrom('daily_total').select(['sales', 'net'])),
})

export const wholeDay = (receipts: number): unknown => {
  const numbers = Array.from({ length: receipts }, (_, index) => index + 1)
  const net = numbers.reduce((sum, number) => sum + number, 0)
  return {
    names: numbers.map((number) => `손님 ${number}`),
    points: numbers,
    total: receipts === 0 ? undefined : { sales: receipts, net },
  }
}

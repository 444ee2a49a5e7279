import { sql } from 'kysely'
import { hot } from '../platform/db/hot.ts'
import { query } from '../platform/db/query.ts'
import type { Schema } from '../platform/db/schema.ts'
import type { Reader, Writer } from '../platform/db/statements.ts'

export type SlipRow = Schema['slip']
export type SlipState = SlipRow['state']

const byId = hot<{ id: number }, SlipRow>((param) =>
  query.selectFrom('slip').selectAll().where('id', '=', param('id')),
)
const copies = hot<{ number: string }, SlipRow>((param) =>
  query.selectFrom('slip').selectAll().where('number', '=', param('number')).orderBy('copy'),
)
// `.` follows `-` in ASCII: the range holds all numbers of one day.
const ofDay = hot<{ from: string; below: string }, { number: string }>((param) =>
  query
    .selectFrom('slip')
    .select('number')
    .where('number', '>=', param('from'))
    .where('number', '<', param('below'))
    .where('copy', '=', 0)
    .orderBy('id', 'desc')
    .limit(1),
)
const newest = hot<{ limit: number }, SlipRow & { cancelled_at: number | null }>((param) =>
  query
    .selectFrom('slip as s')
    .leftJoin('slip_note as n', 'n.slip_id', 's.id')
    .selectAll('s')
    .select('n.cancelled_at')
    .orderBy('s.at', 'desc')
    .orderBy('s.id', 'desc')
    .limit(param('limit')),
)
const sending = query
  .selectFrom('slip')
  .select('id')
  .where('settled_at', 'is', null)
  .where('state', '=', 'sent')
  .orderBy('id')
  .compile()
const printersAwaited = query
  .selectFrom('slip')
  .select('printer_id')
  .distinct()
  .where('state', '=', 'queued')
  .compile()
const next = hot<{ printer: string }, SlipRow>((param) =>
  query
    .selectFrom('slip')
    .selectAll()
    // Said as it stands in the partial index.
    .where(sql<string>`state`, '=', sql.lit('queued'))
    .where('printer_id', '=', param('printer'))
    .orderBy('id')
    .limit(1),
)

export const findSlip = (reader: Reader, id: number): SlipRow | undefined => reader.first(byId({ id }))

/** A slip and its reprints, the first print first. */
export const copiesOf = (reader: Reader, number: string): SlipRow[] => reader.all(copies({ number }))

/** The number given last on that day, `20261122-`; undefined for the day's first. */
export const lastNumber = (reader: Reader, prefix: string): string | undefined =>
  reader.first(ofDay({ from: prefix, below: `${prefix.slice(0, -1)}.` }))?.number

export const newestSlips = (reader: Reader, limit: number): (SlipRow & { cancelled_at: number | null })[] =>
  reader.all(newest({ limit }))

/** What a printer had begun to get when the program ended, oldest first. */
export const slipsBeingSent = (reader: Reader): number[] =>
  reader.all({ compile: () => sending }).map((row) => row.id)

/** The printers for which slips are queued. */
export const awaitedPrinters = (reader: Reader): string[] =>
  reader.all({ compile: () => printersAwaited }).map((row) => row.printer_id)

/** The slip that this printer is to print next. */
export const nextQueued = (reader: Reader, printerId: string): SlipRow | undefined =>
  reader.first(next({ printer: printerId }))

export const insertSlip = (tx: Writer, row: SlipRow): void => {
  tx.run(query.insertInto('slip').values(row))
}

/** @param settledAt null while the slip is still on its way. */
export const setSlipState = (tx: Writer, id: number, state: SlipState, settledAt: number | null): void => {
  tx.run(query.updateTable('slip').set({ state, settled_at: settledAt }).where('id', '=', id))
}

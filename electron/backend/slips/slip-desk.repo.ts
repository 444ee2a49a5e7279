import { sql } from 'kysely'
import { query } from '../platform/db/query.ts'
import type { Schema } from '../platform/db/schema.ts'
import type { Reader, Writer } from '../platform/db/statements.ts'

type Note = Schema['slip_note']
export type SlipPurpose = Note['purpose']

/** A slip as the queue shows it: without its bytes. */
export type QueuedSlip = Pick<
  Schema['slip'],
  'id' | 'number' | 'at' | 'copy' | 'state' | 'printer_id' | 'printer_name'
> & { readonly purpose: SlipPurpose }

const slips = query
  .selectFrom('slip as s')
  .leftJoin('slip_note as n', 'n.slip_id', 's.id')
  .select([
    's.id',
    's.number',
    's.at',
    's.copy',
    's.state',
    's.printer_id',
    's.printer_name',
    sql<SlipPurpose>`coalesce(n.purpose, 'slip')`.as('purpose'),
  ])

const waiting = slips.where('s.settled_at', 'is', null).orderBy('s.id').limit(100).compile()
const waitingCount = query
  .selectFrom('slip')
  .select((eb) => eb.fn.countAll<number>().as('count'))
  .where('settled_at', 'is', null)
  .compile()
// What was forgotten with its customer has no bytes any more, and nobody can do anything about it.
const unclear = slips
  .where(sql<boolean>`s.state IN ('unknown', 'failed')`)
  .where('s.settled_at', 'is not', null)
  .where('n.cancelled_at', 'is', null)
  .where('n.seen_at', 'is', null)
  .where(sql<number>`length(s.bytes)`, '>', 0)
  .orderBy('s.id', 'desc')
  .limit(50)
  .compile()

/** Oldest first. */
export const slipsOnTheirWay = (reader: Reader): QueuedSlip[] => reader.all({ compile: () => waiting })

export const countOnTheirWay = (reader: Reader): number =>
  reader.first({ compile: () => waitingCount })?.count ?? 0

/** Ended in the dark and not looked after yet, newest first. */
export const unclearSlips = (reader: Reader): QueuedSlip[] => reader.all({ compile: () => unclear })

/** Adds to what is noted of a slip. */
export const noteSlip = (tx: Writer, slipId: number, note: Partial<Omit<Note, 'slip_id'>>): void => {
  tx.run(
    query
      .insertInto('slip_note')
      .values({ slip_id: slipId, purpose: 'slip', ...note })
      .onConflict((conflict) => conflict.column('slip_id').doUpdateSet({ slip_id: slipId, ...note })),
  )
}

export const purposeOf = (reader: Reader, slipId: number): SlipPurpose =>
  reader.first(query.selectFrom('slip_note').select('purpose').where('slip_id', '=', slipId))?.purpose ??
  'slip'

/** A waiting slip belongs to another printer from now on. */
export const giveSlipTo = (tx: Writer, slipId: number, printer: { id: string; name: string }): void => {
  tx.run(
    query
      .updateTable('slip')
      .set({ printer_id: printer.id, printer_name: printer.name })
      .where('id', '=', slipId),
  )
}

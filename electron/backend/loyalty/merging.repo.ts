import { query } from '../platform/db/query.ts'
import type { Schema } from '../platform/db/schema.ts'
import type { Reader, Writer } from '../platform/db/statements.ts'

export type Merge = Schema['points_merge']

/** A lot of the one who went: what was moved of it, and the lot that it became, if any was left after a claim. */
export interface MovedLot {
  readonly from_lot_id: number
  readonly points: number
  readonly lot_id: number | null
  readonly given: number | null
  readonly remaining: number | null
}

export const addMerge = (tx: Writer, merge: Merge): void => {
  tx.run(query.insertInto('points_merge').values(merge))
}

export const findMerge = (reader: Reader, mergeId: number): Merge | undefined =>
  reader.first(query.selectFrom('points_merge').selectAll().where('merge_id', '=', mergeId))

export const endMerge = (tx: Writer, mergeId: number, at: number): void => {
  tx.run(query.updateTable('points_merge').set({ undone_at: at }).where('merge_id', '=', mergeId))
}

export const addLotMove = (tx: Writer, move: Schema['points_lot_move']): void => {
  tx.run(query.insertInto('points_lot_move').values(move))
}

export const movedLots = (reader: Reader, merge: Merge): MovedLot[] =>
  reader.all(
    query
      .selectFrom('points_entry as e')
      .leftJoin('points_lot_move as m', (join) =>
        join.onRef('m.from_lot_id', '=', 'e.lot_id').on('m.merge_id', '=', merge.merge_id),
      )
      .leftJoin('points_lot as l', 'l.id', 'm.lot_id')
      .select((eb) => [
        eb.ref('e.lot_id').$notNull().as('from_lot_id'),
        eb.neg('e.points').as('points'),
        'm.lot_id',
        'l.given',
        'l.remaining',
      ])
      .where('e.action_id', '=', merge.out_action_id)
      .where('e.lot_id', 'is not', null)
      .orderBy('e.id'),
  )

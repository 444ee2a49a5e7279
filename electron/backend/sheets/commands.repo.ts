import type { BusinessDate } from '#shared/dates.ts'
import { hot } from '../platform/db/hot.ts'
import { query } from '../platform/db/query.ts'
import type { Schema } from '../platform/db/schema.ts'
import type { Reader, Writer } from '../platform/db/statements.ts'

export type CommandRow = Schema['sheet_command']
export type ChangeRow = Schema['sheet_change']

/** A command begins: what was undone before it cannot be done again. */
export const beginCommand = (tx: Writer, row: CommandRow): void => {
  tx.run(
    query
      .updateTable('sheet_command')
      .set({ state: 'dropped' })
      .where('sheet', '=', row.sheet)
      .where('business_date', '=', row.business_date)
      .where('state', '=', 'undone'),
  )
  tx.run(query.insertInto('sheet_command').values(row))
}

export const setCells = (tx: Writer, id: number, cells: number): void => {
  tx.run(query.updateTable('sheet_command').set({ cells }).where('id', '=', id))
}

export const setState = (tx: Writer, id: number, state: CommandRow['state']): void => {
  tx.run(query.updateTable('sheet_command').set({ state }).where('id', '=', id))
}

const change = hot<ChangeRow, unknown>((param) =>
  query.insertInto('sheet_change').values({
    command_id: param('command_id'),
    position: param('position'),
    row_key: param('row_key'),
    column_name: param('column_name'),
    before: param('before'),
    after: param('after'),
  }),
)

export const addChange = (tx: Writer, row: ChangeRow): void => {
  tx.run(change(row))
}

/** The latest command of the day that stands. */
export const lastDone = (reader: Reader, sheet: string, date: BusinessDate): CommandRow | undefined =>
  reader.first(
    query
      .selectFrom('sheet_command')
      .selectAll()
      .where('sheet', '=', sheet)
      .where('business_date', '=', date)
      .where('state', '=', 'done')
      .orderBy('id', 'desc')
      .limit(1),
  )

/** The first of those that were undone: the one that comes next. */
export const firstUndone = (reader: Reader, sheet: string, date: BusinessDate): CommandRow | undefined =>
  reader.first(
    query
      .selectFrom('sheet_command')
      .selectAll()
      .where('sheet', '=', sheet)
      .where('business_date', '=', date)
      .where('state', '=', 'undone')
      .orderBy('id')
      .limit(1),
  )

/** Changes of a command from a position on, at most `limit`. */
export const changesFrom = (reader: Reader, commandId: number, from: number, limit: number): ChangeRow[] =>
  reader.all(
    query
      .selectFrom('sheet_change')
      .selectAll()
      .where('command_id', '=', commandId)
      .where('position', '>=', from)
      .orderBy('position')
      .limit(limit),
  )

/** What stood in cells on earlier days goes; that there was a command stays. @returns how many went. */
export const dropChangesBefore = (tx: Writer, date: BusinessDate): number =>
  tx.run(
    query
      .deleteFrom('sheet_change')
      .where('command_id', 'in', (eb) =>
        eb.selectFrom('sheet_command').select('id').where('business_date', '<', date),
      ),
  ).changes

/** Whether there is anything for `dropChangesBefore`. */
export const hasChangesBefore = (reader: Reader, date: BusinessDate): boolean =>
  reader.first(
    query
      .selectFrom('sheet_change as h')
      .innerJoin('sheet_command as c', 'c.id', 'h.command_id')
      .select('h.command_id')
      .where('c.business_date', '<', date)
      .limit(1),
  ) !== undefined

export const addReason = (tx: Writer, row: Schema['sheet_reason']): void => {
  tx.run(query.insertInto('sheet_reason').values(row))
}

import type { AutomaticSlipKind, SlipKind } from '#shared/slips/kinds.ts'
import { hot } from '../../platform/db/hot.ts'
import { query } from '../../platform/db/query.ts'
import type { Schema } from '../../platform/db/schema.ts'
import type { Reader, Writer } from '../../platform/db/statements.ts'

export type TemplateRow = Schema['slip_template']
export type PictureRow = Schema['slip_picture']

const newest = hot<{ kind: SlipKind }, TemplateRow>((param) =>
  query
    .selectFrom('slip_template')
    .selectAll()
    .where('kind', '=', param('kind'))
    .orderBy('id', 'desc')
    .limit(1),
)
const picture = hot<{ id: number }, PictureRow>((param) =>
  query.selectFrom('slip_picture').selectAll().where('id', '=', param('id')),
)
const automatic = hot<{ kind: AutomaticSlipKind }, { at: number }>((param) =>
  query.selectFrom('slip_automatic').select('at').where('kind', '=', param('kind')),
)

/** The version of that kind that was saved last; undefined while none was. */
export const newestTemplate = (reader: Reader, kind: SlipKind): TemplateRow | undefined =>
  reader.first(newest({ kind }))

export const addTemplate = (tx: Writer, row: TemplateRow): void => {
  tx.run(query.insertInto('slip_template').values(row))
}

export const findPicture = (reader: Reader, id: number): PictureRow | undefined =>
  reader.first(picture({ id }))

export const addPicture = (tx: Writer, row: PictureRow): void => {
  tx.run(query.insertInto('slip_picture').values(row))
}

export const isAutomatic = (reader: Reader, kind: AutomaticSlipKind): boolean =>
  reader.first(automatic({ kind })) !== undefined

export const setAutomatic = (tx: Writer, kind: AutomaticSlipKind, on: boolean, at: number): void => {
  tx.run(query.deleteFrom('slip_automatic').where('kind', '=', kind))
  if (on) tx.run(query.insertInto('slip_automatic').values({ kind, at }))
}

import { hot } from '../../platform/db/hot.ts'
import { query } from '../../platform/db/query.ts'
import type { Schema } from '../../platform/db/schema.ts'
import type { Reader, Writer } from '../../platform/db/statements.ts'

type Wording = Schema['consent_wording']
export type ConsentKind = Wording['kind']

/** The newest wording of a kind: the one that is shown and that a consent refers to; undefined where there is none. */
export const latestWording = (reader: Reader, kind: ConsentKind): Wording | undefined =>
  reader.first(
    query
      .selectFrom('consent_wording')
      .selectAll()
      .where('kind', '=', kind)
      .orderBy('version', 'desc')
      .limit(1),
  )

export const addWording = (tx: Writer, row: Wording): void => {
  tx.run(query.insertInto('consent_wording').values(row))
}

export const addConsent = (tx: Writer, row: Schema['consent']): void => {
  tx.run(query.insertInto('consent').values(row))
}

const lastWord = hot<{ customer: number; kind: ConsentKind }, { id: number; given: number; at: number }>(
  (param) =>
    query
      .selectFrom('consent as c')
      .innerJoin('consent_wording as w', 'w.id', 'c.wording_id')
      .select(['c.id', 'c.given', 'c.at'])
      .where('c.customer_id', '=', param('customer'))
      .where('w.kind', '=', param('kind'))
      .orderBy('c.at', 'desc')
      .orderBy('c.id', 'desc')
      .limit(1),
)

/** The last word counts: consent and withdrawal are both rows. Undefined where it was never asked. */
export const lastConsent = (
  reader: Reader,
  customerId: number,
  kind: ConsentKind,
): { readonly id: number; readonly given: boolean; readonly at: number } | undefined => {
  const row = reader.first(lastWord({ customer: customerId, kind }))
  return row === undefined ? undefined : { id: row.id, given: row.given === 1, at: row.at }
}

export const consentsTo = (reader: Reader, customerId: number, kind: ConsentKind): boolean =>
  lastConsent(reader, customerId, kind)?.given === true

/** Every word with its wording and its proof, newest first. */
export const consentsOf = (reader: Reader, customerId: number) =>
  reader.all(
    query
      .selectFrom('consent as c')
      .innerJoin('consent_wording as w', 'w.id', 'c.wording_id')
      .leftJoin('consent_proof as p', 'p.consent_id', 'c.id')
      .select([
        'c.id',
        'c.given',
        'c.how',
        'c.at',
        'w.kind',
        'w.version',
        'w.text',
        'p.kind as proof',
        'p.drawing',
      ])
      .where('c.customer_id', '=', customerId)
      .orderBy('c.at', 'desc')
      .orderBy('c.id', 'desc'),
  )

import { hot } from '../../platform/db/hot.ts'
import { query } from '../../platform/db/query.ts'
import type { Schema } from '../../platform/db/schema.ts'
import type { Reader, Writer } from '../../platform/db/statements.ts'

type Wording = Schema['consent_wording']

/** The newest wording of a kind: the one that is shown and that a consent refers to. */
export const wordingInForce = (reader: Reader, kind: Wording['kind']): Wording => {
  const row = reader.first(
    query
      .selectFrom('consent_wording')
      .selectAll()
      .where('kind', '=', kind)
      .orderBy('version', 'desc')
      .limit(1),
  )
  if (row === undefined) throw new Error(`No wording for the ${kind} consent`)
  return row
}

export const addConsent = (tx: Writer, row: Schema['consent']): void => {
  tx.run(query.insertInto('consent').values(row))
}

const lastWord = hot<{ customer: number; kind: Wording['kind'] }, { given: number }>((param) =>
  query
    .selectFrom('consent as c')
    .innerJoin('consent_wording as w', 'w.id', 'c.wording_id')
    .select('c.given')
    .where('c.customer_id', '=', param('customer'))
    .where('w.kind', '=', param('kind'))
    .orderBy('c.at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(1),
)

/** The last word counts: consent and withdrawal are both rows. */
export const consentsTo = (reader: Reader, customerId: number, kind: Wording['kind']): boolean =>
  reader.first(lastWord({ customer: customerId, kind }))?.given === 1

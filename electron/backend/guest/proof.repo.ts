import { query } from '../platform/db/query.ts'
import type { Schema } from '../platform/db/schema.ts'
import type { Writer } from '../platform/db/statements.ts'

/** How a consent was given; goes with the consent. */
export const addProof = (tx: Writer, row: Schema['consent_proof']): void => {
  tx.run(query.insertInto('consent_proof').values(row))
}

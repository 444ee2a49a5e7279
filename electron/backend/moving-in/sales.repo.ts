import { hot } from '../platform/db/hot.ts'
import { query } from '../platform/db/query.ts'
import type { Schema } from '../platform/db/schema.ts'
import type { Reader, Writer } from '../platform/db/statements.ts'

const known = hot<{ identity: string }, { id: number }>((param) =>
  query.selectFrom('receipt').select('id').where('identity', '=', param('identity')),
)

export const receiptOfIdentity = (reader: Reader, identity: string): number | null =>
  reader.first(known({ identity }))?.id ?? null

/**
 * What its receipts came from: one paper for the whole list. It was never printed, so its bytes are kept nowhere.
 * @param id of the run too.
 */
export const addListPaper = (tx: Writer, id: number, digest: string, at: number): void => {
  const paper: Schema['paper'] = {
    id,
    source_id: `list-${id}`,
    source_name: 'file',
    capture_seq: 0,
    from_byte: 0,
    to_byte: 0,
    received_at: at,
    ended_by: 'file',
    encoding: 'utf8',
    kind: 'sale',
    profile: null,
    confidence: 1,
    total: null,
    problems: '',
    state: 'read',
    digest,
  }
  tx.run(query.insertInto('paper').values(paper))
}

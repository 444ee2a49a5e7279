import { hot } from '../platform/db/hot.ts'
import { query } from '../platform/db/query.ts'
import type { Reader } from '../platform/db/statements.ts'
import type { ReceiptTimes } from './clock-fault.ts'

/** A file may be of any age. */
const latest = hot<Record<string, never>, ReceiptTimes>(() =>
  query
    .selectFrom((eb) =>
      eb
        .selectFrom('receipt')
        .select(['paper_id', 'issued_at', 'received_at', 'id'])
        .orderBy('id', 'desc')
        .limit(20)
        .as('r'),
    )
    .innerJoin('paper as p', 'p.id', 'r.paper_id')
    .select(['r.issued_at as issuedAt', 'r.received_at as receivedAt'])
    .where('p.source_id', 'not like', 'file-%')
    .orderBy('r.id', 'desc')
    .limit(3),
)

/** Of the receipts that came last over a line; none of files. */
export const latestTimes = (reader: Reader): ReceiptTimes[] => reader.all(latest({}))

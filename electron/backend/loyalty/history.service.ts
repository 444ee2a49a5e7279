import type { CallOutput } from '#shared/contract/index.ts'
import type { Reader } from '../platform/db/statements.ts'
import { entriesShown, lotsShown } from './history.repo.ts'
import { claimOf } from './purse.service.ts'

/** Every point of a customer with its cause: what an owner is asked for when somebody asks where a point has gone. */
export const pointsHistory = (
  reader: Reader,
  customerId: number,
  limit: number,
): CallOutput<'points.history'> => ({
  entries: entriesShown(reader, customerId, limit).map((row) => ({
    id: row.id,
    at: row.at,
    kind: row.kind,
    points: row.points,
    detail: row.detail,
    reason: row.reason,
    receiptId: row.receipt_id,
    total: row.total,
    endsOn: row.ends_on,
    // Owed rather than taken from a lot: from before there were lots nothing is.
    claim: row.lot_id === null,
  })),
  lots: lotsShown(reader, customerId).map((lot) => ({
    id: lot.id,
    remaining: lot.remaining,
    given: lot.given,
    startsOn: lot.starts_on,
    endsOn: lot.ends_on,
  })),
  claim: claimOf(reader, customerId),
})

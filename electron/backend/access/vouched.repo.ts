import { hot } from '../platform/db/hot.ts'
import { query } from '../platform/db/query.ts'
import type { Schema } from '../platform/db/schema.ts'
import type { Reader } from '../platform/db/statements.ts'
import { digestOf, type Link, type LinkKind } from './chain.ts'

/** Entries of the ledger that get their link afterwards: whoever writes them knows nothing of the chain. */
export type VouchedKind = Exclude<LinkKind, 'access'>

/** An entry that waits for its link. */
export type Unlinked = Pick<Link, 'entryId' | 'at' | 'digest'> & { readonly kind: VouchedKind }

export type IdRange = { readonly from: number; readonly to: number }
type Piece = { from: number; to: number; limit: number }

// The order of the columns is part of every digest: never another one.
const pointsColumns = [
  'id',
  'customer_id',
  'receipt_id',
  'kind',
  'points',
  'reverses_id',
  'at',
  'business_date',
] as const
const prepaidColumns = [
  'id',
  'holding_id',
  'customer_id',
  'kind',
  'paid',
  'bonus',
  'money',
  'receipt_id',
  'of_id',
  'merge_id',
  'at',
  'business_date',
] as const

type PointsEntry = Pick<Schema['points_entry'], (typeof pointsColumns)[number]>
type PrepaidEntry = Pick<Schema['prepaid_entry'], (typeof prepaidColumns)[number]>

const pointsDigest = (entry: PointsEntry): Buffer => digestOf(pointsColumns.map((column) => entry[column]))
const prepaidDigest = (entry: PrepaidEntry): Buffer => digestOf(prepaidColumns.map((column) => entry[column]))

const pointsBetween = hot<Piece, PointsEntry>((param) =>
  query
    .selectFrom('points_entry')
    .select(pointsColumns)
    .where('id', '>=', param('from'))
    .where('id', '<=', param('to'))
    .orderBy('id')
    .limit(param('limit')),
)
const prepaidBetween = hot<Piece, PrepaidEntry>((param) =>
  query
    .selectFrom('prepaid_entry')
    .select(prepaidColumns)
    .where('id', '>=', param('from'))
    .where('id', '<=', param('to'))
    .orderBy('id')
    .limit(param('limit')),
)
const lastOf = hot<{ kind: VouchedKind }, { id: number }>((param) =>
  query
    .selectFrom('chain_link')
    .select('entry_id as id')
    .where('kind', '=', param('kind'))
    .orderBy('entry_id', 'desc')
    .limit(1),
)

const between: {
  readonly [K in VouchedKind]: (reader: Reader, ids: IdRange, limit: number) => Unlinked[]
} = {
  points: (reader, ids, limit) =>
    reader.all(pointsBetween({ ...ids, limit })).map((entry) => ({
      kind: 'points',
      entryId: entry.id,
      at: entry.at,
      digest: pointsDigest(entry),
    })),
  prepaid: (reader, ids, limit) =>
    reader.all(prepaidBetween({ ...ids, limit })).map((entry) => ({
      kind: 'prepaid',
      entryId: entry.id,
      at: entry.at,
      digest: prepaidDigest(entry),
    })),
}

const greatest = Number.MAX_SAFE_INTEGER

/** Entries that no link vouches for yet, so many of each kind at most: ids only grow. */
export const unlinked = (reader: Reader, limit: number): Unlinked[] =>
  (['points', 'prepaid'] as const).flatMap((kind) =>
    between[kind](reader, { from: (reader.first(lastOf({ kind }))?.id ?? 0) + 1, to: greatest }, limit),
  )

/** Digests of the entries as they stand now, by their ids. */
export const vouchedDigests = (
  reader: Reader,
  kind: VouchedKind,
  ids: IdRange,
): ReadonlyMap<number, Uint8Array> =>
  new Map(between[kind](reader, ids, greatest).map(({ entryId, digest }) => [entryId, digest]))

import { hot } from '../platform/db/hot.ts'
import { query } from '../platform/db/query.ts'
import type { Schema } from '../platform/db/schema.ts'
import type { Reader, Writer } from '../platform/db/statements.ts'
import { type ChainHead, digestOf, type Link, type LinkKind } from './chain.ts'
import { type IdRange, vouchedDigests } from './vouched.repo.ts'

type AccessEntry = Schema['access_entry']

const last = hot<Record<string, never>, { seq: number; mac: Uint8Array }>(() =>
  query.selectFrom('chain_link').select(['seq', 'mac']).orderBy('seq', 'desc').limit(1),
)
const insert = hot<Schema['chain_link'], unknown>((param) =>
  query.insertInto('chain_link').values({
    seq: param('seq'),
    kind: param('kind'),
    entry_id: param('entry_id'),
    at: param('at'),
    digest: param('digest'),
    mac: param('mac'),
  }),
)

/** Undefined before the first link. */
export const lastLink = (reader: Reader): ChainHead | undefined => reader.first(last({}))

export const addLink = (tx: Writer, link: Link): void => {
  tx.run(
    insert({
      seq: link.seq,
      kind: link.kind,
      entry_id: link.entryId,
      at: link.at,
      digest: link.digest,
      mac: link.mac,
    }),
  )
}

/** @param ids of the people in a block of rows, as they are kept; null for an entry without. */
export const accessDigest = (entry: AccessEntry, ids: string | null): Buffer =>
  digestOf([
    entry.id,
    entry.at,
    entry.person_id,
    entry.role,
    entry.place,
    entry.action,
    entry.method,
    entry.customer_id,
    entry.people,
    ...(ids === null ? [] : [ids]),
  ])

/** Links in order from after `seq`, a page at a time, each with its entry as it stands now. */
export const linksAfter = (reader: Reader, seq: number, limit: number): Link[] =>
  reader
    .all(query.selectFrom('chain_link').selectAll().where('seq', '>', seq).orderBy('seq').limit(limit))
    .map((row) => ({
      seq: row.seq,
      kind: row.kind,
      entryId: row.entry_id,
      at: row.at,
      digest: row.digest,
      mac: row.mac,
    }))

/** Digests of all entries of a kind whose ids lie there, linked or not, by their ids. */
export const entryDigests = (
  reader: Reader,
  kind: LinkKind,
  ids: IdRange,
): ReadonlyMap<number, Uint8Array> =>
  kind === 'access'
    ? new Map(
        reader
          .all(
            query
              .selectFrom('access_entry as e')
              .leftJoin('access_people as p', 'p.entry_id', 'e.id')
              .selectAll('e')
              .select('p.ids')
              .where('e.id', '>=', ids.from)
              .where('e.id', '<=', ids.to),
          )
          .map(({ ids: of, ...entry }) => [entry.id, accessDigest(entry, of)]),
      )
    : vouchedDigests(reader, kind, ids)

/** Access entries without a link: never written by this program, for both are one unit of work. */
export const entriesWithoutLink = (reader: Reader): number =>
  reader.first(
    query
      .selectFrom('access_entry as e')
      .leftJoin('chain_link as l', (join) =>
        join.onRef('l.entry_id', '=', 'e.id').on('l.kind', '=', 'access'),
      )
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('l.seq', 'is', null),
  )?.count ?? 0

export const keptSince = (reader: Reader): number =>
  reader.first(query.selectFrom('access_kept').select('since_at').where('id', '=', 1))?.since_at ?? 0

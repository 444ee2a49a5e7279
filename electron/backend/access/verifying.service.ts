import { setImmediate as nextTurn } from 'node:timers/promises'
import type { CallOutput } from '#shared/contract/index.ts'
import type { Reader } from '../platform/db/statements.ts'
import { entriesWithoutLink, entryDigests, keptSince, lastLink, linksAfter } from './chain.repo.ts'
import { type ChainHead, chainStart, isSameMac, type Link, type LinkKind, linkAfter } from './chain.ts'

export type ChainFault = CallOutput<'access.verify'>['faults'][number]

export interface Verified {
  readonly links: number
  readonly faults: readonly ChainFault[]
}

const page = 1_000
const told = 20

/**
 * Every link against the one before it and against its entry, and the whole against heads that are known from outside
 * of the ledger: an edited, deleted, inserted or reordered entry breaks a link; a ledger put back to an earlier state
 * ends before a head, or has another link in its place. Reads in pages and lets others in between.
 */
export const verifyChain = async (
  reader: Reader,
  key: Uint8Array,
  heads: readonly ChainHead[],
): Promise<Verified> => {
  const faults: ChainFault[] = []
  const fault = (what: ChainFault['what'], seq: number): void => {
    if (faults.length < told) faults.push({ what, seq })
  }
  // What is written meanwhile is looked at next time.
  const end = lastLink(reader)?.seq ?? 0
  const outside = new Map(heads.map((head) => [head.seq, head]))
  const since = keptSince(reader)
  let before = chainStart
  for (;;) {
    const links = linksAfter(reader, before.seq, page).filter((link) => link.seq <= end)
    if (links.length === 0) break
    const digests = digestsOf(reader, links)
    for (const link of links) {
      if (link.seq !== before.seq + 1) fault('link-missing', before.seq + 1)
      const right = linkAfter(key, { seq: link.seq - 1, mac: before.mac }, link)
      if (!isSameMac(right.mac, link.mac)) fault('link-changed', link.seq)
      const digest = digests[link.kind].get(link.entryId)
      if (digest === undefined) {
        // Access entries are dropped once their time of keeping is over; their links stay.
        if (link.kind !== 'access' || link.at >= since) fault('entry-missing', link.seq)
      } else if (!isSameMac(digest, link.digest)) fault('entry-changed', link.seq)
      const head = outside.get(link.seq)
      if (head !== undefined && !isSameMac(head.mac, link.mac)) fault('rolled-back', link.seq)
      before = link
    }
    await nextTurn()
  }
  if (before.seq < end) fault('link-missing', before.seq + 1)
  for (const head of heads) if (head.seq > end) fault('rolled-back', head.seq)
  if (entriesWithoutLink(reader) > 0) fault('entry-unchained', end)
  return { links: end, faults }
}

const digestsOf = (reader: Reader, links: readonly Link[]): Record<LinkKind, ReadonlyMap<number, Buffer>> => {
  const of = (kind: LinkKind): ReadonlyMap<number, Buffer> => {
    const ids = links.filter((link) => link.kind === kind).map((link) => link.entryId)
    return ids.length === 0
      ? new Map()
      : entryDigests(reader, kind, { from: Math.min(...ids), to: Math.max(...ids) })
  }
  return { access: of('access'), points: of('points') }
}

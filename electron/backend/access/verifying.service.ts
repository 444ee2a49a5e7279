import type { KeyObject } from 'node:crypto'
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

/** Some milliseconds: whoever looks somebody up waits for one page at most. */
const page = 250
const told = 20

/**
 * Every link against the one before it and against its entry, and the whole against heads that are known from outside
 * of the ledger: an edited, deleted, inserted or reordered entry breaks a link; a ledger put back to an earlier state
 * ends before a head, or has another link in its place. Entries of points and prepaid behind the last of their links
 * wait for theirs. Reads in pages and lets others in between.
 */
export const verifyChain = async (
  reader: Reader,
  key: KeyObject,
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
  const upTo: Record<LinkKind, number> = { access: 0, points: 0, prepaid: 0 }
  for (;;) {
    const links = linksAfter(reader, before.seq, page).filter((link) => link.seq <= end)
    if (links.length === 0) break
    const digests = digestsOf(reader, links, upTo)
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
    if (hasUnlinked(links, digests)) fault('entry-unchained', before.seq)
    await nextTurn()
  }
  if (before.seq < end) fault('link-missing', before.seq + 1)
  for (const head of heads) if (head.seq > end) fault('rolled-back', head.seq)
  if (entriesWithoutLink(reader) > 0) fault('entry-unchained', end)
  return { links: end, faults }
}

/**
 * Entries of each kind from behind those of the page before up to the last of this page, as they stand now: links of one
 * kind follow their entries' ids, so that an entry among them that no link names was put in.
 */
const digestsOf = (
  reader: Reader,
  links: readonly Link[],
  upTo: Record<LinkKind, number>,
): Record<LinkKind, ReadonlyMap<number, Uint8Array>> => {
  const of = (kind: LinkKind): ReadonlyMap<number, Uint8Array> => {
    const last = links.reduce((most, link) => (link.kind === kind ? Math.max(most, link.entryId) : most), 0)
    if (last <= upTo[kind]) return new Map()
    const range = { from: upTo[kind] + 1, to: last }
    upTo[kind] = last
    return entryDigests(reader, kind, range)
  }
  return { access: of('access'), points: of('points'), prepaid: of('prepaid') }
}

/** Whether there is an entry among them that no link of the page vouches for. */
const hasUnlinked = (
  links: readonly Link[],
  digests: Record<LinkKind, ReadonlyMap<number, Uint8Array>>,
): boolean => {
  const linked: Record<LinkKind, Set<number>> = { access: new Set(), points: new Set(), prepaid: new Set() }
  for (const { kind, entryId } of links) linked[kind].add(entryId)
  return (['access', 'points', 'prepaid'] as const).some((kind) =>
    [...digests[kind].keys()].some((id) => !linked[kind].has(id)),
  )
}

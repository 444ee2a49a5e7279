import { createHash, createHmac, type KeyObject, timingSafeEqual } from 'node:crypto'
import type { EpochMs } from '#shared/dates.ts'

/** What the chain vouches for: who looked at whom, and every movement of points and of prepaid. */
export type LinkKind = 'access' | 'points' | 'prepaid'

/** Where a chain stands: what is known of it outside of the ledger. */
export interface ChainHead {
  readonly seq: number
  /** 32 bytes. */
  readonly mac: Uint8Array
}

export interface Link extends ChainHead {
  readonly kind: LinkKind
  readonly entryId: number
  readonly at: EpochMs
  /** SHA-256 of the entry it vouches for. */
  readonly digest: Uint8Array
}

/** What stands before the first link. */
export const chainStart: ChainHead = { seq: 0, mac: new Uint8Array(32) }

/** Of an entry's values in a fixed order. */
export const digestOf = (values: readonly (string | number | null)[]): Buffer =>
  createHash('sha256').update(JSON.stringify(values)).digest()

/**
 * @param key 32 bytes that only an open ledger knows: without it no link can be made anew. As a `KeyObject` where many
 * are made, for a new one of the bytes takes longer than the link.
 */
export const linkAfter = (
  key: Uint8Array | KeyObject,
  before: ChainHead,
  entry: Pick<Link, 'kind' | 'entryId' | 'at' | 'digest'>,
): Link => {
  const seq = before.seq + 1
  const mac = createHmac('sha256', key)
    .update(before.mac)
    .update(JSON.stringify([seq, entry.kind, entry.entryId, entry.at]))
    .update(entry.digest)
    .digest()
  return { ...entry, seq, mac }
}

export const isSameMac = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && timingSafeEqual(one, other)

import type { EpochMs } from '#shared/dates.ts'

// Which segments of the journal have done their work.

/** A copy that was read back, by the last journal record in it. */
export interface ProvenCopy {
  readonly seq: number
  /** It was read again some time after it was written. */
  readonly cold: boolean
}

export interface Segment {
  readonly firstSeq: number | null
  readonly bytes: number
  readonly writtenAt: EpochMs
}

export interface JournalNeed {
  /** Of this shop on one target, newest first. */
  readonly copies: readonly ProvenCopy[]
  /** The last record in the copy that lies with the journal, or that is about to. */
  readonly base: number
  /** The first capture that may not have become papers. */
  readonly firstUnread: number | null
  /** In order. */
  readonly segments: readonly Segment[]
  readonly now: EpochMs
}

/** Segments stay so long however often they were copied: a fault may be noticed a few days later. */
export const keptMs = 7 * 24 * 60 * 60 * 1000
/** Beyond so many bytes they do not stay for that alone. */
export const journalCap = 1024 ** 3

/**
 * The last record that nobody needs any more; 0 when all are needed. Two copies on one target have to hold it, and at
 * least one of them was read cold, and the copy beside the journal too, so that the ledger can be made again with a stick
 * or without any.
 */
export const notNeededUpTo = ({ copies, base, firstUnread, segments, now }: JournalNeed): number => {
  const [newest, other] = copies
  if (newest === undefined || other === undefined || !(newest.cold || other.cold)) return 0
  const held = Math.min(newest.seq, other.seq, base, (firstUnread ?? Number.POSITIVE_INFINITY) - 1)
  const tooLarge = bytesOf(segments) > journalCap
  let upTo = 0
  for (const [index, { writtenAt }] of segments.entries()) {
    const next = segments[index + 1]?.firstSeq ?? null
    // A clock that was set back makes them young again, and they stay.
    const young = now - writtenAt < keptMs
    if (next === null || next > held + 1 || (young && !tooLarge)) break
    upTo = next - 1
  }
  return upTo
}

export const bytesOf = (segments: readonly Pick<Segment, 'bytes'>[]): number =>
  segments.reduce((sum, { bytes }) => sum + bytes, 0)

export type Room = 'fine' | 'journal-large' | 'disk-low'

/** So much has to stay free on the ledger's disk, beside what one more copy of it takes. */
export const spareDisk = 1024 ** 3

/** @param free null where the system does not tell. */
export const roomOf = (journal: number, ledger: number, free: number | null): Room => {
  if (free !== null && free < spareDisk + ledger) return 'disk-low'
  return journal > journalCap ? 'journal-large' : 'fine'
}

import type { z } from 'zod'
import type { journalRoom } from '#shared/contract/backup.ts'
import type { BackupParts } from './backup-parts.ts'
import type { BackupStore } from './backup-state.port.ts'
import { verdictOf, wasReadCold } from './backup-state.ts'
import { bytesOf, notNeededUpTo, type Room, roomOf } from './journal-need.ts'
import { beginAfter, journalSegments } from './journal-room.port.ts'
import { ledgerBytes, type Snapshot } from './snapshot.port.ts'
import { findCopies } from './target.port.ts'

export type JournalState = z.output<typeof journalRoom>

export interface JournalRoom {
  /** What the journal takes on the disk, and since when it reaches back. */
  state(): Promise<JournalState>
  /** As it was found the last time; for the status line. */
  room(): Room
  /**
   * After a proven copy: gives up what copies hold. The snapshot that the copy was made of may be taken away for it.
   * Never throws.
   */
  tidy(target: string, snapshot: Snapshot): Promise<void>
}

export const createJournalRoom = (parts: BackupParts, store: BackupStore): JournalRoom => {
  const { ledgerPath, clock, log, drives } = parts
  let known: Room = 'fine'

  const proven = async (target: string, ledgerId: string) =>
    (await findCopies(target))
      .flatMap(({ manifest, fits }) => (manifest !== null && fits ? [manifest] : []))
      .filter(({ mac, ledgerId: id }) => id === ledgerId && verdictOf(store.read(), mac) === true)
      .toSorted((a, b) => b.journalSeq - a.journalSeq)
      .map(({ journalSeq, mac }) => ({ seq: journalSeq, cold: wasReadCold(store.read(), mac) }))

  const state = async (): Promise<JournalState> => {
    const segments = journalSegments(ledgerPath)
    const bytes = bytesOf(segments)
    const freeBytes = await drives.freeBytes(parts.folder)
    const room = roomOf(bytes, ledgerBytes(ledgerPath), freeBytes)
    if (room !== known) {
      known = room
      if (room !== 'fine') log.warn('journal.room', { room, bytes })
      parts.changed()
    }
    return { bytes, since: segments[0]?.writtenAt ?? null, freeBytes, room }
  }

  return {
    state,
    room: () => known,
    async tidy(target, snapshot) {
      try {
        const ledger = parts.ledger()
        const copies = await proven(target, ledger.id)
        const segments = journalSegments(ledgerPath)
        const upTo = notNeededUpTo({
          copies,
          base: snapshot.manifest.journalSeq,
          firstUnread: parts.firstUnread(),
          segments,
          now: clock.now(),
        })
        if (upTo === 0) return
        beginAfter(ledger, snapshot, upTo)
        log.info('journal.tidied', { before: bytesOf(segments), upTo })
        await state()
      } catch (error) {
        log.warn('journal.tidy', { error })
      }
    },
  }
}

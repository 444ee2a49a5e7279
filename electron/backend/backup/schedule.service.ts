import type { EpochMs } from '#shared/dates.ts'
import type { Clock } from '../platform/clock.ts'
import type { Log } from '../platform/log/log.ts'
import type { BackupService } from './backup.service.ts'
import { isDue } from './due.ts'

export interface Schedule {
  /** Looks once; resolves when what was due is done. Never rejects. */
  look(): Promise<void>
}

export interface ScheduleParts {
  readonly backup: BackupService
  readonly clock: Clock
  readonly log: Log
  /** The ledger can be copied now. */
  readonly isOpen: () => boolean
}

/** Copies at closing time and hourly to a stick that is in; a stick that comes back has its newest copy read through. */
export const createSchedule = ({ backup, clock, log, isOpen }: ScheduleParts): Schedule => {
  const tried = new Map<string, EpochMs>()
  let seen = new Set<string>()
  let looking = false

  const visit = async (path: string, kind: 'folder' | 'stick'): Promise<void> => {
    const good = (await backup.copies(path)).filter((copy) => copy.ownShop && copy.state !== 'rotten')
    const newest = good[0]
    if (!seen.has(path) && newest !== undefined) await backup.verify(path, newest.id)
    const last = { madeAt: newest?.at ?? null, triedAt: tried.get(path) ?? null }
    if (!isDue(backup.settings(), kind, last, clock.now())) return
    tried.set(path, clock.now())
    await backup.run(path)
  }

  const lookNow = async (): Promise<void> => {
    const { daily, hourly } = backup.settings()
    await backup.room.state()
    // Whoever makes copies by hand has them read again as well.
    if (!daily && !hourly && backup.last() === null) return
    const there = (await backup.targets()).filter((target) => target.freeBytes !== null)
    for (const { path, kind } of there) {
      // A stick nobody ever chose is left alone.
      if (kind === 'stick' && !(await backup.knows(path))) continue
      await visit(path, kind).catch((error: unknown) => log.warn('backup.by-itself', { error }))
    }
    seen = new Set(there.map(({ path }) => path))
  }

  return {
    async look() {
      if (looking || !isOpen() || backup.progress().running) return
      looking = true
      try {
        await lookNow()
      } catch (error) {
        log.warn('backup.by-itself', { error })
      } finally {
        looking = false
      }
    },
  }
}

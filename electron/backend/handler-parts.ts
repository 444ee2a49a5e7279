import type { CallOutput } from '#shared/contract/index.ts'
import type { BackupService } from './backup/backup.service.ts'
import type { OpenGuest } from './open-guest.ts'
import type { Site } from './site.ts'

/** What the methods need of the whole program. */
export interface HandlerParts {
  /** The shop that the windows look at: the own one, or the demo. */
  site(): Site
  readonly own: Site
  /** Of the own ledger. */
  readonly backup: BackupService
  /** The guest's own screen, of whatever shop is looked at. */
  readonly guest: OpenGuest
  status(): CallOutput<'app.status'>
  readonly now: () => number
  readonly changed: () => void
  enterDemo(): Promise<void>
  leaveDemo(): Promise<void>
}

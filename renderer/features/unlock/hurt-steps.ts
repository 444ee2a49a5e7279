import type { ErrorCode } from '#shared/errors.ts'
import type { WordKey } from '#shared/i18n/index.ts'

/** What the owner can do, by what is wrong. */
export interface HurtAdvice {
  readonly steps: readonly WordKey[]
  /** The program can make it whole by itself: from the newest copy and the journal. */
  readonly mendable: boolean
  /** Receipts are still being sealed: keys and journal are well. */
  readonly capturing: boolean
}

const rebuild: HurtAdvice = {
  steps: ['hurt.recover.1', 'hurt.recover.2'],
  mendable: true,
  capturing: false,
}

const rest = { mendable: false, capturing: false }

export const hurtAdvice = (code: ErrorCode): HurtAdvice => {
  switch (code) {
    case 'ledger.disk-full':
      return { steps: ['hurt.disk.1', 'hurt.disk.2'], ...rest }
    case 'ledger.in-use':
      return { steps: ['hurt.use.1', 'hurt.use.2'], ...rest }
    case 'ledger.key-file-missing':
    case 'ledger.key-file-damaged':
    case 'ledger.key-file-weakened':
      return { steps: ['hurt.keys.1', 'hurt.keys.2'], ...rest }
    case 'ledger.update-failed':
      return { steps: ['hurt.back.1', 'hurt.back.2'], ...rest }
    case 'ledger.newer-version':
      return { steps: ['hurt.update.1'], ...rest }
    case 'ledger.damaged':
    case 'ledger.missing':
    case 'ledger.empty-file':
      return { ...rebuild, capturing: true }
    case 'ledger.io':
      return { steps: ['hurt.io.1', 'hurt.disk.2'], ...rest }
    default:
      return rebuild
  }
}

import { DangolError } from '#shared/errors.ts'
import type { CopyToRestore, RestoreKey } from './backup/backup-parts.ts'
import type { Clock } from './platform/clock.ts'
import type { Ledger } from './platform/ledger/open.ts'
import { type Recovered, recoverLedger } from './platform/ledger/recover.ts'
import { type Restored, restoreLedger } from './platform/ledger/restore.ts'
import type { LedgerKey } from './security/keys.service.ts'
import { isStrongEnough, minimumPassphrase } from './security/wraps.ts'
import type { SiteDevices } from './site-devices.ts'

/** What putting another ledger in its place needs of the shop; its own steps follow one another in one turn. */
export interface Mended {
  readonly ledgerPath: string
  readonly clock: Clock
  readonly devices: Pick<SiteDevices, 'takeOver'>
  /** Lets go of whatever is open or locked. */
  readonly letGo: () => Promise<void>
  /** Finds out what is there now. */
  readonly lookAgain: () => void
  readonly unlock: (key: LedgerKey) => Promise<Ledger>
}

export interface Mending {
  /** A copy in place of the ledger. Throws as `restoreLedger`, and `ledger.weak-passphrase`. */
  restore(from: CopyToRestore, key: RestoreKey): Promise<Restored>
  /** The ledger made again from its journal alone, where there is no copy. Throws as `recoverLedger`. */
  rebuild(key: RestoreKey): Promise<Recovered>
}

export const createMending = ({ ledgerPath, clock, devices, letGo, lookAgain, unlock }: Mended): Mending => {
  const openAgain = async (key: RestoreKey): Promise<Ledger> => {
    lookAgain()
    const ledger = await unlock(secretOf(key))
    if ('passphrase' in key) return ledger
    await ledger.keys.confirmRecovery(key.recoveryCode)
    await ledger.keys.changePassphrase(key.newPassphrase)
    return ledger
  }
  return {
    async restore({ path: from, read, devices: deviceSettings }, key) {
      const secret = secretOf(key)
      let gone = false
      const ready = async (): Promise<void> => {
        gone = true
        await letGo()
      }
      let restored: Restored
      try {
        restored = await restoreLedger({ path: ledgerPath, from, key: secret, read, ready, clock })
      } catch (error) {
        if (gone) lookAgain()
        throw error
      }
      const { keys } = await openAgain(key)
      // The keychain of the PC that made the copy is not this one's.
      if (restored.onNewPlace && keys.keychain) await keys.setKeychain(null)
      if (deviceSettings !== null) await devices.takeOver(deviceSettings)
      return restored
    },
    async rebuild(key) {
      const secret = secretOf(key)
      await letGo()
      let rebuilt: Recovered
      try {
        rebuilt = await recoverLedger({ path: ledgerPath, from: null, key: secret, clock })
      } catch (error) {
        lookAgain()
        throw error
      }
      await openAgain(key)
      return rebuilt
    },
  }
}

const secretOf = (key: RestoreKey): LedgerKey => {
  if ('passphrase' in key) return key
  refuseWeakPassphrase(key.newPassphrase)
  return { recoveryCode: key.recoveryCode }
}

/** Before anything else happens for it. */
export const refuseWeakPassphrase = (passphrase: string): void => {
  if (!isStrongEnough(passphrase))
    throw new DangolError('ledger.weak-passphrase', { minimum: minimumPassphrase })
}

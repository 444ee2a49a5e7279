import { DangolError } from '#shared/errors.ts'
import { readKeyFile, writeKeyFile } from '../../security/key-file.port.ts'
import type { KeyFile } from '../../security/key-file.ts'
import { checkSignature } from '../../security/key-file.ts'
import type { Keychain } from '../../security/keychain.ts'
import {
  withKeychain,
  withNewRecoveryCode,
  withPassphrase,
  withRecoveryConfirmed,
} from '../../security/keys.service.ts'
import type { FileIo } from '../files/io.ts'
import type { LedgerFiles } from '../ledger-files.ts'

/** Changes to who and what can open a ledger; each is on disk when its promise resolves. */
export interface Keyring {
  readonly recoveryConfirmed: boolean
  readonly keychain: boolean
  /** @throws DangolError `ledger.weak-passphrase`. */
  changePassphrase(passphrase: string): Promise<void>
  /** @returns a new code, shown once; the old one opens until the new one was typed back. */
  newRecoveryCode(): Promise<string>
  /**
   * The new code came back from its paper: from now on the old one opens nothing.
   * @throws DangolError `ledger.wrong-recovery-code`, also where none was made.
   */
  takeRecoveryCode(typed: string): Promise<void>
  /** @throws DangolError `ledger.wrong-recovery-code`. */
  confirmRecovery(typed: string): Promise<void>
  /** Null takes it away. @throws DangolError `ledger.keychain-away`. */
  setKeychain(keychain: Keychain | null): Promise<void>
}

/** Both places, the one that counts first. */
export const writeKeys = (files: LedgerFiles, keys: KeyFile, io?: FileIo): void => {
  writeKeyFile(files.keys, keys, io)
  writeKeyFile(files.keysAgain, keys, io)
}

/** Changes are made one after another on what stands in the file, so that two at once cannot undo each other. */
export const createKeyring = (files: LedgerFiles, dataKey: Uint8Array, io?: FileIo): Keyring => {
  const read = (): KeyFile => {
    const file = readKeyFile(files.keys)
    checkSignature(file, dataKey)
    return file
  }
  let known = read()
  let proposed: KeyFile['recovery'] | null = null
  let queue: Promise<unknown> = Promise.resolve()
  const change = <T>(make: (file: KeyFile) => Promise<{ file: KeyFile; value: T }>): Promise<T> => {
    const run = async (): Promise<T> => {
      const { file, value } = await make(read())
      writeKeys(files, file, io)
      known = file
      return value
    }
    const result = queue.then(run, run)
    queue = result.catch(() => undefined)
    return result
  }
  const replace = (make: (file: KeyFile) => Promise<KeyFile>): Promise<void> =>
    change(async (file) => ({ file: await make(file), value: undefined }))
  return {
    get recoveryConfirmed() {
      return known.recoveryConfirmed
    },
    get keychain() {
      return known.keychain !== null
    },
    changePassphrase: (passphrase) => replace((file) => withPassphrase(file, dataKey, passphrase)),
    async newRecoveryCode() {
      await queue.catch(() => undefined)
      const made = await withNewRecoveryCode(read(), dataKey)
      proposed = made.file.recovery
      return made.recoveryCode
    },
    takeRecoveryCode: (typed) =>
      replace(async (file) => {
        if (proposed === null) throw new DangolError('ledger.wrong-recovery-code')
        const renewed = await withRecoveryConfirmed({ ...file, recovery: proposed }, dataKey, typed)
        proposed = null
        return renewed
      }),
    confirmRecovery: (typed) => replace((file) => withRecoveryConfirmed(file, dataKey, typed)),
    setKeychain: (keychain) => replace((file) => withKeychain(file, dataKey, keychain)),
  }
}

import { randomBytes, randomUUID } from 'node:crypto'
import type { EpochMs } from '#shared/dates.ts'
import { DangolError } from '#shared/errors.ts'
import { newJournalKeys } from './journal-keys.ts'
import { checkSignature, type KeyFile, type KeyFileBody, signKeyFile } from './key-file.ts'
import { type Keychain, keychainBox, openKeychainBox } from './keychain.ts'
import { recoveryBytes, recoveryCode } from './recovery-code.ts'
import { seal, unseal } from './seal.ts'
import { unwrapDataKey, wrapDataKey } from './wraps.ts'

/** What opens a ledger. */
export type LedgerKey =
  | { readonly passphrase: string }
  | { readonly recoveryCode: string }
  | { readonly keychain: Keychain }
  | { readonly dataKey: Uint8Array }

/** In memory only, while the ledger is open. */
export interface OpenKeys {
  /** 32 bytes. */
  readonly dataKey: Buffer
  /** X25519, raw. */
  readonly journalPrivateKey: Buffer
}

export interface NewKeys extends OpenKeys {
  readonly file: KeyFile
  /** Shown once, never kept. */
  readonly recoveryCode: string
}

/** @throws DangolError `ledger.weak-passphrase`. */
export const newKeys = async (passphrase: string, now: EpochMs): Promise<NewKeys> => {
  const dataKey = randomBytes(32)
  const journal = newJournalKeys()
  const code = recoveryCode(randomBytes(recoveryBytes))
  const identity = { ledgerId: randomUUID(), journalPublicKey: journal.publicKey.toString('base64') }
  const body: KeyFileBody = {
    format: 'dangol-keys',
    version: 1,
    ...identity,
    createdAt: now,
    journalPrivateKey: seal(dataKey, journal.privateKey, privateKeyContext(identity.ledgerId)).toString(
      'base64',
    ),
    passphrase: await wrapDataKey(dataKey, 'passphrase', passphrase, identity),
    recovery: await wrapDataKey(dataKey, 'recovery', code, identity),
    recoveryConfirmed: false,
    keychain: null,
  }
  const file = signKeyFile(body, dataKey)
  return { file, recoveryCode: code, dataKey, journalPrivateKey: journal.privateKey }
}

/**
 * @throws DangolError `ledger.wrong-passphrase`, `ledger.wrong-recovery-code`, `ledger.keychain-away`,
 * `ledger.key-file-weakened`, `ledger.key-file-damaged`.
 */
export const openKeys = async (file: KeyFile, key: LedgerKey): Promise<OpenKeys> => {
  const dataKey = await dataKeyOf(file, key)
  checkSignature(file, dataKey)
  const box = Buffer.from(file.journalPrivateKey, 'base64')
  const journalPrivateKey = unseal(dataKey, box, privateKeyContext(file.ledgerId))
  if (journalPrivateKey === null) throw new DangolError('ledger.key-file-damaged')
  return { dataKey, journalPrivateKey }
}

const dataKeyOf = async (file: KeyFile, key: LedgerKey): Promise<Buffer> => {
  if ('passphrase' in key) return unwrapDataKey(file.passphrase, 'passphrase', key.passphrase, file)
  if ('recoveryCode' in key) return unwrapDataKey(file.recovery, 'recovery', key.recoveryCode, file)
  if ('dataKey' in key) return Buffer.from(key.dataKey)
  if (file.keychain === null) throw new DangolError('ledger.keychain-away')
  return openKeychainBox(key.keychain, file.keychain, file.ledgerId)
}

/** The same file with another passphrase. @throws DangolError `ledger.weak-passphrase`. */
export const withPassphrase = async (
  file: KeyFile,
  dataKey: Uint8Array,
  passphrase: string,
): Promise<KeyFile> =>
  signKeyFile({ ...file, passphrase: await wrapDataKey(dataKey, 'passphrase', passphrase, file) }, dataKey)

/** A new recovery code; the one printed before opens nothing any more, and this one is not confirmed yet. */
export const withNewRecoveryCode = async (
  file: KeyFile,
  dataKey: Uint8Array,
): Promise<{ readonly file: KeyFile; readonly recoveryCode: string }> => {
  const code = recoveryCode(randomBytes(recoveryBytes))
  const recovery = await wrapDataKey(dataKey, 'recovery', code, file)
  return {
    file: signKeyFile({ ...file, recovery, recoveryConfirmed: false }, dataKey),
    recoveryCode: code,
  }
}

/** The owner typed the code back. @throws DangolError `ledger.wrong-recovery-code`. */
export const withRecoveryConfirmed = async (
  file: KeyFile,
  dataKey: Uint8Array,
  typed: string,
): Promise<KeyFile> => {
  await unwrapDataKey(file.recovery, 'recovery', typed, file)
  return signKeyFile({ ...file, recoveryConfirmed: true }, dataKey)
}

/** Lets this PC's keychain open the ledger, or (null) takes that away. @throws DangolError `ledger.keychain-away`. */
export const withKeychain = async (
  file: KeyFile,
  dataKey: Uint8Array,
  keychain: Keychain | null,
): Promise<KeyFile> =>
  signKeyFile(
    { ...file, keychain: keychain === null ? null : await keychainBox(keychain, dataKey, file.ledgerId) },
    dataKey,
  )

const privateKeyContext = (ledgerId: string): Buffer => Buffer.from(`dangol journal private key ${ledgerId}`)

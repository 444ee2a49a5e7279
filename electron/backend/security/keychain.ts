import { DangolError } from '#shared/errors.ts'

/**
 * The operating system's keychain, as main offers it. Null where it refuses (none there, or only a plain-text
 * stand-in).
 */
export interface Keychain {
  protect(secret: Uint8Array): Promise<Uint8Array | null>
  unprotect(box: Uint8Array): Promise<Uint8Array | null>
}

/** @throws DangolError `ledger.keychain-away`. */
export const keychainBox = async (
  keychain: Keychain,
  dataKey: Uint8Array,
  ledgerId: string,
): Promise<string> => {
  const box = await keychain.protect(Buffer.concat([Buffer.from(`${ledgerId}\n`), dataKey]))
  if (box === null) throw new DangolError('ledger.keychain-away')
  return Buffer.from(box).toString('base64')
}

/** @throws DangolError `ledger.keychain-away`: never a reason to lock anyone out, the passphrase still opens. */
export const openKeychainBox = async (keychain: Keychain, box: string, ledgerId: string): Promise<Buffer> => {
  const plain = await keychain.unprotect(Buffer.from(box, 'base64')).catch(() => null)
  const prefix = Buffer.from(`${ledgerId}\n`)
  if (
    plain === null ||
    plain.length !== prefix.length + 32 ||
    !prefix.equals(plain.subarray(0, prefix.length))
  )
    throw new DangolError('ledger.keychain-away')
  return Buffer.from(plain.subarray(prefix.length))
}

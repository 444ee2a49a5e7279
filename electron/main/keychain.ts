/** The part of Electron's `safeStorage` that is used: the async calls, which may ask the person at the PC. */
export interface SafeStorage {
  isAsyncEncryptionAvailable(): Promise<boolean>
  encryptStringAsync(text: string): Promise<Buffer>
  decryptStringAsync(
    encrypted: Buffer,
  ): Promise<{ readonly result: string; readonly shouldReEncrypt: boolean }>
  getSelectedStorageBackend?(): string
}

export interface Keychain {
  /** Base64 in, base64 out; null where the system has no keychain worth the name, or refuses. */
  protect(data: string): Promise<string | null>
  unprotect(data: string): Promise<string | null>
}

/** On Linux without a keyring Electron falls back to a password known to everyone: that is no keychain. */
const plainTextBackends: ReadonlySet<string> = new Set(['basic_text', 'unknown'])

export const createKeychain = (storage: SafeStorage, platform: NodeJS.Platform): Keychain => {
  const usable = async (): Promise<boolean> => {
    if (!(await storage.isAsyncEncryptionAvailable())) return false
    if (platform !== 'linux') return true
    return !plainTextBackends.has(storage.getSelectedStorageBackend?.() ?? 'unknown')
  }
  const guarded = async (work: () => Promise<string>): Promise<string | null> => {
    try {
      return (await usable()) ? await work() : null
    } catch {
      return null
    }
  }
  return {
    protect: (data) => guarded(async () => (await storage.encryptStringAsync(data)).toString('base64')),
    unprotect: (data) =>
      guarded(async () => (await storage.decryptStringAsync(Buffer.from(data, 'base64'))).result),
  }
}

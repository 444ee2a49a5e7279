import { expect, test } from 'vitest'
import { createKeychain, type SafeStorage } from '../../../electron/main/keychain.ts'

const storage = (backend: string, more: Partial<SafeStorage> = {}): SafeStorage => ({
  isAsyncEncryptionAvailable: async () => true,
  encryptStringAsync: async (text) => Buffer.from(`sealed:${text}`),
  decryptStringAsync: async (sealed) => ({
    result: sealed.toString().replace('sealed:', ''),
    shouldReEncrypt: false,
  }),
  getSelectedStorageBackend: () => backend,
  ...more,
})

test('what is protected comes back', async () => {
  const keychain = createKeychain(storage('gnome_libsecret'), 'linux')
  const sealed = await keychain.protect('a2V5')
  expect(sealed).not.toBeNull()
  expect(await keychain.unprotect(sealed ?? '')).toBe('a2V5')
})

test.each(['basic_text', 'unknown'])(
  'on Linux the plain-text fallback %s is no keychain',
  async (backend) => {
    const keychain = createKeychain(storage(backend), 'linux')
    expect(await keychain.protect('a2V5')).toBeNull()
    expect(await keychain.unprotect('a2V5')).toBeNull()
  },
)

test('on Linux a storage that cannot tell its backend is no keychain', async () => {
  const silent = { ...storage(''), getSelectedStorageBackend: () => undefined as never }
  expect(await createKeychain(silent, 'linux').protect('a2V5')).toBeNull()
})

test.each(['win32', 'darwin'] as const)('on %s the system keychain is used', async (platform) => {
  expect(await createKeychain(storage('unknown'), platform).protect('a2V5')).not.toBeNull()
})

test.each([
  ['is not available', { isAsyncEncryptionAvailable: async () => false }],
  ['breaks', { isAsyncEncryptionAvailable: () => Promise.reject(new Error('bus')) }],
  ['is refused by the person', { encryptStringAsync: () => Promise.reject(new Error('denied')) }],
])('a keychain that %s answers null', async (_what, more) => {
  expect(await createKeychain(storage('kwallet6', more), 'linux').protect('a2V5')).toBeNull()
})

test('what another PC sealed cannot be opened: null, no error', async () => {
  const foreign = storage('kwallet6', { decryptStringAsync: () => Promise.reject(new Error('bad key')) })
  expect(await createKeychain(foreign, 'linux').unprotect('eA==')).toBeNull()
})

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = process.env['CHROMIUM_RUNTIME_KEYCHAIN']

/** A key in a file: it plays the keyring for tests and protects nothing. */
const key = (): Buffer => {
  if (!folder) throw new Error('No keychain')
  const file = join(folder, 'key')
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, randomBytes(32), { mode: 0o600 })
  }
  return readFileSync(file)
}

export const safeStorage = {
  isAsyncEncryptionAvailable: async () => true,
  isEncryptionAvailable: () => true,
  getSelectedStorageBackend: () => (folder ? 'gnome_libsecret' : 'basic_text'),
  encryptStringAsync: async (text: string): Promise<Buffer> => {
    const iv = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', key(), iv)
    return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  },
  decryptStringAsync: async (sealed: Buffer) => {
    const decipher = createDecipheriv('aes-256-gcm', key(), sealed.subarray(0, 12))
    decipher.setAuthTag(sealed.subarray(-16))
    const result = decipher.update(sealed.subarray(12, -16), undefined, 'utf8') + decipher.final('utf8')
    return { result, shouldReEncrypt: false }
  },
}

import { createCipheriv, createDecipheriv, hkdfSync, type KeyObject, randomBytes } from 'node:crypto'

/** AES-256-GCM: 12 bytes of nonce, the ciphertext, 16 bytes of tag. */
const nonceLength = 12
const tagLength = 16
export const sealOverhead = nonceLength + tagLength

/**
 * Encrypts and authenticates. A nonce is drawn anew each time.
 * @param key 32 bytes; as a `KeyObject` where it is used again and again, which saves two thirds of the time.
 * @param context what else has to be the same when it is opened; not kept inside.
 */
export const seal = (key: Uint8Array | KeyObject, plain: Uint8Array, context: Uint8Array): Buffer => {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength })
  cipher.setAAD(context)
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** Null when the key is another one, or a bit of box or context has changed. */
export const unseal = (key: Uint8Array | KeyObject, box: Uint8Array, context: Uint8Array): Buffer | null => {
  if (box.length < sealOverhead) return null
  const end = box.length - tagLength
  const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, nonceLength), {
    authTagLength: tagLength,
  })
  decipher.setAAD(context)
  decipher.setAuthTag(box.subarray(end))
  try {
    return Buffer.concat([decipher.update(box.subarray(nonceLength, end)), decipher.final()])
  } catch {
    return null
  }
}

/** A 32-byte key for one purpose out of another key (HKDF-SHA256). */
export const derivedKey = (from: Uint8Array, purpose: string, salt: Uint8Array = new Uint8Array()): Buffer =>
  Buffer.from(hkdfSync('sha256', from, salt, `dangol ${purpose}`, 32))

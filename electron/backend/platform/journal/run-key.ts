import { createSecretKey, diffieHellman, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { privateKeyOf, publicKeyOf, rawPublicKey } from '../../security/journal-keys.ts'
import { derivedKey } from '../../security/seal.ts'

/**
 * Records are sealed with a key that is good for a short run of them. It is agreed between a key pair drawn
 * for the run and the journal's public key: only the public halves are written down, so that whoever appends
 * cannot read, once the run is over, not even what it wrote itself.
 */
export interface RunKey {
  /** X25519, raw: the body of the run's `key` frame. */
  readonly publicHalf: Buffer
  readonly key: KeyObject
}

export const newRunKey = (journalPublicKey: Uint8Array): RunKey => {
  const pair = generateKeyPairSync('x25519')
  const publicHalf = rawPublicKey(pair.publicKey)
  return { publicHalf, key: agreed(pair.privateKey, publicKeyOf(journalPublicKey), publicHalf) }
}

/** The same key, for who holds the journal's private key. Null when the half is no usable point. */
export const runKeyFor = (publicHalf: Uint8Array, journalPrivateKey: Uint8Array): KeyObject | null => {
  try {
    return agreed(privateKeyOf(journalPrivateKey), publicKeyOf(publicHalf), Buffer.from(publicHalf))
  } catch {
    return null
  }
}

const agreed = (own: KeyObject, other: KeyObject, publicHalf: Buffer): KeyObject =>
  createSecretKey(derivedKey(diffieHellman({ privateKey: own, publicKey: other }), 'journal run', publicHalf))

import { createHash, randomBytes } from 'node:crypto'
import { DangolError } from '#shared/errors.ts'
import type { KeyFileBody, Wrap } from './key-file.ts'
import { normalRecoveryCode } from './recovery-code.ts'
import { seal, unseal } from './seal.ts'
import { newStretching, type Stretching, stretch } from './stretch.ts'

/** The two things a person can hold that open the data key. */
export type WrapKind = 'passphrase' | 'recovery'

/** Characters, counted as people see them. */
export const minimumPassphrase = 8

type Identity = Pick<KeyFileBody, 'ledgerId' | 'journalPublicKey'>

/**
 * The data key sealed with a stretched secret.
 * @throws DangolError `ledger.weak-passphrase`, `ledger.wrong-recovery-code` (a slip of the pen).
 */
export const wrapDataKey = async (
  dataKey: Uint8Array,
  kind: WrapKind,
  secret: string,
  of: Identity,
): Promise<Wrap> => {
  const how = newStretching(randomBytes(16))
  const key = await stretch(usable(kind, secret, true), how)
  return { stretching: how, box: seal(key, dataKey, contextOf(kind, how, of)).toString('base64') }
}

/** @throws DangolError `ledger.wrong-passphrase`, `ledger.wrong-recovery-code`, `ledger.key-file-weakened`. */
export const unwrapDataKey = async (
  wrap: Wrap,
  kind: WrapKind,
  secret: string,
  of: Identity,
): Promise<Buffer> => {
  const box = Buffer.from(wrap.box, 'base64')
  const context = contextOf(kind, wrap.stretching, of)
  const given = usable(kind, secret, false)
  // A space that was pasted along opens as well; one that was meant has had its turn by then.
  for (const one of new Set([given, given.trim()])) {
    const dataKey = unseal(await stretch(one, wrap.stretching), box, context)
    if (dataKey !== null) return dataKey
  }
  throw new DangolError(wrongCode[kind])
}

const wrongCode = {
  passphrase: 'ledger.wrong-passphrase',
  recovery: 'ledger.wrong-recovery-code',
} as const

const usable = (kind: WrapKind, secret: string, making: boolean): string => {
  if (kind === 'recovery') {
    const code = normalRecoveryCode(secret)
    if (code === null) throw new DangolError('ledger.wrong-recovery-code')
    return code
  }
  if (making && !isStrongEnough(secret))
    throw new DangolError('ledger.weak-passphrase', { minimum: minimumPassphrase })
  return making ? secret.trim() : secret
}

/** Long enough, and not one character over and over. */
export const isStrongEnough = (passphrase: string): boolean => {
  const characters = Array.from(passphrase.normalize('NFC').trim())
  return characters.length >= minimumPassphrase && new Set(characters).size >= 3
}

/** Binds a wrap to its place, its cost and its ledger: none can be moved or lowered. */
const contextOf = (kind: WrapKind, how: Stretching, of: Identity): Buffer =>
  createHash('sha256')
    .update(
      JSON.stringify([
        'dangol wrap 1',
        kind,
        how.name,
        how.memoryKiB,
        how.passes,
        how.lanes,
        how.salt,
        of.ledgerId,
        of.journalPublicKey,
      ]),
    )
    .digest()

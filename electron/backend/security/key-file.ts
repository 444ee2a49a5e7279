import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { DangolError } from '#shared/errors.ts'
import { derivedKey } from './seal.ts'
import { stretching } from './stretch.ts'

const base64 = (min: number, max: number) =>
  z
    .string()
    .regex(/^[A-Za-z0-9+/]*={0,2}$/)
    .refine((text) => {
      const { length } = Buffer.from(text, 'base64')
      return length >= min && length <= max
    })

const wrap = z.strictObject({
  stretching,
  /** The data key, sealed. */
  box: base64(60, 60),
})
export type Wrap = z.infer<typeof wrap>

export const keyFileShape = z.strictObject({
  format: z.literal('dangol-keys'),
  version: z.literal(1),
  ledgerId: z.uuid(),
  createdAt: z.number().int().nonnegative(),
  /** X25519, raw: what the journal is sealed to, also while the ledger is locked. */
  journalPublicKey: base64(32, 32),
  /** The matching private key, sealed with the data key. */
  journalPrivateKey: base64(60, 60),
  passphrase: wrap,
  recovery: wrap,
  recoveryConfirmed: z.boolean(),
  /** The data key as this PC's keychain protects it; null where it does not open the ledger by itself. */
  keychain: base64(1, 8192).nullable(),
  /** Tells damage from a wrong passphrase: no key is needed to check it. */
  checksum: base64(32, 32),
  /** Keyed by the data key over everything above: nothing can be swapped, lowered or added. */
  mac: base64(32, 32),
})
export type KeyFile = z.infer<typeof keyFileShape>
export type KeyFileBody = Omit<KeyFile, 'checksum' | 'mac'>

/**
 * @throws DangolError `ledger.key-file-damaged`; `ledger.newer-version` when a later program wrote it.
 */
export const parseKeyFile = (text: string): KeyFile => {
  const value = parsed(text)
  const version = z
    .looseObject({ format: z.literal('dangol-keys'), version: z.number().int() })
    .safeParse(value)
  if (version.success && version.data.version > 1)
    throw new DangolError('ledger.newer-version', { found: version.data.version, known: 1 })
  const file = keyFileShape.safeParse(value)
  if (!file.success || file.data.checksum !== checksumOf(bodyOf(file.data)))
    throw new DangolError('ledger.key-file-damaged')
  return file.data
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

export const printKeyFile = (file: KeyFile): string => `${JSON.stringify(file, null, 2)}\n`

/** @param from a body, or a file whose members were changed: its old checksum and MAC are dropped. */
export const signKeyFile = (from: KeyFileBody | KeyFile, dataKey: Uint8Array): KeyFile => {
  const body = bodyOf(from)
  return { ...body, checksum: checksumOf(body), mac: macOf(body, dataKey) }
}

/** @throws DangolError `ledger.key-file-weakened` when it is not as the holder of the data key wrote it. */
export const checkSignature = (file: KeyFile, dataKey: Uint8Array): void => {
  const expected = Buffer.from(macOf(bodyOf(file), dataKey), 'base64')
  if (!timingSafeEqual(expected, Buffer.from(file.mac, 'base64')))
    throw new DangolError('ledger.key-file-weakened')
}

const bodyOf = (from: KeyFileBody | KeyFile): KeyFileBody => {
  const { checksum: _checksum, mac: _mac, ...body } = { checksum: '', mac: '', ...from }
  return body
}

const checksumOf = (body: KeyFileBody): string =>
  createHash('sha256').update(canonical(body)).digest('base64')

const macOf = (body: KeyFileBody, dataKey: Uint8Array): string =>
  createHmac('sha256', derivedKey(dataKey, 'key file')).update(canonical(body)).digest('base64')

/** One text for one value: members in the order of their names. */
const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`
}

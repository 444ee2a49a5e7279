import { type Algorithm, hashRaw, type Version } from '@node-rs/argon2'
import { z } from 'zod'
import { DangolError } from '#shared/errors.ts'

/** Argon2id; memory in KiB. Stands in the key file, so that a later, slower PC still knows how. */
export const stretching = z.strictObject({
  name: z.literal('argon2id'),
  memoryKiB: z.number().int().positive(),
  passes: z.number().int().positive(),
  lanes: z.number().int().positive(),
  /** 16 bytes, base64. */
  salt: z.string().regex(/^[A-Za-z0-9+/]{22}==$/),
})
export type Stretching = z.infer<typeof stretching>

/** What new wraps get; nothing below is ever accepted, nothing far above either (it would stop the PC). */
export const floor = { memoryKiB: 64 * 1024, passes: 3, lanes: 4 } as const
const ceiling = { memoryKiB: 1024 * 1024, passes: 64, lanes: 64 } as const

export const newStretching = (salt: Uint8Array): Stretching => ({
  name: 'argon2id',
  ...floor,
  salt: Buffer.from(salt).toString('base64'),
})

/**
 * A 32-byte key out of what a person typed (40 ms or so).
 * @throws DangolError `ledger.key-file-weakened` for a cost below the floor or beyond reason.
 */
export const stretch = (secret: string, how: Stretching): Promise<Buffer> => {
  for (const cost of ['memoryKiB', 'passes', 'lanes'] as const) {
    if (how[cost] < floor[cost] || how[cost] > ceiling[cost])
      throw new DangolError('ledger.key-file-weakened')
  }
  return hashRaw(Buffer.from(secret.normalize('NFC'), 'utf8'), {
    algorithm: argon2id,
    version: version13,
    memoryCost: how.memoryKiB,
    timeCost: how.passes,
    parallelism: how.lanes,
    outputLen: 32,
    salt: Buffer.from(how.salt, 'base64'),
  })
}

// The package declares these as const enums, which source that is run unbuilt cannot import.
const argon2id = 2 satisfies Algorithm.Argon2id
const version13 = 1 satisfies Version.V0x13

import { createHmac, timingSafeEqual } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { derivedKey } from '../../security/seal.ts'
import { writeFileAtomically } from '../files/atomic.ts'
import type { FileIo } from '../files/io.ts'

/**
 * Who was destroyed, beside the ledger and beside its copies: when an older copy is put in place, they are destroyed in
 * it again. Ids only, signed by the ledger, so that nobody can have others destroyed.
 */
const file = z.strictObject({
  format: z.literal('dangol-destroyed'),
  version: z.literal(1),
  ids: z.array(z.number().int().positive()),
  mac: z.string().regex(/^[0-9a-f]{64}$/),
})

/** Where the list lies beside the copies of a shop. */
export const destroyedBeside = (copy: string): string => join(dirname(copy), 'destroyed.json')

/** Empty where there is no list, or one that this ledger did not sign. */
export const readDestroyed = (path: string, dataKey: Uint8Array): number[] => {
  const found = file.safeParse(json(path)).data
  if (found === undefined) return []
  return timingSafeEqual(macOf(found.ids, dataKey), Buffer.from(found.mac, 'hex')) ? found.ids : []
}

export const writeDestroyed = (
  path: string,
  ids: readonly number[],
  dataKey: Uint8Array,
  io?: FileIo,
): void => {
  const sorted = [...new Set(ids)].sort((a, b) => a - b)
  const content: z.infer<typeof file> = {
    format: 'dangol-destroyed',
    version: 1,
    ids: sorted,
    mac: macOf(sorted, dataKey).toString('hex'),
  }
  writeFileAtomically(path, Buffer.from(`${JSON.stringify(content)}\n`), io)
}

const macOf = (ids: readonly number[], dataKey: Uint8Array): Buffer =>
  createHmac('sha256', derivedKey(dataKey, 'destroyed')).update(JSON.stringify(ids)).digest()

const json = (path: string): unknown => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}
